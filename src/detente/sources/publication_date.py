"""Dates of publication as EDTF (ISO 8601-2) years, months and days."""

from __future__ import annotations

import re
from email.utils import parsedate

from detente.errors import BadDate
from detente.model.date import Date, NotADate

_EDTF = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
_TIMED = re.compile(r"(\d{4}-\d\d-\d\d)[T ]\d\d(?::?\d\d){1,2}(?:[.,]\d+)?\s?(?:Z|[+-]\d\d(?::?\d\d)?)?")
_NUMBERS = re.compile(r"(\d{4})[-/.](\d\d?)[-/.](\d\d?)(?!\d)|(\d{4})(\d\d)(\d\d)(?!\d)")
MONTHS = "january february march april may june july august september october november december".split()  # noqa: SIM905
_MONTH_FIRST = re.compile(r"\b([a-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b", re.IGNORECASE)
_DAY_FIRST = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([a-z]{3,9})\.?,?\s+(\d{4})\b", re.IGNORECASE)
_FIGURES = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")
_MONTHS_IN_A_YEAR = 12
_UNSET = {"1970-01-01", "1900-01-01", "1601-01-01"}  # what clocks and databases say that were never set


def edtf_date(value: str) -> str:
    """A year, month or day as given by a user; the date of a timestamp. Raises BadDate for anything else."""
    given = value.strip()
    timed = _TIMED.fullmatch(given)
    given = timed[1] if timed else given
    # EDTF has seasons and quarters in the place of months, and year 0: nothing is published on such a date.
    if _EDTF.fullmatch(given) is None or given[:4] == "0000" or given[5:7] > "12" or not _exists(given):
        raise BadDate(value)
    return given


def found_date(value: object) -> str | None:
    """The day in a metadata field: ISO 8601 in its usual dresses, RFC 5322, "March 6, 2024", "6 March 2024".

    The day is the one written, in the writer's own time zone. None for everything else: a date such as 03/06/2024 may
    be in March or in June, and a bare year or month is too often a template's.
    """
    if not isinstance(value, str) or not 8 <= len(value.strip()) <= 80:
        return None
    text = value.strip()
    if (match := _NUMBERS.match(text)) is not None:
        parts = [int(part) for part in match.groups() if part is not None]
        return _day(*parts)
    if (match := _MONTH_FIRST.search(text)) is not None:
        return _day(int(match[3]), _month(match[1]), int(match[2]))
    if (match := _DAY_FIRST.search(text)) is not None:
        return _day(int(match[3]), _month(match[2]), int(match[1]))
    return None


def figure_dates(text: str) -> list[str]:
    """The days in figures in a text, where one of them shows the order: "05/11/2017 | Updated 27/11/2017"."""
    found = [(int(a), int(b), int(year)) for a, b, year in _FIGURES.findall(text)]
    day_first, month_first = (
        any(a > _MONTHS_IN_A_YEAR for a, _, _ in found),
        any(b > _MONTHS_IN_A_YEAR for _, b, _ in found),
    )
    if day_first == month_first:
        return []
    days = (_day(year, b, a) if day_first else _day(year, a, b) for a, b, year in found)
    return [day for day in days if day is not None]


def header_date(value: str) -> str | None:
    """The day of an e-mail's Date header (RFC 5322)."""
    try:
        parsed = parsedate(value)
    except (ValueError, TypeError, IndexError):
        return None
    return _day(*parsed[:3]) if parsed else None


def _month(name: str) -> int:
    """Its number, from its name or the beginning of it; 0 for what is none."""
    return next((number for number, month in enumerate(MONTHS, start=1) if month.startswith(name.lower())), 0)


def _day(year: int, month: int, day: int) -> str | None:
    written = f"{year:04}-{month:02}-{day:02}"
    return written if 1600 <= year <= 9999 and _exists(written) and written not in _UNSET else None


def _exists(edtf: str) -> bool:
    try:
        Date.parse(edtf)
    except NotADate:
        return False
    return True
