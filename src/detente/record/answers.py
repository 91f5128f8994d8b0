"""Answers that were worked out across reports: kept, and told again while all that they came from is as it was.

Each has the hash of what it came from, which takes a look at every report of a dispute to work out. So it also has the
revision of the record at which it was last known to hold: while that is the present one, nothing need be looked at.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from detente.model.round_trip import dumps
from detente.record.revision import Revision, revision
from detente.record.schema import derived

_KIND = "answer"
_MOST = 300  # that are kept; for one more, those that held longest ago go


@dataclass(frozen=True, slots=True)
class Answer:
    """What is printed, and the exit code."""

    text: str
    code: int


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, and ``by``: the mark of the program and the rules that answer it."""

    asked: str
    by: str


def kept(connection: Connection, question: Question, came_from: Callable[[], str]) -> Answer | None:
    """The answer that is kept, if it holds; ``came_from`` works out the hash of what it would come from now."""
    own = (derived.c.kind == _KIND) & (derived.c.key == question.asked)
    row = connection.execute(select(derived).where(own)).one_or_none()
    if row is None:
        return None
    found = json.loads(row.json)
    if found["by"] != question.by:
        return None
    holds = found["revision"] == list(revision(connection)) or row.source_hash == came_from()
    return Answer(found["text"], found["code"]) if holds else None


def keep(connection: Connection, question: Question, answer: Answer, source_hash: str, at: Revision) -> None:
    """Keep an answer in place of an earlier one to the same question."""
    value = {"revision": list(at), "by": question.by, "text": answer.text, "code": answer.code}
    connection.execute(derived.delete().where(derived.c.kind == _KIND, derived.c.key == question.asked))
    row = {"kind": _KIND, "key": question.asked, "source_hash": source_hash, "json": dumps(value, indent=None)}
    connection.execute(derived.insert().values(**row))
    if (connection.scalar(select(func.count()).where(derived.c.kind == _KIND)) or 0) > _MOST:
        _forget(connection)


def _forget(connection: Connection) -> None:
    """Leave half of the answers, those of the newest revisions."""
    rows = connection.execute(select(derived.c.key, derived.c.json).where(derived.c.kind == _KIND)).all()
    oldest = sorted(rows, key=lambda row: (json.loads(row.json)["revision"], row.key))[: len(rows) - _MOST // 2]
    for row in oldest:
        connection.execute(derived.delete().where(derived.c.kind == _KIND, derived.c.key == row.key))
