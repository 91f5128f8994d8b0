"""The record at an earlier time -> the readings as they were to be told then, with the corrections made until then."""

from __future__ import annotations

from collections.abc import Container, Iterator

from sqlalchemy import Connection, func, select

from detente.record.amendment import Amended, amended
from detente.record.corrections import log
from detente.record.readings import reading_of
from detente.record.schema import reading, report


def held(connection: Connection, at: str, keys: Container[str] | None = None) -> Iterator[Amended]:
    """Each report's newest version added until a time (UTC, ISO 8601), as it was read then, in the order of keys."""
    newest = select(report.c.key, func.max(report.c.n)).where(report.c.added_at <= at).group_by(report.c.key)
    for key, report_n in connection.execute(newest.order_by(report.c.key)).all():
        if keys is not None and key not in keys:
            continue
        made = select(func.max(reading.c.n)).where(reading.c.report_n == report_n, reading.c.made_at <= at)
        reading_n = connection.scalar(made)
        if reading_n is not None:
            entries = (one for one in log(connection, key) if one.at <= at)
            yield amended(reading_of(connection, report_n, reading_n), entries)
