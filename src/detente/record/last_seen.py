"""Until when somebody has seen something: a state of the record, not a truth in it."""

from __future__ import annotations

from sqlalchemy import Connection, delete, select

from detente.record.schema import seen


def last_seen(connection: Connection, user: str, what: str) -> str | None:
    """When a user last saw something (UTC); null where they never did."""
    found = connection.scalar(select(seen.c.at).where((seen.c.user == user) & (seen.c.what == what)))
    return None if found is None else str(found)


def saw(connection: Connection, user: str, what: str, at: str) -> None:
    """Keep that a user saw something at a time."""
    connection.execute(delete(seen).where((seen.c.user == user) & (seen.c.what == what)))
    connection.execute(seen.insert().values(user=user, what=what, at=at))
