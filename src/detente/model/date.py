"""One date of the record: EDTF (ISO 8601-2:2019, levels 0 to 2) at its own precision, never more exact than its words.

What is read: years ("2019", "-0043", "201X", "20XX", "XXXX"), months, days, seasons 21 to 24, quarters 33 to 36,
halves 40 and 41, times of day, qualifiers "?", "~" and "%" at the end, unspecified digits "X", intervals with open
("..") or unknown ("") ends. Not read: sets "[..]" and "{..}", years with "Y", "E" or "S", and qualifiers inside a date,
none of which the words of a report give. The record's own "-early", "-mid" and "-late" after a year, month or season
are kept beside the EDTF.
"""

from __future__ import annotations

import calendar
import re
from functools import lru_cache
from typing import Literal, NoReturn, cast

Part = Literal["early", "mid", "late"]
Day = tuple[int, int, int]  # year, month, day

_POINT = re.compile(
    r"(?P<year>-?[0-9X]{4})(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2})"
    r"(?P<time>T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:Z|[+-]\d\d:\d\d)?)?)?)?(?P<qualifier>[?~%])?"
)
_PART = re.compile(r"(.+)-(early|mid|late)")
_GROUPS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (12, 2), 40: (1, 6), 41: (7, 12)} | {
    33 + q: (3 * q + 1, 3 * q + 3) for q in range(4)
}
_FAR: Day = (10_000, 1, 1)


class NotADate(ValueError):
    """The text is no EDTF that the record keeps; the message says which text."""


class Date:
    """An EDTF date or interval; ``part`` narrows it in words ("early February"). It never changes.

    Dates sort by the first day that they may mean, then by the last; those without a year come last. Make one with
    :meth:`parse`, which checks it. (No dataclass: in JSON it is one string, not an object.)
    """

    __slots__ = ("edtf", "part")

    edtf: str
    part: Part | None

    def __init__(self, edtf: str, part: Part | None = None) -> None:
        object.__setattr__(self, "edtf", edtf)
        object.__setattr__(self, "part", part)

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise AttributeError(f"a date does not change: {name}")

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Date) and (self.edtf, self.part) == (other.edtf, other.part)

    def __hash__(self) -> int:
        return hash((self.edtf, self.part))

    def __repr__(self) -> str:
        return f"Date.parse({str(self)!r})"

    def __reduce__(self) -> tuple[type[Date], tuple[str, Part | None]]:
        return Date, (self.edtf, self.part)

    @classmethod
    def parse(cls, text: str) -> Date:
        """A date from EDTF, "2019-02-early" included. Raises NotADate."""
        match = _PART.fullmatch(text)
        edtf, part = (match[1], cast("Part", match[2])) if match else (text, None)
        _bounds(edtf)
        if part and "/" in edtf:
            raise NotADate(f"not an EDTF date: {text!r}")
        return cls(edtf, part)

    def __str__(self) -> str:
        return f"{self.edtf}-{self.part}" if self.part else self.edtf

    @property
    def earliest(self) -> Day | None:
        """The first day that it may mean; None where the year is not known or the beginning is open."""
        return _bounds(self.edtf)[0]

    @property
    def latest(self) -> Day | None:
        """The last day that it may mean; None where the year is not known or the end is open."""
        return _bounds(self.edtf)[1]

    @property
    def is_interval(self) -> bool:
        """Whether it has a beginning and an end of its own."""
        return "/" in self.edtf

    @property
    def precision(self) -> str:
        """Its unit: interval, time, day, month, season, quarter, half, year, decade, century or none."""
        if self.is_interval:
            return "interval"
        match = _POINT.fullmatch(self.edtf)
        assert match is not None
        if match["time"]:
            return "time"
        if match["day"] and "X" not in match["day"]:
            return "day"
        if match["month"] and "X" not in match["month"]:
            month = int(match["month"])
            return "month" if month <= 12 else "season" if month <= 24 else "quarter" if month <= 36 else "half"
        return ("year", "decade", "century")[match["year"].count("X")] if match["year"].count("X") < 3 else "none"

    def before(self, other: Date) -> bool:
        """Whether it is certainly over when the other begins."""
        return self.latest is not None and other.earliest is not None and self.latest < other.earliest

    def within(self, other: Date) -> bool:
        """Whether every day that it may mean is one that the other may mean."""
        if self.earliest is None and self.latest is None:
            return False
        begins = other.earliest is None or (self.earliest is not None and self.earliest >= other.earliest)
        ends = other.latest is None or (self.latest is not None and self.latest <= other.latest)
        return (other.earliest is not None or other.latest is not None) and begins and ends

    def overlaps(self, other: Date) -> bool:
        """Whether both may mean the same day; false where a year is not known."""
        known = all(date.earliest is not None or date.latest is not None for date in (self, other))
        return known and not self.before(other) and not other.before(self)

    def _key(self) -> tuple[Day, Day, int, str]:
        first, last = self.earliest, self.latest
        if first is None and last is not None:
            first = (-10_000, 1, 1)
        rank = {"early": 0, None: 1, "mid": 2, "late": 3}[self.part]
        return first or _FAR, last or _FAR, rank, self.edtf

    def __lt__(self, other: Date) -> bool:
        return self._key() < other._key()

    def __le__(self, other: Date) -> bool:
        return self._key() <= other._key()

    def __gt__(self, other: Date) -> bool:
        return self._key() > other._key()

    def __ge__(self, other: Date) -> bool:
        return self._key() >= other._key()


@lru_cache(maxsize=16384)
def _bounds(edtf: str) -> tuple[Day | None, Day | None]:
    """The first and last day of a date or interval. Raises NotADate."""
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(first, edtf)
    begin = (None, None) if first in ("", "..") else _point(first, edtf)
    end = (None, None) if last in ("", "..") else _point(last, edtf)
    if first in ("", "..") and last in ("", ".."):
        raise NotADate(f"not an EDTF date: {edtf!r}")
    if begin[0] and end[1] and begin[0] > end[1]:
        raise NotADate(f"an interval that ends before it begins: {edtf!r}")
    return begin[0], end[1]


def _point(text: str, whole: str) -> tuple[Day | None, Day | None]:
    match = _POINT.fullmatch(text)
    if match is None or "X" in match["year"].rstrip("X") or match["year"] == "-0000":
        raise NotADate(f"not an EDTF date: {whole!r}")
    year, month, day = match["year"], match["month"], match["day"]
    if day and month != "XX" and not _possible(year, month, day):
        raise NotADate(f"no such day: {whole!r}")
    if month and month != "XX" and ("X" in month or not (1 <= int(month) <= 12 or (int(month) in _GROUPS and not day))):
        raise NotADate(f"no such month: {whole!r}")
    if day and "X" in day and day != "XX":
        raise NotADate(f"not an EDTF date: {whole!r}")
    if day and day != "XX" and not 1 <= int(day) <= 31:
        raise NotADate(f"no such day: {whole!r}")
    if match["time"] and "X" in text:
        raise NotADate(f"not an EDTF date: {whole!r}")
    if year.startswith("X"):
        return None, None
    years = sorted((int(year.replace("X", "0")), int(year.replace("X", "9"))))
    first_month, last_month = (1, 12) if month in (None, "XX") else _GROUPS.get(int(month), (int(month), int(month)))
    end_year = years[1] + (last_month < first_month)
    if day and day != "XX":
        last_day = min(int(day), _days_in(end_year, last_month))
        return (years[0], first_month, min(int(day), _days_in(years[0], first_month))), (end_year, last_month, last_day)
    return (years[0], first_month, 1), (end_year, last_month, _days_in(end_year, last_month))


def _possible(year: str, month: str, day: str) -> bool:
    if "X" in month or "X" in day:
        return True
    if not 1 <= int(month) <= 12:
        return False
    return (
        1
        <= int(day)
        <= (29 if "X" in year and month == "02" else _days_in(2000 if "X" in year else int(year), int(month)))
    )


def _days_in(year: int, month: int) -> int:
    # Years count on a 400-year cycle, so that years before 1 need no special case.
    return calendar.monthrange(2000 + year % 400, month)[1]
