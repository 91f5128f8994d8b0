"""The log of what people changed: entered, read, and taken back by another entry; nothing in it is ever changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from detente.errors import UnknownId, UsageError
from detente.model.round_trip import dumps
from detente.record.derivation import following
from detente.record.schema import correction

Kind = Literal["correct", "hide", "confirm", "rename", "mark", "merge", "split", "undo"]
OF_ITEMS = frozenset({"correct", "hide", "confirm", "rename", "mark"})  #: kinds that change one item of one report


@dataclass(frozen=True, slots=True)
class Correction:
    """An entry. ``target`` is an item's id, or of an undo the number of the entry that it takes back.

    ``payload`` of what changes an item has its ``section``, its evidence (``words``) and the ``report`` (version) that
    these stand in; of ``correct`` the ``fields`` as they are to be and as they were (``was``); of ``rename`` the
    ``name``; of ``mark`` the whole ``item``. ``parties`` are those that the reading lacked.
    """

    n: int
    at: str
    by: str
    why: str | None
    kind: Kind
    target: str
    report_key: str | None
    payload: Mapping[str, Any]


def enter(
    connection: Connection,
    kind: Kind,
    target: str,
    payload: Mapping[str, Any],
    *,
    report_key: str | None,
    by: str,
    why: str | None,
    at: str,
) -> Correction:
    """Add an entry to the log."""
    number = following(connection, correction)
    made = Correction(number, at, by, why, kind, target, report_key, payload)
    row = {name: getattr(made, name) for name in ("n", "at", "by", "why", "kind", "target", "report_key")}
    connection.execute(correction.insert().values(**row, payload=dumps(payload, indent=None)))
    return made


def undo(connection: Connection, number: int, *, by: str, why: str | None, at: str) -> Correction:
    """Take an entry back. Raises UnknownId where there is none, UsageError where it is taken back already."""
    entries = {one.n: one for one in log(connection)}
    taken_back = undone(entries.values())
    if number not in entries:
        raise UnknownId(f"correction {number}", reason="is not in the log; detente log lists what is")
    if number in taken_back:
        last = f"correction {number} is taken back by {taken_back[number]} already"
        raise UsageError(f"{last}; detente undo {taken_back[number]} makes it good again")
    return enter(connection, "undo", str(number), {}, report_key=entries[number].report_key, by=by, why=why, at=at)


def log(connection: Connection, report_key: str | None = None) -> list[Correction]:
    """Every entry, or those on one report, in the order in which they were made."""
    found = select(correction).order_by(correction.c.n)
    if report_key is not None:
        found = found.where(correction.c.report_key == report_key)
    return [_correction(row) for row in connection.execute(found)]


def undone(entries: Iterable[Correction]) -> dict[int, int]:
    """The numbers of the entries that are taken back, each with that of the entry which does it.

    What takes something back may be taken back itself.
    """
    taken_back: dict[int, int] = {}
    for entry in sorted(entries, key=lambda one: -one.n):
        if entry.kind == "undo" and entry.n not in taken_back:
            taken_back[int(entry.target)] = entry.n
    return taken_back


def standing(entries: Iterable[Correction]) -> Iterator[Correction]:
    """The entries on items that hold, in their order."""
    every = list(entries)
    taken_back = undone(every)
    return (one for one in every if one.kind in OF_ITEMS and one.n not in taken_back)


def _correction(row: Any) -> Correction:
    return Correction(
        row.n, row.at, row.by, row.why, row.kind, row.target, row.report_key, json.loads(row.payload)
    )  # fmt: skip
