"""Events narrowed to a time -> the years, months or days of it that have some, to look closer at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from detente.dossier.event import DossierEvent
from detente.model.date import Date

_DIGITS = {"year": 7, "month": 10}  # of what is one step closer


@dataclass(frozen=True, slots=True)
class Period:
    """A year, month or day as a date, and how many events begin in it."""

    date: str
    count: int


def periods(events: Iterable[DossierEvent], since: Date | None, until: Date | None) -> list[Period]:
    """Days of a month, months of a year, else years; an event that is known less exactly is not among them."""
    whole = since is not None and since == until
    digits = _DIGITS.get(since.precision, 10) if since is not None and whole else 4
    days = (one.date.earliest for one in events if one.date is not None and _precise(one.date, digits))
    counts = Counter(f"{year:04}-{month:02}-{day:02}"[:digits] for year, month, day in filter(None, days))
    return [Period(date, counts[date]) for date in sorted(counts)]


def outer(when: Date | None) -> list[str]:
    """The year and month that a date lies in, itself included: the way back from it."""
    text = str(when) if when is not None else ""
    return [text[:digits] for digits in (4, 7, 10) if len(text) >= digits]


def _precise(when: Date, digits: int) -> bool:
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return False
    return first[: digits // 3] == last[: digits // 3]
