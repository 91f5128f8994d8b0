"""The record -> which version of each report counts and which reading of it, at present or at an earlier time."""

from __future__ import annotations

from collections.abc import Container, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from detente.record.schema import current, reading, report


@dataclass(frozen=True, slots=True)
class Version:
    """A version and its reading: the report's key, the version's id, their numbers, and when it was added."""

    key: str
    id: str
    report_n: int
    reading_n: int
    added_at: str


def newest(connection: Connection, keys: Container[str] | None = None) -> Iterator[Version]:
    """The version that counts of every report, or of those with these keys, in the order of their keys."""
    columns = (current.c.key, report.c.id, current.c.report_n, current.c.reading_n, report.c.added_at)
    joined = current.join(report, report.c.n == current.c.report_n)
    for row in connection.execute(select(*columns).select_from(joined).order_by(current.c.key)):
        if keys is None or row.key in keys:
            yield Version(*row)


def newest_at(connection: Connection, at: str, keys: Container[str] | None = None) -> Iterator[Version]:
    """Likewise, what was added until a time (UTC, ISO 8601), as it was read then."""
    last = select(func.max(report.c.n)).where(report.c.added_at <= at).group_by(report.c.key)
    made = select(func.max(reading.c.n)).where(reading.c.report_n == report.c.n, reading.c.made_at <= at)
    columns = (report.c.key, report.c.id, report.c.n, made.scalar_subquery().label("reading_n"), report.c.added_at)
    for row in connection.execute(select(*columns).where(report.c.n.in_(last)).order_by(report.c.key)):
        if row.reading_n is not None and (keys is None or row.key in keys):
            yield Version(*row)
