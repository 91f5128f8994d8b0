"""Sentences that go on in a speaker's voice without a verb of saying.

The whole prose of a statement is its authors' words. In an account of a talk, a sentence in the present or the future
is still that of whom the sentence before told; in other prose only where it says what his own side will or must do.
In go the attributions that were found, out come these and the sentences that go on.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.model.references import Reference
from detente.model.report import Zone
from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.speakers import Speaker
from detente.reading.english.labels import FINITE
from detente.reading.extensions import sentences

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.speakers import Speakers
    from detente.reading.english.documents import Document

_TABLE = "en/attribution/documents"
_LEAST = 3  # words of a sentence


class Voice:
    """Whose words a document's own prose is."""

    def __init__(self, passage: Passage, document: Document | None, speakers: Speakers) -> None:
        self._passage = passage
        self._document = document
        self.speaker = self._authors(document, speakers)

    def complete(self, found: list[Attribution]) -> list[Attribution]:
        """The attributions, with the sentences that go on, in the order of the text."""
        if self._document is not None and self._document.kind == "statement":
            found = self._own(found)
        else:
            found = self._going_on(found)
        return sorted(found, key=lambda each: (self._passage.beginning(each), each.anchor or 0))

    def is_own(self, found: Attribution) -> bool:
        """Whether an attribution is the document's own voice: without a source, or of "we"."""
        if self.speaker is None:
            return False
        return found.frame == "voice" or (
            found.who is not None
            and self._passage.doc[found.who].lower_ in words(_TABLE, "first")
            and found.form != "direct"
        )

    def _authors(self, document: Document | None, speakers: Speakers) -> Speaker | None:
        """Who signs: a person, a party, or several together."""
        if document is None or document.authors is None:
            return None
        span = self._passage.doc[document.authors[0] : document.authors[1]]
        mentions = [each for each in speakers.within(span.start_char, span.end_char) if each.parties or each.people]
        people = speakers.cited.persons(person for each in mentions for person in each.people)
        if len(people) == 1:
            return speakers.person(people[0].id or "")
        parties = tuple(dict.fromkeys(speakers.cited.parties(p for each in mentions for p in each.parties)))
        if len(parties) == 1 and not people:
            return Speaker(Reference.described(span.text.strip()), parties[0].id)
        first = parties[0].id if parties else None
        first = first or next((p for who in people if (p := speakers.cited.party_of(who)) is not None), None)
        return Speaker(Reference.described(span.text.strip()), first, several=people or parties)

    def _own(self, found: list[Attribution]) -> list[Attribution]:
        """A statement for each sentence of the prose that is no attribution of its own."""
        kept = [each for each in found if not self._mere(each)]
        for sentence in sentences(self._passage.doc, Zone.BODY):
            if (
                _tells(sentence)
                and not _narrates(sentence)
                and not any(_within(each, sentence, self._passage) for each in kept)
            ):
                kept += self._voiced(sentence, None)
        return kept

    def _mere(self, found: Attribution) -> bool:
        """Whether a stance of "we", or of nobody, is only part of what the document says."""
        speech = found.entry is not None and found.entry.kind == "speech"
        who = self._passage.doc[found.who] if found.who is not None else None
        return (
            found.form == "indirect"
            and not speech
            and (who is None or who.lower_ in words(_TABLE, "first") or who.tag_ == "NN")
        )

    def _going_on(self, found: list[Attribution]) -> list[Attribution]:
        account = self._document is not None
        last: Attribution | None = None
        added: list[Attribution] = []
        ordered = sorted(found, key=self._passage.beginning)
        for sentence in sentences(self._passage.doc, Zone.BODY):
            here = [each for each in ordered if _within(each, sentence, self._passage)]
            if here:
                last = here[-1]
                continue
            goes = last is not None and self._continues(sentence, last, added, account=account)
            if not goes or last is None:
                last = None
                continue
            added += self._voiced(sentence, last)
        return [*found, *added]

    def _continues(self, sentence: Span, last: Attribution, added: list[Attribution], *, account: bool) -> bool:
        """Whether a sentence goes on in the voice of the attribution before."""
        if not _tells(sentence) or last.form != "indirect" or last.anchor is None or last.source is None:
            return False
        doc = self._passage.doc
        cue = doc[last.anchor]
        if sentence.start not in self._passage.paragraph_of(cue.i) or last.entry is None or last.entry.kind != "speech":
            return False
        if not _is_open(sentence.root):
            return False
        if account:
            return True
        chained = bool(added) and added[-1].content[-1][1] >= sentence.start_char - 3
        return chained or self._threatens(sentence, cue)

    def _threatens(self, sentence: Span, cue: Token) -> bool:
        """Whether it says on what condition somebody will do what: "If they land again, Peru will answer"."""
        condition = any(token.lower_ in words(_TABLE, "conditional") and token.dep_ == "mark" for token in sentence)
        return (
            condition
            and cue.tag_ in {"VBD", "VBZ"}
            and any(c.lower_ in words(_TABLE, "modals") for c in sentence.root.lefts)
        )

    def _voiced(self, sentence: Span, of: Attribution | None) -> list[Attribution]:
        span = self._passage.trimmed(sentence.start, sentence.end, marks=False)
        if span is None:
            return []
        if of is None:
            return [Attribution([span], "direct", frame="voice")]
        return [replace(of, content=[span], cue=None, entry=None, anchor=None, negated=False, frame="goes on", rest=[])]


def _tells(sentence: Span) -> bool:
    """Whether a sentence is one: a finite verb, and words enough."""
    length = sum(token.is_alpha for token in sentence)
    finite = any(token.tag_ in FINITE | {"MD"} for token in sentence)
    return length >= _LEAST and finite and "?" not in sentence.text


def _narrates(sentence: Span) -> bool:
    """Whether a communiqué tells what its authors did: "The Ministers met in Lima"."""
    own = any(token.lower_ in words(_TABLE, "first") for token in sentence)
    return sentence.root.tag_ == "VBD" and not own


def _is_open(root: Token) -> bool:
    """Whether a verb tells of the present or of what will be."""
    return root.tag_ in {"VBZ", "VBP"} or any(child.lower_ in words(_TABLE, "modals") for child in root.lefts)


def _within(found: Attribution, sentence: Span, passage: Passage) -> bool:
    """Whether an attribution has words in a sentence."""
    starts = [start for start, _ in found.content] + (
        [passage.starts[found.anchor]] if found.anchor is not None else []
    )
    ends = any(start < sentence.end_char and sentence.start_char < end - 1 for start, end in found.content)
    return ends or any(sentence.start_char <= start < sentence.end_char for start in starts)
