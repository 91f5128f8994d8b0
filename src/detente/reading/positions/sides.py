"""A statement, link or event -> whose position it may be: parties, or whom the report only describes.

A spokesman's words are his party's, and so are those of several officials together; an unnamed source's are nobody's,
nor are those of people whose office is to look on.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.model.references import Reference
from detente.reading.cited import Cited
from detente.reading.english.clauses import child
from detente.reading.english.labels import ACTIVE_SUBJECTS
from detente.reading.english.mentions import mentions

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from detente.model.items import Event, Link, Statement
    from detente.model.words import Words

_TABLE = "en/positions/sides"
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Sides:
    """Whose words are whose position, in one Doc."""

    def __init__(self, doc: Doc) -> None:
        self._cited = Cited(doc)
        self._mentions = mentions(doc)
        self._doc = doc

    @cached_property
    def _joint(self) -> list[tuple[int, int]]:
        return _joint(self._doc)

    def of_statement(self, statement: Statement) -> tuple[Reference, ...]:
        """Whose position a statement would be; nobody's where that is not known."""
        source = statement.source.text if statement.source is not None else ""
        if self._looks_on(statement.speaker, source) or (statement.anonymous and is_hidden(source)):
            return ()
        together = self._parties(statement.speakers)
        if len(together) > 1:
            return together
        if statement.speaker is None and statement.party is None and statement.source is not None:
            return self._among_us(statement.source)
        return self._one(statement.speaker, statement.party)

    def of_link(self, link: Link) -> tuple[Reference, ...]:
        """Whose position the words are that a statement attributes to somebody else."""
        if self._looks_on(link.speaker, link.source.text) or is_hidden(link.source.text):
            return ()
        return self._one(link.speaker, link.party)

    def of_event(self, event: Event, subject: Token | None) -> tuple[Reference, ...]:
        """Whose position it would be to do so: all who do it. ``subject`` is that of its clause."""
        if subject is not None and subject.lower_ in words(_TABLE, "us") and (together := self._together(subject.idx)):
            return together
        found = self._parties(event.source)
        return found or tuple(who for who in event.source if not self._looks_on(who, who.name))

    def _among_us(self, source: Words) -> tuple[Reference, ...]:
        """Those who speak as "we", named there ("We, the presidents of Peru and Chile") or before."""
        first = _WORD.search(source.text)
        return self._together(source.start) if first and first[0].lower() in words(_TABLE, "us") else ()

    def _together(self, char: int) -> tuple[Reference, ...]:
        """The parties that the last "we" up to a character names."""
        at = next((each for each in reversed(self._joint) if each[0] <= char), None)
        if at is None:
            return ()
        return self._cited.parties(party for each in self._mentions.within(*at) for party in each.parties)

    def _one(self, speaker: Reference | None, party: str | None) -> tuple[Reference, ...]:
        if party is not None:
            return (self._cited.party(party),)
        return (speaker,) if speaker is not None else ()

    def _parties(self, several: Sequence[Reference]) -> tuple[Reference, ...]:
        return self._cited.parties(party for who in several if (party := self._cited.party_of(who)) is not None)

    def _looks_on(self, speaker: Reference | None, source: str) -> bool:
        """Whether somebody only looks on: an analyst, a resident, a newspaper, who has left his office."""
        office = ""
        if speaker is not None and speaker.kind == "person":
            person = self._cited.people[str(speaker.id)]
            office = person.office or ""
            if person.offices and all(_first(each) in words(_TABLE, "past") for each in person.offices):
                return True
        return not words(_TABLE, "onlookers").isdisjoint(_words(f"{source} {office}"))


def _joint(doc: Doc) -> list[tuple[int, int]]:
    """The characters of each "we" with what says who they are: "We, the presidents of Peru and Chile"."""
    us = words(_TABLE, "us")
    found = ((token, child(token, "appos")) for token in doc if token.lower_ in us and token.dep_ in ACTIVE_SUBJECTS)
    return [(we.idx, each.right_edge.idx + len(each.right_edge)) for we, each in found if each is not None]


def is_hidden(source: str) -> bool:
    """Whether a source is kept from being known: "a source close to", "who asked not to be named"."""
    known = _words(source)
    lower = " ".join(source.lower().split())
    return not words(_TABLE, "hidden").isdisjoint(known) or any(phrase in lower for phrase in words(_TABLE, "unnamed"))


def _first(office: str) -> str:
    found = _WORD.search(office)
    return found[0].lower().partition("-")[0] if found is not None else ""


def _words(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}
