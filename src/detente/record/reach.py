"""How far apart the first and last day of a date lie, in classes: what lets an index find the dates that meet a span.

An item lies between two days if its date may be one of them, so one that begins long before may, too. By the class of
its date, no index need be walked from further back than the class reaches.
"""

from __future__ import annotations

from datetime import date, timedelta

UNDATED = -1
_LONGEST = (0, 31, 366, 3660)  # days from the first to the last, by class: a day, a month, a year, ten years
_FAR = len(_LONGEST)
REACHES = (UNDATED, *range(_FAR + 1))  #: all classes; dates of the last are longer than the others, or open


def reach(first: str | None, last: str | None) -> int:
    """The class of a date by its first and last day, as ISO 8601; ``UNDATED`` where neither is known."""
    if first is None or last is None:
        return UNDATED if first is last else _FAR
    if first == last:
        return 0
    try:
        days = (date.fromisoformat(last) - date.fromisoformat(first)).days
    except ValueError:  # a year that the calendar does not have
        return _FAR
    return next((number for number, most in enumerate(_LONGEST) if 0 <= days <= most), _FAR)


def earliest(reach: int, since: str) -> str:
    """A day before which no date of a class begins that ends on ``since`` or later; empty where there is none."""
    try:
        return "" if reach == _FAR else (date.fromisoformat(since) - timedelta(_LONGEST[reach])).isoformat()
    except (ValueError, OverflowError):
        return ""
