"""Days -> bars: how many reports a month had, as numbers without colours or sizes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from detente.dossier.days import span
from detente.model.date import Date

_BARS = 24  # months that a sparkline shows at most


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
