"""How an item came to be as it is: in each reading of its report that has it, and what changed from one to the next."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from detente.record.schema import item, provenance, reading, report


@dataclass(frozen=True, slots=True)
class Past:
    """An item in one reading, as plain values; ``changed`` names the fields that the reading before had otherwise."""

    reading_n: int
    made_at: str
    program: str
    report: str  #: the id of the version that was read
    section: str
    item: dict[str, Any]
    changed: tuple[str, ...]


def history(connection: Connection, key: str, identity: str) -> list[Past]:
    """The item in every reading of a report's versions that has it, oldest first."""
    joined = item.join(reading, reading.c.n == item.c.reading_n).join(report, report.c.n == reading.c.report_n)
    joined = joined.join(provenance, provenance.c.hash == reading.c.provenance)
    columns = (reading.c.n, reading.c.made_at, report.c.id, item.c.section, item.c.json, provenance.c.json.label("by"))
    found = select(*columns).select_from(joined).where(report.c.key == key, item.c.id == identity)
    past: list[Past] = []
    for row in connection.execute(found.order_by(reading.c.n)):
        now = json.loads(row.json)
        before = past[-1].item if past else now
        changed = tuple(name for name in now if now[name] != before.get(name))
        past.append(Past(row.n, row.made_at, json.loads(row.by)["program"], row.id, row.section, now, changed))
    return past
