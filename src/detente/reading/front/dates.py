"""Dates as datelines and time stamps write them -> EDTF."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

from detente.knowledge.loader import Entry, table


class _Dates(Entry, frozen=True):
    months: dict[str, int]
    days: tuple[str, ...]


_MONTHS = table("en/front/dates", _Dates).months
_MONTH = r"(?P<{0}>" + "|".join(sorted(_MONTHS, key=lambda m: (-len(m), m))) + r")\b\.?"
_DAY = r"(?P<{0}>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>(?:1[89]|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?"
_NTH = table("en/front/dates", _Dates).days  # of a month in words, from the first on
_WRITTEN = r"(?P<{0}>" + "|".join(sorted(_NTH, key=len, reverse=True)) + r")"
_DATE = re.compile(
    rf"(?<![\w.]){_WEEKDAY}(?:"
    rf"{_YEAR.format('y1')}[-/.](?P<m1>[01]?\d)[-/.](?P<d1>[0-3]?\d)(?!\d)"
    rf"|{_DAY.format('d2')}\s+(?:(?:day\s+)?of\s+)?{_MONTH.format('m2')}(?:(?:,\s*|\s+){_YEAR.format('y2')}(?!\d))?"
    rf"|{_DAY.format('d7')}(?P<s7>[/.-]){_MONTH.format('m7')}(?P=s7){_YEAR.format('y7')}(?!\d)"
    rf"|{_MONTH.format('m8')}(?P<s8>[/.-]){_DAY.format('d8')}(?P=s8){_YEAR.format('y8')}(?!\d)"
    rf"|{_MONTH.format('m3')}\s+{_DAY.format('d3')}\b(?!:)(?:(?:,\s*|\s+){_YEAR.format('y3')}(?!\d))?"
    rf"|(?P<a4>[0-3]?\d)(?P<s4>[/.-])(?P<b4>[0-3]?\d)(?P=s4){_YEAR.format('y4')}(?!\d)"
    rf"|{_WRITTEN.format('w6')}\s+(?:day\s+)?of\s+{_MONTH.format('m6')}(?:(?:,\s*|\s+){_YEAR.format('y6')}(?!\d))"
    rf"|{_MONTH.format('m5')},?\s+{_YEAR.format('y5')}(?!\d)"
    r")",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date in a text: where, and its EDTF; the year is XXXX where none is written."""

    start: int
    end: int
    edtf: str


def find_date(text: str, start: int = 0) -> Found | None:
    """The first date that exists in the calendar, from ``start`` on.

    Numbers alone are a date only with a year; where day and month could be either ("03/05/2021") only the year is sure.
    """
    for match in _DATE.finditer(text, start):
        edtf = _edtf({key: value for key, value in match.groupdict().items() if value})
        if edtf:
            return Found(match.start(), match.end(), edtf)
    return None


def complete(edtf: str) -> bool:
    """Whether the date names day, month and year."""
    return re.fullmatch(r"\d{4}-\d\d-\d\d", edtf) is not None


def _edtf(parts: dict[str, str]) -> str | None:
    if "a4" in parts:
        return _numbers(int(parts["a4"]), int(parts["b4"]), parts["y4"], dotted=parts["s4"] == ".")
    named = {key[0]: value for key, value in parts.items()}
    month = _MONTHS.get(named["m"].lower()) or int(named["m"])
    year = named.get("y", "XXXX")
    if "w" in named:
        return _day(year, month, _NTH.index(named["w"].lower()) + 1)
    if "d" not in named:
        return f"{year}-{month:02}"
    return _day(year, month, int(named["d"]))


def _numbers(first: int, second: int, year: str, *, dotted: bool) -> str | None:
    if dotted or first > 12 or first == second:
        return _day(year, second, first)
    if second > 12:
        return _day(year, first, second)
    return year if first and second else None


def _day(year: str, month: int, day: int) -> str | None:
    if not 1 <= month <= 12:
        return None
    last = monthrange(int(year) if year != "XXXX" else 2000, month)[1]
    return f"{year}-{month:02}-{day:02}" if 1 <= day <= last else None
