"""Dates as day numbers, for comparing how far apart they are."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from detente.model.date import Date, Day

Span = tuple[int, int]  # first and last day, counted


def span(when: Date | None) -> Span | None:
    """The first and last day that a date may mean, as numbers; null for one that is open or unknown at either end."""
    return None if when is None else _span(when.edtf)


@lru_cache(maxsize=16384)
def _span(edtf: str) -> Span | None:
    when = Date(edtf)
    if when.earliest is None or when.latest is None:
        return None
    first, last = number(when.earliest), number(when.latest)
    return None if first is None or last is None else (first, last)


def number(day: Day) -> int | None:
    """A day as a number; null where the calendar has none such."""
    year, month, of_month = day
    return date(year, month, of_month).toordinal() if 1 <= year <= 9999 else None


def day(number: int) -> Date:
    """The day of a number."""
    return Date(date.fromordinal(number).isoformat())


def overlap(one: Span, other: Span, slack: int = 0) -> bool:
    """Whether two spans share a day, or are at most ``slack`` days apart."""
    return one[0] - slack <= other[1] and other[0] - slack <= one[1]
