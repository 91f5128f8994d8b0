"""A date as people write it, in an option or an address -> a ``Date``."""

from __future__ import annotations

from detente.errors import BadDate
from detente.model.date import Date, NotADate


def date_of(text: str | None) -> Date | None:
    """The date; null where nothing is written. Raises BadDate for what is none, or begins nowhere."""
    if text is None:
        return None
    try:
        date = Date.parse(text)
    except NotADate:
        raise BadDate(text) from None
    if date.earliest is None:
        raise BadDate(text)
    return date
