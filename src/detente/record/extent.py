"""The record -> how many reports it has, published when and by how many."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from detente.record.schema import current, reading, report


@dataclass(frozen=True, slots=True)
class Extent:
    """Reports as they are now; the days are of publication, null where no report has one."""

    reports: int
    publishers: int
    first_day: str | None
    last_day: str | None


def extent(connection: Connection) -> Extent:
    """What the record spans."""
    now = current.join(reading, reading.c.n == current.c.reading_n)
    dated = select(func.min(reading.c.first_day), func.max(reading.c.last_day)).select_from(now)
    first, last = connection.execute(dated).one()
    count = connection.scalar(select(func.count()).select_from(current)) or 0
    publishers = connection.scalar(select(func.count(report.c.publisher.distinct()))) or 0
    return Extent(count, publishers, first, last)
