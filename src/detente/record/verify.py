"""Whether the record is whole: every hash, reference and passage, and whether what is derived is in step.

Nothing is changed. In: a store. Out: each damage with its kind, where it is, and what is wrong.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DatabaseError

from detente.errors import BadRecord
from detente.model.ids import hashed
from detente.record import blobs, search_words
from detente.record.schema import blob, capture, current, metadata, provenance, reading, report
from detente.record.verify_copies import verify_copies
from detente.record.verify_people import verify_people
from detente.record.verify_reading import verify_reading

if TYPE_CHECKING:
    from detente.record.store import Store


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that is wrong: ``kind`` names it, ``where`` says of what, ``what`` how."""

    kind: str
    where: str
    what: str

    def __str__(self) -> str:
        return f"{self.kind}: {self.where}: {self.what}"


def verify(store: Store, told: Callable[[int], None] = lambda _: None) -> Iterator[Damage]:
    """Everything that is wrong with the record. ``told`` is called with the number of readings checked so far."""
    try:
        with store.reading() as connection:
            for check in (_file, _tables, _foreign_keys, _blobs, _reports, _provenances, _current, _search):
                yield from check(connection)
            yield from (Damage(*damage) for damage in verify_people(connection))
            yield from (Damage(*damage) for damage in verify_copies(connection))
            for done, number in enumerate(connection.scalars(select(reading.c.n).order_by(reading.c.n)).all(), start=1):
                yield from (Damage(*damage) for damage in verify_reading(connection, number))
                told(done)
    except BadRecord:
        yield Damage("file", str(store.path), "cannot be read on")


def _file(connection: Connection) -> Iterator[Damage]:
    for line in connection.exec_driver_sql("PRAGMA integrity_check(10)").scalars().all():
        if line != "ok":
            yield Damage("file", "its pages", " ".join(str(line).split()))


def _tables(connection: Connection) -> Iterator[Damage]:
    found = set(connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars())
    wanted = [*metadata.tables, *search_words.TABLES]
    wanted += [str(index.name) for table in metadata.tables.values() for index in table.indexes]
    for name in wanted:
        if name not in found:
            yield Damage("schema", name, "is missing")


def _foreign_keys(connection: Connection) -> Iterator[Damage]:
    for table, row, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Damage("foreign key", f"{table} {row}", f"names a row of {parent} that is not there")


def _blobs(connection: Connection) -> Iterator[Damage]:
    for sha256 in connection.scalars(select(blob.c.sha256).order_by(blob.c.sha256)).all():
        try:
            found = hashlib.sha256(blobs.get(connection, sha256)).hexdigest()
        except (zlib.error, TypeError) as error:
            yield Damage("bytes", sha256, f"cannot be unpacked: {error}")
        else:
            if found != sha256:
                yield Damage("bytes", sha256, f"have another hash: {found}")


def _reports(connection: Connection) -> Iterator[Damage]:
    columns = ("key", "version", "raw_sha256", "format", "url", "publisher", "language", "title", "given_id")
    captured = set(connection.scalars(select(capture.c.report_n).distinct()))
    for row in connection.execute(select(report).order_by(report.c.n)):
        if row.id != f"report-{hashed(row.key, row.version)}":
            yield Damage("id", row.id, "is not the hash of the report's key and version")
        if row.n not in captured:
            yield Damage("origin", row.id, "nothing says where the report came from")
        try:
            own = json.loads(row.json)
            wrong = [name for name in columns if own[name] != getattr(row, name)]
        except (ValueError, KeyError, TypeError) as error:
            yield Damage("report", row.id, f"is not as it was written: {error!r}")
            continue
        if wrong:
            yield Damage("report", row.id, f"has {', '.join(wrong)} otherwise than the report itself")


def _provenances(connection: Connection) -> Iterator[Damage]:
    for row in connection.execute(select(provenance).order_by(provenance.c.hash)):
        if hashed(row.json) != row.hash:
            yield Damage("provenance", row.hash, "is not as it was written")


def _current(connection: Connection) -> Iterator[Damage]:
    newest = select(report.c.key, func.max(report.c.n)).group_by(report.c.key)
    versions: dict[str, int] = {key: number for key, number in connection.execute(newest)}  # noqa: C416
    latest = select(reading.c.report_n, func.max(reading.c.n)).group_by(reading.c.report_n)
    readings: dict[int, int] = {number: n for number, n in connection.execute(latest)}  # noqa: C416
    now = {row.key: (row.report_n, row.reading_n) for row in connection.execute(select(current))}
    for number in connection.scalars(select(report.c.n).order_by(report.c.n)):
        if number not in readings:
            yield Damage("reading", f"report {number}", "has no reading")
    for key in sorted({*versions, *now}):
        number = versions.get(key)
        if now.get(key) != (number, readings.get(number or 0)):
            yield Damage("current", key, "is not the newest reading of the newest version; run detente rebuild")


def _search(connection: Connection) -> Iterator[Damage]:
    for table in search_words.TABLES:
        try:
            connection.exec_driver_sql(f"INSERT INTO {table}({table}) VALUES('integrity-check')")
        except DatabaseError as error:  # of a record that may not be written, it cannot be asked
            if not getattr(error.orig, "sqlite_errorname", "").startswith("SQLITE_READONLY"):
                yield Damage("search", table, "is damaged; run detente rebuild")
