"""What is given to be read and waits for the process that reads: a state of the record, not a truth in it.

Each is a file, an address, or ``AGAIN``: the reports of its dispute that another version of the program read. It is
``waiting``, then ``reading``, then ``done`` or ``failed``, and is kept so that people see what became of it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Literal

from sqlalchemy import Connection, select

from detente.model.round_trip import dumps
from detente.record.derivation import following
from detente.record.schema import queue

State = Literal["waiting", "reading", "done", "failed"]
_KIND = "read"
AGAIN = "detente:again"  #: the place of what is to be read again
_OPEN = frozenset({"waiting", "reading"})


@dataclass(frozen=True, slots=True)
class Given:
    """Something to read: ``place`` is a path, an address or ``AGAIN``, ``called`` what whoever gave it calls it.

    ``counts`` are of new, version, known, again and aside; ``reports`` the ids of what came of it; ``reason`` why
    nothing did.
    """

    n: int
    at: str
    place: str
    called: str
    by: str
    dispute: str | None = None
    published: str | None = None
    state: State = "waiting"
    counts: Mapping[str, int] = field(default_factory=dict)
    reports: tuple[str, ...] = ()
    reason: str | None = None

    @property
    def is_open(self) -> bool:
        """Whether something is still to become of it."""
        return self.state in _OPEN


def give(
    connection: Connection, place: str, called: str, by: str, at: str,
    dispute: str | None = None, published: str | None = None,
) -> Given:  # fmt: skip
    """Put something at the end of the queue."""
    made = Given(following(connection, queue), at, place, called, by, dispute, published)
    connection.execute(queue.insert().values(n=made.n, kind=_KIND, payload=_payload(made), at=at))
    return made


def every(connection: Connection, most: int = 200) -> list[Given]:
    """What was given, the newest first."""
    found = select(queue).where(queue.c.kind == _KIND).order_by(queue.c.n.desc()).limit(most)
    return [_given(row.n, row.at, row.payload) for row in connection.execute(found)]


def is_anything(connection: Connection) -> bool:
    """Whether something waits."""
    return any(one.state == "waiting" for one in every(connection, 10_000))


def next_one(connection: Connection) -> Given | None:
    """The oldest that waits, which from now on is being read; null where nothing does."""
    for row in connection.execute(select(queue).where(queue.c.kind == _KIND).order_by(queue.c.n)).all():
        one = _given(row.n, row.at, row.payload)
        if one.state == "waiting":
            return _changed(connection, replace(one, state="reading"))
    return None


def done(connection: Connection, one: Given, counts: Mapping[str, int], reports: tuple[str, ...]) -> Given:
    """Keep what came of it."""
    return _changed(connection, replace(one, state="done", counts=dict(counts), reports=reports))


def failed(connection: Connection, one: Given, reason: str) -> Given:
    """Keep why nothing came of it."""
    return _changed(connection, replace(one, state="failed", reason=reason))


def broken_off(connection: Connection, reason: str) -> None:
    """What is still being read, though nobody reads any more, has failed."""
    for one in every(connection, 10_000):
        if one.state == "reading":
            failed(connection, one, reason)


def forget_settled(connection: Connection) -> None:
    """Let what is done or has failed go from the list; what was read is in the record."""
    for one in every(connection, 100_000):
        if not one.is_open:
            connection.execute(queue.delete().where(queue.c.n == one.n))


def _changed(connection: Connection, one: Given) -> Given:
    connection.execute(queue.update().where(queue.c.n == one.n).values(payload=_payload(one)))
    return one


def _payload(one: Given) -> str:
    return dumps({name: value for name, value in asdict(one).items() if name not in ("n", "at")}, indent=None)


def _given(number: int, at: str, payload: str) -> Given:
    values = json.loads(payload)
    return Given(number, at, **values | {"reports": tuple(values["reports"])})
