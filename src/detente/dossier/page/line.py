"""What a brief is made of: lines with their marks and sources, under titles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.dossier.agenda import Step
from detente.dossier.agreements import AgreementStep
from detente.dossier.echoes import is_echo
from detente.dossier.source import Source
from detente.dossier.wording import shown_date
from detente.model.date import Date
from detente.model.words import Words


@dataclass(frozen=True, slots=True)
class Place:
    """Words of a source: its number, and the characters ``[start, end)`` of its text."""

    number: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line: when, who or what it is about, its words, what of it is inferred or disputed, and its sources.

    ``item`` is the id of what it tells, where it has one; ``places`` are the words that it rests on, one of a source.
    """

    date: str
    lead: str
    text: str
    marks: tuple[str, ...]
    sources: tuple[int, ...]
    why: str = ""
    item: str = ""
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefSection:
    """Lines under a title."""

    title: str
    lines: tuple[BriefLine, ...]


def numbers(given: Iterable[Source]) -> tuple[int, ...]:
    """The numbers of sources, each once, in order."""
    return tuple(sorted({source.number for source in given}))


def words_of(steps: Iterable[Step | AgreementStep]) -> Iterator[tuple[Source, Words]]:
    """The words of each step with its source."""
    return ((step.source, step.words) for step in steps)


def kept(identity: str) -> str:
    """The id of what the record has, too; nothing for what the dossier alone reads out of a sentence."""
    return "" if is_echo(identity) else identity


def places_of(given: Iterable[tuple[Source, Words]]) -> tuple[Place, ...]:
    """The first words given of each source, in the order of the sources."""
    first: dict[int, Place] = {}
    for source, words in given:
        first.setdefault(source.number, Place(source.number, words.start, words.end))
    return tuple(first[number] for number in sorted(first))


def short_date(date: Date | None) -> str:
    """A date as a column shows it: of an interval the end without what it shares with the beginning."""
    first, slash, last = shown_date(date).partition("/")
    if not slash or len(first) != len(last):
        return first + slash + last
    parts, others = first.split("-"), last.split("-")
    shared = next((place for place, (one, other) in enumerate(zip(parts, others, strict=False)) if one != other), 0)
    return f"{first}/{'-'.join(others[shared:])}"
