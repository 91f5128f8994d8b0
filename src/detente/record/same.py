"""What somebody says of two items -> an entry of the log: that they are one happening, or that they are not."""

from __future__ import annotations

from collections.abc import Set

from sqlalchemy import Connection

from detente.errors import UsageError
from detente.record.by_hand import Hand, at_present
from detente.record.corrections import Correction, enter, log, undone
from detente.record.ids import Found


def merge(connection: Connection, one: Found, other: Found, hand: Hand) -> Correction:
    """Say that two events are one, whatever their words and dates. Raises UsageError for what is no event."""
    return _enter(connection, "merge", one, other, hand)


def split(connection: Connection, one: Found, other: Found, hand: Hand) -> Correction:
    """Say that two events are not one."""
    return _enter(connection, "split", one, other, hand)


def told_of(connection: Connection, items: Set[str]) -> list[Correction]:
    """What was said of any of these items with another, and holds."""
    entries = log(connection)
    taken_back = undone(entries)
    return [
        one for one in entries
        if one.kind in ("merge", "split") and one.n not in taken_back and {one.target, one.payload["other"]} & items
    ]  # fmt: skip


def _enter(connection: Connection, kind: str, one: Found, other: Found, hand: Hand) -> Correction:
    for found in (one, other):
        section, item, _ = at_present(connection, found)
        if section != "events":
            raise UsageError(f"{item.id} is of {section}; only events are put together and apart")
    if one.item == other.item:
        raise UsageError(f"{one.item} is one item; give two")
    return enter(
        connection, "merge" if kind == "merge" else "split", str(one.item), {"other": str(other.item)},
        report_key=one.key, by=hand.by, why=hand.why, at=hand.at,
    )  # fmt: skip
