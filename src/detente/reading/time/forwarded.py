"""Mail that a text hands on: from its own header on, "today" is the day of that header.

In goes a text, out come the places from which another day counts, with that day.
"""

from __future__ import annotations

import re
from datetime import date

from detente.reading.time.lexicon import meaning

_FIELD = r"(?:>+[ \t]*)?\*?(?:From|To|Cc|Subject|Sent|Date|Reply-To)\*?:"
_HEADER = re.compile(rf"^(?:{_FIELD}[^\n]*\n\s?){{2,8}}", re.MULTILINE)
_DATED = re.compile(r"(?:Sent|Date)\*?:([^\n]*)")
_DAY_FIRST = re.compile(r"\b(\d{1,2})\.? ([A-Za-z]{3,9})\.?,? (\d{4})\b")
_MONTH_FIRST = re.compile(r"\b([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})\b")


def forwarded(text: str) -> list[tuple[int, date]]:
    """Where each header within the text ends that says who sent it and when, and the day that it gives."""
    found: list[tuple[int, date]] = []
    for header in _HEADER.finditer(text) if "From" in text else ():
        dated = _DATED.search(header.group())
        day = _day(dated.group(1)) if dated is not None and "From" in header.group() else None
        if day is not None:
            found.append((header.end(), day))
    return found


def _day(written: str) -> date | None:
    if (match := _DAY_FIRST.search(written)) is not None:
        day, month, year = match.groups()
    elif (match := _MONTH_FIRST.search(written)) is not None:
        month, day, year = match.groups()
    else:
        return None
    number = meaning("month", month)
    try:
        return date(int(year), number, int(day)) if number is not None else None
    except ValueError:
        return None
