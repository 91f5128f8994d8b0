"""Items of a reading -> rows of ``item`` and ``item_who``, and the words under which they are found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

from detente.model.date import Date, Day
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.round_trip import dumps, plain
from detente.model.words import Words
from detente.record.folded import folded

_DATES = ("date", "until", "edtf")  # the field that says when, by section
_UNSEARCHED = frozenset({"times"})  # their words stand in every other section

_BARE = (str, Words, Date, int, float, type(None))  # what holds no reference, and most fields are

Who = tuple[str, str, str]  # kind, party's id or nothing, folded name


@dataclass(frozen=True, slots=True)
class ItemRow:
    """An item as it is kept: its columns, who stands in which of its fields, and its search words or none."""

    columns: dict[str, Any]
    who: tuple[tuple[str, Who], ...]
    words: str | None


def item_rows(reading: Reading) -> Iterator[ItemRow]:
    """The rows of all sections, in order; numbers are not given yet."""
    published = reading.front.published.date
    for section, items in reading.items.items():
        for position, item in enumerate(items):
            yield item_row(section, item, position, published)


def item_row(section: str, item: Any, position: int, published: Date | None) -> ItemRow:
    """The row of one item of a report that was published on a date."""
    found = tuple(dict.fromkeys(_who(section, item)))
    date = next((value for name in _DATES if (value := getattr(item, name, None)) is not None), published)
    first, last = days(date)
    columns = {
        "section": section,
        "id": item.id,
        "position": position,
        "start": item.evidence.start,
        "stop": item.evidence.end,
        "first_day": first,
        "last_day": last,
        "json": dumps(plain(item), indent=None),
    }
    names = [item.evidence.text, *dict.fromkeys(name for _, (_, _, name) in found)]
    return ItemRow(columns, found, None if section in _UNSEARCHED else folded(" ".join(names)))


def days(date: Date | None) -> tuple[str | None, str | None]:
    """The first and last day that a date may mean, as ISO 8601."""
    return (_day(date.earliest), _day(date.latest)) if date is not None else (None, None)


def _day(day: Day | None) -> str | None:
    return None if day is None else f"{day[0]:04d}-{day[1]:02d}-{day[2]:02d}"


def _who(section: str, item: Any) -> Iterator[tuple[str, Who]]:
    """Everybody in an item, with the field; of a party or person, the item itself stands under ``self``."""
    if section == "parties":
        yield "self", ("party", item.id, folded(item.name))
    elif section == "people":
        yield "self", ("person", "", folded(item.name))
    for field in fields(item):
        value = getattr(item, field.name)
        if field.name == "party" and value is not None:
            yield "party", ("party", value, "")
        else:
            yield from ((field.name, who) for who in _within(value))


def _within(value: Any) -> Iterator[Who]:
    """The references in a field, however deep."""
    if isinstance(value, _BARE):
        return
    if isinstance(value, Reference):
        yield value.kind, (value.id or "") if value.kind == "party" else "", folded(value.name)
    elif isinstance(value, tuple):
        for inner in value:
            yield from _within(inner)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _within(getattr(value, field.name))
