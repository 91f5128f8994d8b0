"""Dates -> where they stand in a drawing: bars of reports by month, and a timeline that shows how exact each date is.

In: days or events. Out: numbers for SVG, in units of the drawing; no colours and no styles, which the style sheet has.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from detente.dossier.days import Span, span
from detente.dossier.event import DossierEvent
from detente.dossier.wording import cut, shown_date
from detente.model.date import Date

_BARS = 24  # months that a sparkline shows at most
WIDE = 1000.0
_MARGIN = 8.0
_ROW = 7.0
_ROWS = 14  # of a lane; what has no room there lies in the last
_VAGUE = 3  # days: what is dated less exactly is a band
_LEAST = 5.0  # width of a mark


@dataclass(frozen=True, slots=True)
class Bar:
    """A month: where it stands, its height from 0 to 1, and how many reports."""

    month: str
    place: int
    height: float
    count: int


def bars(days: Iterable[Date | None]) -> list[Bar]:
    """Reports by month, up to the last that has one; the undated are left out."""
    spans = [found for day in days if (found := span(day)) and found[1] - found[0] <= 31]
    counts = Counter(date.fromordinal(first).year * 12 + date.fromordinal(first).month - 1 for first, _ in spans)
    if not counts:
        return []
    last, most = max(counts), max(counts.values())
    months = range(max(min(counts), last - _BARS + 1), last + 1)
    return [
        Bar(f"{month // 12}-{month % 12 + 1:02}", place, round(counts[month] / most, 3), counts[month])
        for place, month in enumerate(months)
    ]


@dataclass(frozen=True, slots=True)
class Drawn:
    """An event in its lane: ``vague`` where its date is a band of days and no day."""

    id: str
    x: float
    width: float
    y: float
    vague: bool
    told: str


@dataclass(frozen=True, slots=True)
class Tick:
    """A year, month or day on the axis: what it is called, and the date to look at it closer; none for a day."""

    x: float
    label: str
    closer: str | None


@dataclass(frozen=True, slots=True)
class Lane:
    """One kind of events, with its height."""

    name: str
    marks: tuple[Drawn, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """A timeline of ``WIDE`` units across. ``undated`` counts what has no place on it."""

    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    undated: int
    outside: int = 0  #: that lie before or behind what is drawn


def drawing(lanes: Sequence[tuple[str, Sequence[DossierEvent]]], since: Date | None, until: Date | None) -> Drawing:
    """The timeline of some lanes of events between two dates; where one is not given, as far as there are events."""
    dated = [(name, [(one, found) for one in events if (found := span(one.date))]) for name, events in lanes]
    every = [found for _, events in dated for _, found in events]
    undated = sum(len(events) for _, events in lanes) - len(every)
    if not every:
        return Drawing((), (), undated)
    first, last = span(since), span(until)
    begin = first[0] if first else min(found[0] for found in every)
    end = max(last[1] if last else max(found[1] for found in every), begin) + 1
    drawn = [(name, [pair for pair in events if begin <= pair[1][1] and pair[1][0] < end]) for name, events in dated]
    outside = len(every) - sum(len(events) for _, events in drawn)
    scale = (WIDE - 2 * _MARGIN) / (end - begin)

    def x(day: int) -> float:
        return round(_MARGIN + (min(max(day, begin), end) - begin) * scale, 1)

    made = tuple(_lane(name, events, x) for name, events in drawn if events)
    ticks = tuple(Tick(x(day), label, closer) for day, label, closer in _ticks(begin, end) if x(day) < WIDE - 40)
    return Drawing(made, ticks, undated, outside)


def _lane(name: str, events: Sequence[tuple[DossierEvent, Span]], at: Callable[[int], float]) -> Lane:
    free = [-1.0] * _ROWS  # where each row has room again
    marks = []
    for one, (first, last) in sorted(events, key=lambda pair: (pair[1][0], -pair[1][1], pair[0].id)):
        begin = at(first)
        width = max(round(at(last + 1) - begin, 1), _LEAST)
        row = next((row for row, until in enumerate(free) if until < begin), _ROWS - 1)
        free[row] = begin + width
        told = f"{shown_date(one.date)}: {cut(one.line, 90)}"
        marks.append(Drawn(one.id, begin, width, 3 + row * _ROW, last - first > _VAGUE, told))
    rows = 1 + max((int((mark.y - 3) / _ROW) for mark in marks), default=0)
    return Lane(name, tuple(marks), 6 + rows * _ROW)


def _ticks(begin: int, end: int) -> Iterable[tuple[int, str, str | None]]:
    """Years of many, months of few, days of two months or less."""
    first, last = date.fromordinal(begin), date.fromordinal(end)
    if end - begin > 3 * 366:
        step = max(1, (last.year - first.year) // 12)
        for year in range(first.year + 1, last.year + 1, step):
            yield date(year, 1, 1).toordinal(), str(year), str(year)
    elif end - begin > 62:
        months = range(first.year * 12 + first.month, last.year * 12 + last.month)
        for month in months[:: max(1, len(months) // 12)]:
            day = date(month // 12, month % 12 + 1, 1)
            yield (
                day.toordinal(),
                f"{day:%b %Y}" if day.month == 1 or month == months[0] else f"{day:%b}",
                f"{day:%Y-%m}",
            )
    else:
        for number in range(begin, end, max(1, (end - begin) // 10)):
            day = date.fromordinal(number)
            yield number, f"{day.day} {day:%b}", None
