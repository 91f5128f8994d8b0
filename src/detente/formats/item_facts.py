"""An item of any section -> when and who, as plain text for a column."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import Any

from detente.model.date import Date
from detente.model.references import Reference

# codes: fields
_DATES = ("date", "until", "edtf")


def date_of(item: Any) -> Date | None:
    """The item's own date."""
    found: Iterator[Any] = (getattr(item, name, None) for name in _DATES)
    return next((value for value in found if value is not None), None)


def who_of(item: Any) -> str:
    """The names of everybody who stands in it, each once, in the order of its fields."""
    return "; ".join(dict.fromkeys(who.name for field in fields(item) for who in _within(getattr(item, field.name))))


def _within(value: Any) -> Iterator[Reference]:
    if isinstance(value, Reference):
        yield value
    elif isinstance(value, tuple):
        for inner in value:
            yield from _within(inner)
