"""Statements and events of a Doc -> what may be somebody's position: whose it would be, and the words that tell it.

Besides statements these are what a statement in turn attributes to somebody else, and events: a party that rejects,
demands or agrees takes a stand, whoever tells it. Nothing else makes a position.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from detente.model.items import Event, Link, Statement
from detente.model.words import Words
from detente.reading.english.clauses import child, roots
from detente.reading.english.labels import ACTIVE_SUBJECTS
from detente.reading.extensions import report_text, sentences
from detente.reading.positions.lexicon import stance_words
from detente.reading.positions.sides import Sides

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.references import Reference

Source = Literal["statement", "link", "event"]

_GOVERNED = frozenset({"dobj", "xcomp", "ccomp", "prt", "prep", "acomp", "attr", "oprd", "dative", "agent"})
_LONGEST = 40  # tokens from a verb to the end of what it governs


@dataclass(frozen=True, slots=True)
class Candidate:
    """What may be a position. ``sentence`` counts the sentences of the report's prose from 0."""

    source: Source
    side: tuple[Reference, ...]
    claim: Words
    head: Token  #: of the claim
    cue: Token | None
    sentence: int
    statement: Statement | None = None
    link: Link | None = None
    event: Event | None = None

    @property
    def rests_on(self) -> str:
        """The id of the statement or event behind it."""
        return self.event.id if self.event is not None else self.statement.id  # type: ignore[union-attr]


def candidates(doc: Doc) -> list[Candidate]:
    """The candidates of a Doc, in the order of the text."""
    sides, places = Sides(doc), _Places(doc)
    found = [*_of_statements(doc, sides, places), *_of_events(doc, sides, places)]
    return sorted(found, key=lambda one: (one.claim.start, one.claim.end, one.source))


def _of_statements(doc: Doc, sides: Sides, places: _Places) -> Iterator[Candidate]:
    for statement in doc._.detente_statements:
        words = statement.content or statement.evidence
        head = places.head(words)
        if head is None:
            continue
        cue = places.head(statement.cue) if statement.cue is not None else None
        sentence = places.sentence(statement.evidence.start)
        if side := sides.of_statement(statement):
            for claim, top in places.apart(words) if cue is None else ((words, head),):
                yield Candidate("statement", side, claim, top, cue, places.sentence(claim.start), statement)
        for link in statement.chain:
            inner, said = places.head(link.content), places.head(link.cue)
            if inner is not None and (side := sides.of_link(link)):
                yield Candidate("link", side, link.content, inner, said, sentence, statement, link)


def _of_events(doc: Doc, sides: Sides, places: _Places) -> Iterator[Candidate]:
    for event in doc._.detente_events:
        if event.statement is not None:
            continue
        head = places.head(event.instance.word if event.instance is not None else event.what)
        if head is None:
            continue
        side = sides.of_event(event, child(head, *ACTIVE_SUBJECTS))
        if side and not _is_supposed(event, side) and not _is_needed(event, head):
            words = _with_complements(event.clause or event.what, head)
            yield Candidate("event", side, words, head, head, places.sentence(event.what.start), event=event)


def _with_complements(words: Words, verb: Token) -> Words:
    """The words of an event with all that its verb governs: "agreed" alone says nothing of what."""
    if verb.pos_ != "VERB":
        return words
    ends = (c.right_edge for c in verb.rights if c.dep_ in _GOVERNED and c.right_edge.i - verb.i < _LONGEST)
    last = max(ends, key=lambda token: token.i, default=verb)
    end = last.idx + len(last)
    if end <= words.end:
        return words
    pieces = list(words.spans or ((words.start, words.end),))
    pieces[-1] = (pieces[-1][0], end)
    return Words.pieces(report_text(verb.doc), pieces)


def _is_supposed(event: Event, side: tuple[Reference, ...]) -> bool:
    """Whether somebody else only supposes it, or wants it to be done."""
    return event.status == "hypothetical" and event.by is not None and event.by not in side


def _is_needed(event: Event, head: Token) -> bool:
    """Whether it only tells of a need: "it needed to do"."""
    return event.type == "REQUEST" and head.lemma_.lower() in stance_words().modals["needs"]


class _Places:
    """Finds the tokens of words, and the sentence that a character stands in."""

    def __init__(self, doc: Doc) -> None:
        self._doc = doc
        self._starts = [token.idx for token in doc]
        self._sentences = [sentence.start_char for sentence in sentences(doc)]

    def head(self, words: Words | None) -> Token | None:
        """The head of words: of several pieces or roots the first verb, else the first."""
        if words is None or not self._starts:
            return None
        found = [
            token
            for start, end in words.spans or ((words.start, words.end),)
            for token in roots(self._doc, self._at(start), self._at(end - 1) + 1)
        ]
        verbs = [token for token in found if token.pos_ in ("VERB", "AUX") and token.dep_ != "prep"]
        main = [token for token in verbs if token.dep_ != "advcl"]
        return next(iter(main or verbs or found), None)

    def apart(self, words: Words) -> Iterator[tuple[Words, Token]]:
        """Words of several sentences, each by itself, with its head."""
        text = report_text(self._doc)
        for start, end in words.spans or ((words.start, words.end),):
            first, last = self.sentence(start), self.sentence(end - 1)
            for number in range(first, last + 1):
                begin = max(start, self._sentences[number])
                finish = min(end, self._sentences[number + 1] if number + 1 < len(self._sentences) else end)
                found = text[begin:finish]
                claim = Words.at(text, begin + len(found) - len(found.lstrip()), begin + len(found.rstrip()))
                head = self.head(claim) if claim.text else None
                if head is not None:
                    yield claim, head

    def sentence(self, char: int) -> int:
        """The number of the sentence at a character."""
        return max(bisect_right(self._sentences, char) - 1, 0)

    def _at(self, char: int) -> int:
        return max(bisect_right(self._starts, char) - 1, 0)
