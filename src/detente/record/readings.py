"""The record -> readings, equal to those that were kept; ids and beginnings of ids -> what they stand for."""

from __future__ import annotations

import json
from collections.abc import Container, Iterator
from dataclasses import replace

from sqlalchemy import Connection, Row, select

from detente.errors import UnknownId
from detente.model.reading import Provenance, Reading
from detente.model.report import Front, Report
from detente.model.round_trip import typed, typed_json
from detente.model.sections import SECTIONS
from detente.record import blobs
from detente.record.schema import current, item, provenance, reading, report


def report_of(connection: Connection, report_n: int) -> Report:
    """A version of a report, by its number."""
    row = connection.execute(select(report).where(report.c.n == report_n)).one()
    return _report(connection, row)


def _report(connection: Connection, row: Row[tuple[object, ...]]) -> Report:
    values = json.loads(row.json) | {"text": blobs.get_text(connection, row.text_sha256)}
    return typed(values, Report, f"report {row.id}")


def reading_of(connection: Connection, report_n: int, reading_n: int | None = None) -> Reading:
    """The newest reading of a version of a report, or the one of a number."""
    which = reading.c.n == reading_n if reading_n is not None else reading.c.report_n == report_n
    row = connection.execute(select(reading).where(which).order_by(reading.c.n.desc()).limit(1)).one()
    made_by = connection.scalar(select(provenance.c.json).where(provenance.c.hash == row.provenance))
    found: dict[str, list[object]] = {name: [] for name in row.sections.split(",") if name}
    ordered = select(item.c.section, item.c.id, item.c.json).where(item.c.reading_n == row.n).order_by(item.c.n)
    for section, identity, text in connection.execute(ordered):
        found[section].append(typed_json(text, SECTIONS[section].item, identity))
    return Reading(
        report_of(connection, row.report_n),
        typed_json(row.front, Front, "front"),
        typed_json(made_by or "null", Provenance, "reading"),
        {name: tuple(items) for name, items in found.items()},
    )


def reports_now(connection: Connection) -> Iterator[tuple[int, int]]:
    """The number of each report's newest version and of the reading that counts, in the order of their keys."""
    for row in connection.execute(select(current).order_by(current.c.key)):
        yield row.report_n, row.reading_n


def is_newest(connection: Connection, report_n: int) -> bool:
    """Whether a version is the newest of its report."""
    return connection.scalar(select(current.c.key).where(current.c.report_n == report_n)) is not None


def readings_now(connection: Connection) -> Iterator[Reading]:
    """Each report's newest version, as it is read now, in the order of their keys."""
    for report_n, reading_n in reports_now(connection):
        yield reading_of(connection, report_n, reading_n)


def made_otherwise(connection: Connection, made_by: str, keys: Container[str] | None = None) -> list[int]:
    """The numbers of the newest versions whose reading was not made by this provenance, in the order of their keys.

    With ``keys``, only of the reports that have one of them.
    """
    joined = current.join(reading, reading.c.n == current.c.reading_n)
    found = select(current.c.report_n, current.c.key).select_from(joined).where(reading.c.provenance != made_by)
    rows = connection.execute(found.order_by(current.c.key))
    return [row.report_n for row in rows if keys is None or row.key in keys]


def find_report(connection: Connection, given: str) -> int:
    """The number of the report that an id, the beginning of one (``report-`` may be left out) or a source names.

    Raises UnknownId where nothing, or more than one version, has it.
    """
    bare = given.removeprefix("report-")
    begins = f"report-{bare}"
    by_id = select(report.c.n, report.c.id).where(report.c.id >= begins, report.c.id < begins + "g").limit(4)
    rows = connection.execute(by_id).all() if bare else []
    if not rows:
        from detente.record.captures import place

        by_source = select(report.c.n, report.c.id).where(report.c.source == place(given))
        rows = connection.execute(by_source.order_by(report.c.n.desc()).limit(1)).all()
    if len(rows) != 1:
        raise UnknownId(given, [row.id for row in rows])
    return int(rows[0].n)


def with_version(read: Reading, kept: Report) -> Reading:
    """A new reading of a kept version; a newer program may see another headline, but the version is as it was."""
    return replace(read, report=kept)
