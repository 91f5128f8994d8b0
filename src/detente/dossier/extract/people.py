"""A reading -> its people: names, offices, and what it tells of when they held them."""

from __future__ import annotations

from functools import cache
from typing import Literal

from msgspec import Struct

from detente.dossier.content import every_stem, stem
from detente.dossier.days import day, span
from detente.dossier.published import published
from detente.knowledge.dossier import dossier_words
from detente.model.date import Date
from detente.model.items import Person
from detente.model.reading import Reading
from detente.model.words import Words

_OFFICE = 60  # characters beside a name in which the group stands that somebody is of
_WEEK = 7
_BESIDE = 3  # characters between somebody and a verb of which they are the subject


class PersonTold(Struct, frozen=True, array_like=True, gc=False):
    """Somebody as a reading has them."""

    id: str
    name: str
    party: str | None
    office: str | None
    offices: tuple[str, ...]
    aliases: tuple[str, ...]
    evidence: Words
    beside: str  #: what stands around the first naming: an office before it, an apposition after it
    acted: Date | None  #: the earliest day of the week before the report on which it has them speak or act
    left: tuple[Date | None, ...]  #: when they left, as an event tells that names them; empty where none does
    until: tuple[Date, ...]  #: when their term ends, as it says; likewise


def people_of(reading: Reading) -> list[PersonTold]:
    """The people of a reading, in order."""
    leaving = [
        event for event in reading.events or ()
        if event.status == "occurred" and set(every_stem(event.what.text)) & stems("left")
    ]  # fmt: skip
    found = []
    for one in reading.people or ():
        left = [
            event.date or published(reading) for event in leaving
            if one.id in {person.id for person in event.people} or _is_subject(one, event.what.start)
        ]  # fmt: skip
        until = [term.until for term in reading.terms or () if term.person.id == one.id]
        found.append(
            PersonTold(
                one.id,
                one.name,
                one.party,
                one.office,
                one.offices,
                one.aliases,
                one.evidence,
                _beside(reading.report.text, one),
                _acted(reading, one.id),
                tuple(left[:1]),
                tuple(until[:1]),
            )
        )
    return found


def _acted(reading: Reading, own: str) -> Date | None:
    known = span(published(reading))
    if known is None:
        return None
    dates = [one.date for one in reading.statements or () if one.speaker is not None and one.speaker.id == own]
    dates += [
        one.date for one in reading.events or () if one.status == "occurred" and own in {who.id for who in one.people}
    ]
    days = [days for date in dates if (days := span(date)) and days[0] == days[1] and 0 <= known[1] - days[0] <= _WEEK]
    return day(min(days)[0]) if days else None


def _is_subject(one: Person, start: int) -> bool:
    """Whether they are named right before the words, as their subject."""
    return any(0 <= start - mention.end <= _BESIDE for mention in one.mentions)


def _beside(text: str, one: Person) -> str:
    words = one.evidence
    before = text[max(0, words.start - _OFFICE) : words.start].rpartition(". ")[2].rpartition("\n")[2]
    after = text[words.end : words.end + _OFFICE].partition(". ")[0].partition("\n")[0]
    return " ".join((one.office or "", before, after if after.startswith(",") else ""))


@cache
def stems(kind: Literal["former", "left", "small"]) -> frozenset[str]:
    """The stems of a class of words on offices."""
    return frozenset(map(stem, getattr(dossier_words(), kind)))
