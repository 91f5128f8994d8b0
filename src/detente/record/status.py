"""The state of the record: where it is, how large, what is in it, what made it, what was run last."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Table, func, select

from detente.model.sections import SECTIONS
from detente.record.migrations import HEAD
from detente.record.runs import Run, last
from detente.record.schema import aside, correction, current, dispute, item, provenance, reading, report

if TYPE_CHECKING:
    from detente.record.store import Store


@dataclass(frozen=True, slots=True)
class Status:
    """What ``detente status`` shows. ``items`` counts those of the readings that count now, by section."""

    path: str
    bytes: int
    schema: str
    reports: int
    versions: int  #: of all reports together
    readings: int
    items: dict[str, int]
    first_day: str | None  #: of publication
    last_day: str | None
    publishers: int
    disputes: int
    corrections: int
    set_aside: int
    programs: dict[str, int]  #: by name and version, and how many of the readings that count they made
    runs: list[Run]


def status(store: Store) -> Status:
    """The present state, of one moment."""
    with store.reading() as connection:
        now = current.join(reading, reading.c.n == current.c.reading_n)
        dated = select(func.min(reading.c.first_day), func.max(reading.c.last_day)).select_from(now)
        first, final = connection.execute(dated).one()
        return Status(
            path=str(store.path.absolute()),
            bytes=_size(store.path),
            schema=HEAD,
            reports=_count(connection, current),
            versions=_count(connection, report),
            readings=_count(connection, reading),
            items=_items(connection),
            first_day=first,
            last_day=final,
            publishers=connection.scalar(select(func.count(report.c.publisher.distinct()))) or 0,
            disputes=connection.scalar(select(func.count(dispute.c.name.distinct()))) or 0,
            corrections=_count(connection, correction),
            set_aside=_count(connection, aside),
            programs=_programs(connection),
            runs=last(connection),
        )


def _count(connection: Connection, table: Table) -> int:
    return connection.scalar(select(func.count()).select_from(table)) or 0


def _items(connection: Connection) -> dict[str, int]:
    """All items, which an index tells at once, less those of readings that count no more."""
    counted = select(item.c.section, func.count().label("counted")).group_by(item.c.section)
    older = select(reading.c.n).where(reading.c.n.not_in(select(current.c.reading_n)))
    found = {row.section: row.counted for row in connection.execute(counted)}
    for row in connection.execute(counted.where(item.c.reading_n.in_(older))):
        found[row.section] -= row.counted
    return {section: found[section] for section in SECTIONS if found.get(section)}


def _programs(connection: Connection) -> dict[str, int]:
    joined = reading.join(current, current.c.reading_n == reading.c.n)
    counted = select(reading.c.provenance, func.count().label("readings")).select_from(joined)
    by_hash = counted.group_by(reading.c.provenance).subquery()  # before their JSON, which is long, is at hand
    named = select(provenance.c.json, by_hash.c.readings).join(by_hash, by_hash.c.provenance == provenance.c.hash)
    found: dict[str, int] = {}
    for made_by, count in connection.execute(named.order_by(provenance.c.hash)):
        program = json.loads(made_by)["program"]
        found[program] = found.get(program, 0) + count
    return found


def _size(path: Path) -> int:
    """Bytes on the disk, the log that is not yet in the file included."""
    beside = (path, path.with_name(f"{path.name}-wal"))
    return sum(part.stat().st_size for part in beside if part.exists())
