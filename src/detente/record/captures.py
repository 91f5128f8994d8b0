"""Where reports came from: what is known already, by its bytes and by its place."""

from __future__ import annotations

import os.path
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, insert, select

from detente.model.report import Report
from detente.record.schema import capture, report

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_BY_CONTENT = "text:"  # how the key begins of a report that its source gave no other


def place(source: str) -> str:
    """A source as the record knows it: a path from the root, an address or ``-`` as it is."""
    if source == "-" or source.startswith("-:") or _ADDRESS.match(source):
        return source
    return os.path.abspath(source)  # noqa: PTH100


@dataclass(frozen=True, slots=True)
class Place:
    """A report that certain bytes gave, and where they came from."""

    source: str
    report_n: int
    key: str


_PLACES = (  # built once, for it is asked of everything that comes
    select(capture.c.source, report.c.n, report.c.key)
    .select_from(capture.join(report, report.c.n == capture.c.report_n))
    .where(capture.c.raw_sha256 == bindparam("sha256"))
    .order_by(capture.c.n)
)


def places_of(connection: Connection, sha256: str) -> list[Place]:
    """Where bytes of this hash came from, and what they gave; empty where they are new."""
    return [Place(*row) for row in connection.execute(_PLACES, {"sha256": sha256})]


def version_n(connection: Connection, report_id: str) -> int | None:
    """The number of a version, if it is in the record."""
    return connection.scalar(select(report.c.n).where(report.c.id == report_id))


def has_key(connection: Connection, key: str) -> bool:
    """Whether a report of this key is in the record."""
    return connection.scalar(select(report.c.n).where(report.c.key == key).limit(1)) is not None


def key_of_place(connection: Connection, source: str) -> str | None:
    """The key of what a path gave last, where that has no better name than its content; else None.

    A file that was changed is a new version of what it held.
    """
    if not os.path.isabs(source):  # noqa: PTH117
        return None
    joined = capture.join(report, report.c.n == capture.c.report_n)
    found = select(report.c.key).select_from(joined).where(capture.c.source == source).order_by(capture.c.n.desc())
    key = connection.scalar(found.limit(1))
    return key if key is not None and key.startswith(_BY_CONTENT) else None


def enter(connection: Connection, source: str, sha256: str, report_n: int, at: str) -> None:
    """Keep that a report came from a place, unless that is known."""
    enter_all(connection, [(source, sha256, report_n)], at)


def enter_all(connection: Connection, came: Iterable[tuple[str, str, int]], at: str) -> None:
    """Keep that reports came from places, each as source, hash of the bytes and number, but for what is known."""
    wanted = dict.fromkeys(came)
    columns = (capture.c.source, capture.c.raw_sha256, capture.c.report_n)
    digests = sorted({digest for _, digest, _ in wanted})
    known = {tuple(row) for row in connection.execute(select(*columns).where(capture.c.raw_sha256.in_(digests)))}
    new = [dict(zip(("source", "raw_sha256", "report_n"), one, strict=True)) for one in wanted if one not in known]
    if new:
        connection.execute(insert(capture), [{**row, "at": at} for row in new])


def keyed(connection: Connection, given: Report) -> Report:
    """The report with the key of what its place gave before, where its source gives it none."""
    key = None if given.key else key_of_place(connection, place(given.source))
    return given if key is None else replace(given, key=key)
