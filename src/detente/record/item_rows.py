"""Items of a reading -> rows of ``item`` and ``item_who``, and the words under which they are found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from detente.model.date import Date, Day
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.round_trip import dumps, field_names, plain
from detente.model.words import Words
from detente.record.folded import folded
from detente.record.reach import reach

_DATES = ("date", "until", "edtf")  # the field that says when, by section
_UNSEARCHED = frozenset({"times"})  # their words stand in every other section

_BARE = frozenset({str, Words, Date, int, float, bool, type(None)})  # what holds no reference, and most fields are

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
        "reach": reach(first, last),
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
    for name in field_names(type(item)) or ():
        value = getattr(item, name)
        if type(value) in _BARE:
            if name == "party" and value is not None:
                yield "party", ("party", value, "")
        else:
            yield from ((name, who) for who in _within(value))


def _within(value: Any) -> Iterator[Who]:
    """The references in a field, however deep."""
    if isinstance(value, Reference):
        yield value.kind, (value.id or "") if value.kind == "party" else "", folded(value.name)
        return
    names = field_names(type(value))
    inside = value if isinstance(value, tuple) else [getattr(value, name) for name in names] if names else ()
    for inner in inside:
        if type(inner) not in _BARE:
            yield from _within(inner)
