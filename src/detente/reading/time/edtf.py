"""TIMEX3 value -> EDTF: seasons are 21 to 24, quarters 33 to 36, halves 40 and 41, weeks and weekends intervals."""

from __future__ import annotations

import re
from datetime import date, timedelta

from detente.model.date import Date, NotADate, Part

_SEASONS = {"SP": "21", "SU": "22", "FA": "23", "WI": "24"}
_WEEK = re.compile(r"(\d{4})-W(\d\d)(?:-(WE|[1-7]))?")
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T(.*)")
_CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")


def date_of(value: str, part: Part | None = None) -> Date | None:
    """The date of a TIMEX3 value, or None where EDTF has none (PRESENT_REF, P3D, XXXX-WXX-5).

    ``part`` narrows a year, month or season: "early February".
    """
    if not value or value[0] == "P" or value.endswith("_REF"):
        return None
    found = _convert(value)
    if found is None:
        return None
    try:
        read = Date.parse(found)
    except NotADate:
        return None
    return read if part is None or read.is_interval else Date(read.edtf, part)


def _convert(value: str) -> str | None:
    if time := _TIME.fullmatch(value):
        return f"{time[1]}T{time[2]}:00" if _CLOCK.fullmatch(time[2]) else time[1]
    if week := _WEEK.fullmatch(value):
        return _days(int(week[1]), int(week[2]), week[3])
    if "W" in value.replace("-WI", ""):
        return None
    if re.fullmatch(r"[\dX]{2,3}", value):
        return value + "X" * (4 - len(value))
    year, _, rest = value.partition("-")
    if rest in _SEASONS:
        return f"{year}-{_SEASONS[rest]}"
    if re.fullmatch(r"Q[1-4]", rest):
        return f"{year}-{32 + int(rest[1])}"
    if re.fullmatch(r"H[12]", rest):
        return f"{year}-{39 + int(rest[1])}"
    if rest in ("XX", "XX-XX", "QX", "HX"):
        return year if year != "XXXX" else None
    if rest.endswith("-XX"):
        return f"{year}-{rest[:-3]}"
    return None if value == "XXXX" else value


def _days(year: int, week: int, day: str | None) -> str | None:
    try:
        monday = date.fromisocalendar(year, week, 1)
        if day and day != "WE":
            return (monday + timedelta(days=int(day) - 1)).isoformat()
        begin = monday + timedelta(days=5) if day else monday
        return f"{begin.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    except (ValueError, OverflowError):
        return None
