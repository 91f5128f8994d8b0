"""Arithmetic on days, months, quarters and weeks, and TIMEX3 values of them."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta

SEASONS = {
    "SP": 4,
    "SU": 7,
    "FA": 10,
    "WI": 1,
}  #: the month in the middle, which stands for the season when it is ordered


def clamp(year: int, month: int, day: int) -> date:
    """A day that exists: the last of the month if the month is shorter; years are kept within 1 to 9999."""
    year = min(max(year, 1), 9999)
    return date(year, month, min(max(day, 1), calendar.monthrange(year, month)[1]))


def add_days(day: date, count: int) -> date:
    """So many days on; the ends of the calendar where it would leave it."""
    ordinal = min(max(day.toordinal() + count, date.min.toordinal()), date.max.toordinal())
    return date.fromordinal(ordinal)


def add_months(day: date, count: int) -> date:
    """So many months on, in the same day of the month if there is one."""
    months = min(max(day.year * 12 + day.month - 1 + count, 12), 9999 * 12 + 11)
    return clamp(months // 12, months % 12 + 1, day.day)


def week_value(day: date) -> str:
    """The ISO week of a day: 1998-W08."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(day: date) -> str:
    """The month of a day: 1998-02."""
    return f"{day.year:04d}-{day.month:02d}"


def quarter_of(day: date) -> int:
    """The quarter of a day, 1 to 4."""
    return (day.month + 2) // 3


def nearest(candidates: Callable[[int], date], day: date, direction: int, slack: int = 0) -> date:
    """Of the yearly days ``candidates(year)`` the one that ``day`` is nearest to, or the nearest in a direction.

    ``slack`` is how many days a candidate may lie on the wrong side.
    """
    options = [candidates(year) for year in (day.year - 1, day.year, day.year + 1) if 1 <= year <= 9999]
    if direction < 0:
        kept = [option for option in options if (option - day).days <= slack]
    elif direction > 0:
        kept = [option for option in options if (option - day).days >= -slack]
    else:
        kept = options
    return min(kept or options, key=lambda option: (abs((option - day).days), option))


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (Anonymous Gregorian computus, Meeus 1991)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    length = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * length) // 433
    month = (h + length - 7 * m + 90) // 25
    return date(year, month, (h + length - 7 * m + 33 * month + 19) % 32)


def named_day(way: str, terms: object, year: int) -> date | None:
    """A holiday in a year; None for those of the moon. ``terms`` are as in ``holidays.toml``."""
    if way == "fixed" and isinstance(terms, str):
        return clamp(year, int(terms[:2]), int(terms[3:]))
    if way == "once" and isinstance(terms, str):
        return date.fromisoformat(terms)
    if way == "easter" and isinstance(terms, int):
        return add_days(easter(year), terms)
    if way == "weekday" and isinstance(terms, (list, tuple)):
        month, weekday, nth = terms
        if nth < 0:
            last = clamp(year, month, 31)
            return last - timedelta(days=(last.isoweekday() - weekday) % 7)
        first = date(year, month, 1)
        day = first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
        # The American election day is the Tuesday after the first Monday.
        return day if (month, weekday) != (11, 2) or day.day > 1 else day + timedelta(days=7)
    return None


def merge(first: str, second: str) -> str:
    """What two values share, X from where they part: 2019-02-16 and 2019-02-20 give 2019-02-XX."""
    if first == second:
        return first
    if len(first) != len(second):
        return "X" * 4
    pieces, parted = [], False
    for left, right in zip(first.replace("T", "-T").split("-"), second.replace("T", "-T").split("-"), strict=False):
        if not parted and left == right:
            pieces.append(left)
        elif not parted and not pieces and len(left) == 4:
            common = next(at for at in range(4) if left[at] != right[at])
            pieces.append(left[:common] + "X" * (4 - common))
            parted = True
        elif left == right and left[:1] in ("T", "S", "F", "W", "Q", "H") and not left[1:].isdigit():
            pieces.append(left)
        elif left == right and pieces and len(pieces) <= 2 and pieces[0].endswith("X") and left.isdigit():
            pieces.append(left)  # only the year is open: XXXX-02-16
        else:
            parted = True
            pieces.append("WXX" if left[:1] == "W" else left[:1] + "X" if left[:1] in ("Q", "H", "T") else "XX")
    return "-".join(pieces).replace("-T", "T")
