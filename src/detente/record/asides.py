"""The inputs that could not be read, kept until they can be."""

from __future__ import annotations

from sqlalchemy import Connection, select

from detente.model.report import SetAside
from detente.record.captures import place
from detente.record.schema import aside


def set_aside(connection: Connection, given: SetAside, at: str) -> None:
    """Keep an input that could not be read; the newest reason holds."""
    source = place(given.source)
    connection.execute(aside.delete().where(aside.c.source == source))
    connection.execute(aside.insert().values(source=source, reason=given.reason, at=at))


def forget(connection: Connection, *sources: str) -> None:
    """Let inputs go, because they were read or are not wanted."""
    connection.execute(aside.delete().where(aside.c.source.in_([place(source) for source in sources])))


def asides(connection: Connection) -> list[tuple[SetAside, str]]:
    """Each input that could not be read, and when, in the order of their names."""
    rows = connection.execute(select(aside).order_by(aside.c.source))
    return [(SetAside(row.source, row.reason), row.at) for row in rows]
