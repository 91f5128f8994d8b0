"""Which day a page itself has for a time of publication that its data give in UTC.

"2024-05-02T01:49:09Z" is printed as May 1 where the paper is at home. In go the stamps of a page's data, its address's
day and its text, out comes the day; None where nothing on the page says that it is another than the one in UTC.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from detente.sources.publication_date import MONTHS

_DAY = timedelta(days=1)


def local_day(stamp: str, others: Iterable[str], address: str | None, text: str) -> str | None:
    """The day beside that of a stamp in UTC which another stamp of the moment, the address or the text has."""
    moment = _moment(stamp)
    if moment is None or moment.utcoffset() != timedelta(0):
        return None
    near = {moment.date() - _DAY, moment.date() + _DAY}
    for other in others:
        same = _moment(other)
        if same is not None and same.date() in near and abs(same - moment) < timedelta(minutes=10):
            return same.date().isoformat()
    if address is not None and _day(address) in near:
        return address
    if _printed(moment.date(), text):
        return None
    printed = [day for day in sorted(near) if _printed(day, text)]
    return printed[0].isoformat() if len(printed) == 1 else None


def _moment(stamp: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(stamp.strip())
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written)
    except ValueError:
        return None


def _printed(day: date, text: str) -> bool:
    """Whether a text has a day in one of the usual forms."""
    month = MONTHS[day.month - 1].title()
    names = (month, month[:3], f"{month[:3]}.")
    forms = [form for name in names for form in (f"{name} {day.day}, {day.year}", f"{day.day} {name} {day.year}")]
    forms += [day.isoformat(), f"{day.month}/{day.day}/{day.year}", f"{day.month:02}/{day.day:02}/{day.year}"]
    forms += [f"{day.day:02}/{day.month:02}/{day.year}", f"{day.day:02}.{day.month:02}.{day.year}"]
    return any(form in text for form in forms)
