"""What was run on the record, and what came of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import Connection, select

from detente.record.derivation import following
from detente.record.schema import run


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a command; ``ended_at`` is None of one that was stopped, or still goes on."""

    command: str
    started_at: str
    ended_at: str | None
    counts: Mapping[str, int]


def begin(connection: Connection, command: str, at: str) -> int:
    """Enter that a command starts; returns the run's number."""
    number = following(connection, run)
    connection.execute(run.insert().values(n=number, command=command, started_at=at, counts="{}"))
    return number


def end(connection: Connection, number: int, counts: Mapping[str, int], at: str) -> None:
    """Enter what came of a run."""
    connection.execute(run.update().where(run.c.n == number).values(ended_at=at, counts=json.dumps(dict(counts))))


def last(connection: Connection, count: int = 5) -> list[Run]:
    """The last runs, newest first."""
    rows = connection.execute(select(run).order_by(run.c.n.desc()).limit(count))
    return [Run(row.command, row.started_at, row.ended_at, json.loads(row.counts)) for row in rows]
