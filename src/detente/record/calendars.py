"""What was given out as a calendar: each entry keeps its UID, and counts its changes, whatever is read later.

An entry is known again by the items that tell of it. Where an earlier report is added, the first item is another and
the UID stays; where two entries have become one, it has one of theirs.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from detente.record.schema import calendar


@dataclass(frozen=True, slots=True)
class Entry:
    """Something on an agenda: the ids of the items that tell it, the first first, and its date and state in a word."""

    items: tuple[str, ...]
    told: str


@dataclass(frozen=True, slots=True)
class Issued:
    """How an entry goes out: ``sequence`` is how often what is told of it has changed since it first went out."""

    uid: str
    sequence: int


def issue(connection: Connection, dispute: str, entries: Iterable[Entry]) -> list[Issued]:
    """How each entry goes out now, in the order given; what is new gets a UID, and both are kept."""
    rows = {row.uid: row for row in connection.execute(select(calendar).where(calendar.c.dispute == dispute))}
    of = {item: uid for uid in sorted(rows, reverse=True) for item in json.loads(rows[uid].items)}
    taken: set[str] = set()
    given: list[Issued] = []
    for entry in entries:
        uid = next((of[item] for item in entry.items if item in of and of[item] not in taken), entry.items[0])
        taken.add(uid)
        old = rows.get(uid)
        sequence = 0 if old is None else old.sequence + (old.told != entry.told)
        items = sorted({*entry.items, *(json.loads(old.items) if old is not None else ())})
        if old is None or old.told != entry.told or items != json.loads(old.items):
            connection.execute(delete(calendar).where(calendar.c.dispute == dispute, calendar.c.uid == uid))
            values = {
                "dispute": dispute,
                "uid": uid,
                "sequence": sequence,
                "told": entry.told,
                "items": json.dumps(items),
            }
            connection.execute(insert(calendar).values(values))
        given.append(Issued(uid, sequence))
    return given
