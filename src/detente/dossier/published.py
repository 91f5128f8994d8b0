"""A reading -> the day that its report was published."""

from __future__ import annotations

from detente.model.date import Date
from detente.model.reading import Reading


def published(reading: Reading) -> Date | None:
    """The day of publication, as exactly as it is known; a date without a year is none."""
    date = reading.front.published.date
    return date if date is not None and date.earliest is not None else None
