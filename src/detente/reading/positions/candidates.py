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
from detente.reading.english.clauses import roots
from detente.reading.extensions import sentences
from detente.reading.positions.sides import Sides

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.references import Reference
    from detente.model.words import Words

Source = Literal["statement", "link", "event"]


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
            yield Candidate("statement", side, words, head, cue, sentence, statement)
        for link in statement.chain:
            inner, said = places.head(link.content), places.head(link.cue)
            if inner is not None and (side := sides.of_link(link)):
                yield Candidate("link", side, link.content, inner, said, sentence, statement, link)


def _of_events(doc: Doc, sides: Sides, places: _Places) -> Iterator[Candidate]:
    for event in doc._.detente_events:
        side = sides.of_event(event)
        if event.statement is not None or not side or _is_supposed(event, side):
            continue
        head = places.head(event.instance.word if event.instance is not None else event.what)
        if head is not None:
            words = event.clause or event.what
            yield Candidate("event", side, words, head, head, places.sentence(event.what.start), event=event)


def _is_supposed(event: Event, side: tuple[Reference, ...]) -> bool:
    """Whether somebody else only supposes it, or wants it to be done."""
    return event.status == "hypothetical" and event.by is not None and event.by not in side


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
        verbs = [token for token in found if token.pos_ in ("VERB", "AUX")]
        main = [token for token in verbs if token.dep_ != "advcl"]
        return next(iter(main or verbs or found), None)

    def sentence(self, char: int) -> int:
        """The number of the sentence at a character."""
        return max(bisect_right(self._sentences, char) - 1, 0)

    def _at(self, char: int) -> int:
        return max(bisect_right(self._starts, char) - 1, 0)
