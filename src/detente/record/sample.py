"""The record -> some of its items to be judged, as many of each section, the same again for the same seed.

An item's turn comes by the hash of seed, report and id, so that what is added later does not stir up the rest.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from heapq import nsmallest
from itertools import zip_longest
from typing import Any

from sqlalchemy import Connection, select

from detente.model.ids import hashed
from detente.record.filters import written_out
from detente.record.present import present
from detente.record.schema import current, item

_UNJUDGED = frozenset({"times"})  # they stand in the dates of the others
_HELD = 20
_Turn = tuple[str, str, str]  # hash, report's key, id


@dataclass(frozen=True, slots=True)
class Drawn:
    """An item that was drawn, with its report's reading."""

    section: str
    item: Any
    reading: Any


def sample(
    connection: Connection, count: int, keys: Collection[str] | None = None, section: str | None = None, seed: str = ""
) -> list[Drawn]:
    """At most ``count`` items of the reports with these keys, by section and turn; hidden ones are left out."""
    joined = item.join(current, current.c.reading_n == item.c.reading_n)
    wanted = select(item.c.section, item.c.id, current.c.key).select_from(joined)
    if keys is not None:
        wanted = wanted.where(current.c.key.in_(written_out(keys)))  # by the index, not through every item there is
    turns: dict[str, list[_Turn]] = {}
    for row in connection.execute(wanted.where(item.c.section == section) if section else wanted):
        if section or row.section not in _UNJUDGED:
            waiting = turns.setdefault(row.section, [])
            waiting.append((hashed(seed, row.key, row.id), row.key, row.id))
            if len(waiting) > _HELD * count:  # so many stay in memory, not all of the record
                waiting[:] = nsmallest(count, waiting)
    drawn: list[Drawn] = []
    by_turn = zip_longest(*(sorted(turns[name]) for name in sorted(turns)))
    for name, turn in ((name, turn) for row in by_turn for name, turn in zip(sorted(turns), row, strict=True) if turn):
        if len(drawn) == count:
            break
        told = present(connection, turn[1]).reading
        drawn += [Drawn(name, one, told) for one in told.items.get(name, ()) if one.id == turn[2]]
    return sorted(drawn, key=lambda one: (one.section, one.reading.report.key, one.item.evidence.start, one.item.id))
