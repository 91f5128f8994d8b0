"""Sections before and after corrections -> the same sections, with everybody called as they are called now.

A reference to a person who was renamed has the new name; one to somebody who is hidden keeps the words alone.
"""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from detente.model.items import Party, Person
from detente.model.references import Reference

_Items = dict[str, tuple[Any, ...]]


def told_anew(before: Mapping[str, tuple[Any, ...]], after: _Items, hidden: Container[str]) -> _Items:
    """The sections after corrections; what does not change is the same object."""
    old = {person.id: person.name for person in before.get("people", ())}
    names = {person.id: person.name for person in after.get("people", ()) if old.get(person.id) != person.name}
    gone = {one.id for name in ("people", "parties") for one in before.get(name, ()) if one.id in hidden}
    if not names and not gone:
        return after
    return {section: tuple(_item(one, names, gone) for one in items) for section, items in after.items()}


def _item(item: Any, names: Mapping[str, str], gone: Container[str]) -> Any:
    changes: dict[str, Any] = {}
    for field in fields(item):
        value = getattr(item, field.name)
        if field.name == "party" and value in gone:
            changes["party"] = None
        elif (now := _within(value, names, gone)) is not value:
            changes[field.name] = now
    return replace(item, **changes) if changes else item


def _within(value: Any, names: Mapping[str, str], gone: Container[str]) -> Any:
    if isinstance(value, Reference):
        if value.id in gone:
            return Reference.described(value.name)
        name = names.get(value.id or "")
        return value if name is None else Reference(value.kind, value.id, name)
    if isinstance(value, tuple):
        inner = tuple(_within(each, names, gone) for each in value)
        return value if all(new is old for new, old in zip(inner, value, strict=True)) else inner
    if is_dataclass(value) and not isinstance(value, (Party, Person, type)):
        return _item(value, names, gone)
    return value
