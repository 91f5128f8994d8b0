"""What stands around a statement: to whom, where and when it was said."""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import TYPE_CHECKING

from detente.model.date import Date, NotADate
from detente.reading.attribution import lexicon
from detente.reading.extensions import publication
from detente.reading.time.governing import governing

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.attribution.relation import Attribution
    from detente.reading.attribution.speakers import Speakers

_HEARD_BY = frozenset({"dobj", "dative", "iobj"})
_AT = frozenset({"at", "during", "in", "on", "after", "before", "following", "via"})
_WITH = frozenset({"with", "to", "between"})
_PARTS = frozenset(
    {"outset", "start", "beginning", "end", "close", "opening", "side", "sidelines", "sideline", "margins"}
)
_DEFINITE = frozenset({"the", "this", "that", "his", "her", "their", "its", "both"})
_OTHER = frozenset({"previous", "earlier", "last", "next", "first", "later", "another", "past", "upcoming", "planned"})
_LONGEST = 30  # tokens of a venue


def addressee(doc: Doc, found: Attribution, speakers: Speakers) -> str | None:
    """Whom the words are said to: a person's name, a party's id, or the report's words."""
    if found.anchor is None or found.entry is None:
        return None
    cue = doc[found.anchor]
    hears = {"hear", "obj-to"} & found.entry.frames
    for child in cue.children:
        if child.i < cue.i:
            continue
        noun: Token | None = None
        if child.dep_ in _HEARD_BY and child.lower_ != "to" and (hears or child.dep_ == "dative"):
            noun = child
        elif child.dep_ in {"prep", "dative"} and child.lower_ == "to" and found.frame != "to-np":
            noun = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
        elif child.dep_ in {"ccomp", "xcomp"} and found.frame == "obj-to":
            noun = next((inner for inner in child.children if inner.dep_ == "nsubj"), None)
        if noun is not None and (found.frame == "obj-to" or not _within(noun, found)):
            return _named(noun, speakers)
    return None


def _within(token: Token, found: Attribution) -> bool:
    return any(start <= token.idx < end for start, end in found.content)


def _named(noun: Token, speakers: Speakers) -> str | None:
    end = noun.i + 1
    for child in noun.rights:
        if child.dep_ not in {"prep", "appos", "conj", "cc"} or child.right_edge.i - noun.i > 8:
            break
        end = child.right_edge.i + 1
    return speakers.resolve(noun, (noun.left_edge.i, end)).name


def occasion(doc: Doc, found: Attribution) -> Token | None:
    """The noun of the occasion or place of saying: the conference in 'at a press conference after the talks'."""
    if found.anchor is None:
        return None
    cue = doc[found.anchor]
    for token in (cue, *_governors(cue)):
        for child in token.children:
            if child.dep_ != "prep" or child.lower_ not in _AT:
                continue
            noun = next((noun for noun in child.children if noun.dep_ == "pobj"), None)
            if noun is not None and not _within(noun, found) and is_occasion(noun):
                return noun
    return None


def extent(noun: Token, found: Attribution) -> tuple[int, int]:
    """The characters of a venue, from its first word up to the statement's own words."""
    last = noun.doc[min(noun.right_edge.i, noun.i + _LONGEST)]
    start, end = noun.left_edge.idx, last.idx + len(last)
    inside = [a for a, _ in found.content if start < a < end]
    return start, min(inside) if inside else end


def _governors(cue: Token) -> list[Token]:
    """The verbs whose adverbials hold for the cue as well: of the clause that it continues."""
    found: list[Token] = []
    while cue.dep_ in {"conj", "advcl", "xcomp", "dobj"} and cue.head is not cue and len(found) < 3:
        cue = cue.head
        found.append(cue)
    return found


def is_occasion(noun: Token) -> bool:
    """Whether a noun is a place or occasion for saying things."""
    occasions = lexicon.occasions()
    if noun.lower_ in _PARTS:
        of = next((child for child in noun.children if child.lower_ == "of"), None)
        return of is not None and any(is_occasion(inner) for inner in of.children)
    return noun.lower_ in occasions or noun.lemma_.lower() in occasions


def partner(noun: Token, speakers: Speakers, speaker: str | None) -> str | None:
    """Whom a talk is with, where the occasion is one: 'at the outset of his meeting with Lavrov'."""
    for token in noun.subtree:
        if token.dep_ == "prep" and token.lower_ in _WITH and token.head.lemma_.lower() in lexicon.encounters():
            other = next((inner for inner in token.children if inner.dep_ == "pobj"), None)
            if other is not None:
                who = speakers.resolve(other, (other.left_edge.i, other.i + 1))
                return who.name if who.name != speaker and not who.anonymous else None
    return None


def _is_ahead(edtf: str, published: str | None) -> bool:
    """Whether a date lies after the publication: nothing was said at a meeting still to come."""
    try:
        return published is not None and Date.parse(published).before(Date.parse(edtf))
    except NotADate:
        return False


class Dates:
    """When things were said: by the date that governs the cue, or the date of the encounter where it was said.

    'His press conference after the talks' is dated by the report's own encounter: the first dated one in it.
    """

    def __init__(self, doc: Doc, said: list[tuple[int, int]]) -> None:
        self._doc = doc
        self._said = sorted(said)
        self._main = self._encounter() if doc._.detente_times else None

    def of(self, found: Attribution, venue: Token | None) -> str | None:
        """The EDTF date of saying, or none."""
        if found.anchor is None or not self._doc._.detente_times:
            return None
        cue = self._doc[found.anchor]
        for token in (cue, venue, *_governors(cue)):
            here = governing(self._doc, token, narrative=False) if token is not None else None
            if here is not None and not self._is_said(here.time.evidence.start):
                return _edtf(here.time.edtf, here.time.part)
        if venue is not None and self._main is not None and self._refers(venue):
            return self._main
        if cue.tag_ == "VBD" and found.entry is not None and found.entry.kind == "speech":
            here = governing(self._doc, cue)
            if here is not None and here.by == "narrative" and not self._is_said(here.time.evidence.start):
                return _edtf(here.time.edtf, here.time.part)
        return None

    def _is_said(self, character: int) -> bool:
        """Whether a date stands in what somebody says rather than around it."""
        at = bisect_right(self._said, (character, sys.maxsize))
        return any(start <= character < end for start, end in self._said[max(0, at - 4) : at])

    def _encounter(self) -> str | None:
        doc, encounters = self._doc, lexicon.encounters()
        published = publication(doc)
        for time in doc._.detente_times:
            span = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
            if span is None or time.edtf is None or time.type != "DATE" or _is_ahead(time.edtf, published):
                continue
            token = span.root
            for _ in range(4):
                token = token.head
                if token.lemma_.lower() in encounters:
                    return _edtf(time.edtf, time.part)
                if token.pos_ == "VERB":
                    break
            for token in span.sent:
                if token.lemma_.lower() in encounters and token.pos_ == "NOUN":
                    return _edtf(time.edtf, time.part)
        return None

    def _refers(self, venue: Token) -> bool:
        encounters = lexicon.encounters()
        for token in venue.subtree:
            if token.lemma_.lower() in encounters or "meeting" in token.lower_:
                marks = {child.lower_ for child in token.children}
                if marks & _OTHER:
                    return False
                if marks & _DEFINITE or token.dep_ in {"compound", "amod"}:
                    return True
        return False


def _edtf(date: str | None, part: str | None) -> str | None:
    return f"{date}-{part}" if date and part else date
