"""The record -> its readings as they are to be told: each report's newest, with what people corrected."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Container, Iterator

from sqlalchemy import Connection, select

from detente.record.amendment import Amended, amended
from detente.record.corrections import Correction, log
from detente.record.many import readings_of
from detente.record.readings import reading_of
from detente.record.schema import correction, current


def present(connection: Connection, key: str) -> Amended:
    """The reading of a report's key that counts, corrected."""
    row = connection.execute(select(current).where(current.c.key == key)).one()
    return amended(reading_of(connection, row.report_n, row.reading_n), log(connection, key))


def all_present(connection: Connection, keys: Container[str] | None = None) -> Iterator[Amended]:
    """Likewise of every report, or of those with these keys, in the order of their keys."""
    rows = connection.execute(select(current).order_by(current.c.key)).all()
    numbers = [(row.report_n, row.reading_n) for row in rows if keys is None or row.key in keys]
    entries: defaultdict[str | None, list[Correction]] = defaultdict(list)
    for one in log(connection):
        entries[one.report_key].append(one)
    for read in readings_of(connection, numbers):
        yield amended(read, entries.get(read.report.key, ()))


def corrected_keys(connection: Connection) -> list[str]:
    """The keys of the reports that have corrections, in order."""
    found = select(correction.c.report_key).where(correction.c.report_key.is_not(None)).distinct()
    return sorted(str(key) for key in connection.scalars(found))
