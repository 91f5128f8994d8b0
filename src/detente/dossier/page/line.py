"""What a brief is made of: lines with their marks and sources, under titles."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.dossier.source import Source
from detente.dossier.wording import shown_date
from detente.model.date import Date


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line: when, who or what it is about, its words, what of it is inferred or disputed, and its sources."""

    date: str
    lead: str
    text: str
    marks: tuple[str, ...]
    sources: tuple[int, ...]
    why: str = ""


@dataclass(frozen=True, slots=True)
class BriefSection:
    """Lines under a title."""

    title: str
    lines: tuple[BriefLine, ...]


def numbers(given: Iterable[Source]) -> tuple[int, ...]:
    """The numbers of sources, each once, in order."""
    return tuple(sorted({source.number for source in given}))


def short_date(date: Date | None) -> str:
    """A date as a column shows it: of an interval the end without what it shares with the beginning."""
    first, slash, last = shown_date(date).partition("/")
    if not slash or len(first) != len(last):
        return first + slash + last
    parts, others = first.split("-"), last.split("-")
    shared = next((place for place, (one, other) in enumerate(zip(parts, others, strict=False)) if one != other), 0)
    return f"{first}/{'-'.join(others[shared:])}"
