"""Reports of the record -> what of them was never read: sections that an older version or narrower command left out."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from detente.model.sections import SECTIONS
from detente.record.filters import written_out
from detente.record.schema import current, reading


@dataclass(frozen=True, slots=True)
class Unread:
    """How many of so many reports lack which sections, by their titles."""

    reports: int
    of: int
    sections: tuple[str, ...]


def unread(connection: Connection, keys: Collection[str]) -> Unread | None:
    """What the readings of the reports with these keys lack; null where every one is whole."""
    joined = current.join(reading, reading.c.n == current.c.reading_n)
    found = select(reading.c.sections, func.count()).select_from(joined)
    rows = connection.execute(found.where(current.c.key.in_(written_out(keys))).group_by(reading.c.sections)).all()
    lacking = [(set(SECTIONS) - set(sections.split(",")), count) for sections, count in rows]
    titles = tuple(section.title for name, section in SECTIONS.items() if any(name in gone for gone, _ in lacking))
    reports = sum(count for gone, count in lacking if gone)
    return Unread(reports, sum(count for _, count in lacking), titles) if titles else None
