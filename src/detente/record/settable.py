"""An item -> its fields that somebody may set, each as they would type it: what ``field_values`` reads back the same.

What can only be given as JSON is left out, and what a section's items must have is told with its choices.
"""

from __future__ import annotations

import typing
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields
from typing import Any, Literal, get_args, get_origin

from detente.model.date import Date
from detente.model.references import Reference
from detente.model.sections import SECTIONS
from detente.model.words import Words
from detente.record.by_hand import NAMED
from detente.record.field_values import DESCRIBED, FIXED, bare

_TYPED = (str, Date, Words, Reference, bool)


@dataclass(frozen=True, slots=True)
class Settable:
    """A field, its value as it is typed (empty for unknown), its choices where it has such, whether it may be empty."""

    name: str
    value: str
    choices: tuple[str, ...]
    nullable: bool


def settable(section: str, item: Any) -> Iterator[Settable]:
    """The fields of an item that can be typed; one whose value cannot be is left out."""
    for name, kind, many, nullable in _kinds(section):
        value = _typed(getattr(item, name), many=many)
        if value is not None:
            yield Settable(name, value, () if many else _choices(kind), nullable or many)


def required(section: str) -> Iterator[Settable]:
    """The fields that an item of a section must have and that its words do not give: an item by hand needs them."""
    given = {field.name for field in fields(SECTIONS[section].item) if field.default is MISSING}
    for name, kind, many, nullable in _kinds(section):
        by_words = (section in NAMED and name == "name") or (section == "parties" and name == "kind")
        if name in given and not by_words and not (many or nullable) and kind is not Words and kind is not bool:
            yield Settable(name, "", _choices(kind), False)


def _kinds(section: str) -> Iterator[tuple[str, Any, bool, bool]]:
    """Each field that can be typed: its name, kind, whether it holds several, whether it may be unknown."""
    hints = typing.get_type_hints(SECTIONS[section].item)
    for field in fields(SECTIONS[section].item):
        if field.name in FIXED:
            continue
        inner, nullable = bare(hints[field.name])
        many = get_origin(inner) is tuple
        kind = get_args(inner)[0] if many else inner
        if kind in _TYPED or get_origin(kind) is Literal:
            yield field.name, kind, many, nullable


def _choices(kind: Any) -> tuple[str, ...]:
    return ("yes", "no") if kind is bool else get_args(kind) if get_origin(kind) is Literal else ()


def _typed(value: Any, *, many: bool) -> str | None:
    """A value as somebody types it; null for what would not be read back the same."""
    if many:
        parts = [_typed(one, many=False) for one in value]
        return None if any(part is None or "," in part for part in parts) else ", ".join(map(str, parts))
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Words):
        return None if value.spans or value.text != value.text.strip() else " ".join(value.text.split())
    if isinstance(value, Reference):
        return value.id if value.id is not None else f"{DESCRIBED}{value.name}"
    text = str(value)
    return None if text != text.strip() or text[:1] in ("[", "{") else text
