"""The record -> plain values from which it can be made again (docs/reference/record-json.md), the same bytes each time.

Everything that is truth: reports with their bytes, places, versions and readings; disputes and who belongs; the log.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Container, Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from detente.model.round_trip import plain
from detente.record import blobs, corrections
from detente.record.amendment import amended
from detente.record.readings import reading_of, report_of
from detente.record.schema import capture, dispute, membership, reading, report

FORMAT = 1


def dump(
    connection: Connection, keys: Container[str] | None = None, names: Container[str] | None = None
) -> Iterator[dict[str, Any]]:
    """An object for the whole, then one for each version of a report, dispute, membership and entry of the log.

    With ``keys`` only these reports and the corrections on them, with ``names`` only these disputes.
    """
    yield {"kind": "record", "format": FORMAT}
    for number, key in connection.execute(select(report.c.n, report.c.key).order_by(report.c.n)).all():
        if keys is None or key in keys:
            yield _report(connection, connection.execute(select(report).where(report.c.n == number)).one())
    for table, kind, name in ((dispute, "dispute", "name"), (membership, "membership", "dispute")):
        for row in connection.execute(select(table).order_by(table.c.n)):
            values = dict(row._mapping)
            del values["n"]
            inside = keys is None or kind == "dispute" or row.report_key in keys
            if inside and (names is None or values[name] in names):
                yield {"kind": kind, **values}
    for entry in corrections.log(connection):
        if keys is None or entry.report_key is None or entry.report_key in keys:
            yield {"kind": "correction", **_entry(entry)}


def _report(connection: Connection, row: Row[Any]) -> dict[str, Any]:
    given = report_of(connection, row.n)
    came = select(capture.c.source, capture.c.raw_sha256, capture.c.at).where(capture.c.report_n == row.n)
    made = select(reading.c.n, reading.c.made_at).where(reading.c.report_n == row.n).order_by(reading.c.n)
    readings = [(each.made_at, reading_of(connection, row.n, each.n)) for each in connection.execute(made).all()]
    same = row.raw_sha256 == row.text_sha256  # the bytes are the text
    told = amended(readings[-1][1], corrections.log(connection, row.key))
    return {
        "kind": "report",
        "id": row.id,
        "report": plain(given),
        "bytes": None if same else base64.b64encode(blobs.get(connection, row.raw_sha256)).decode("ascii"),
        "source": row.source,
        "added_at": row.added_at,
        "captures": [dict(each._mapping) for each in connection.execute(came.order_by(capture.c.n))],
        "readings": [
            {
                "made_at": made_at,
                "reading": plain(read.provenance),
                "front": plain(read.front),
                "items": {name: [plain(one) for one in items] for name, items in read.items.items()},
            }
            for made_at, read in readings
        ],
        "corrected": None
        if told.reading is readings[-1][1]
        else {name: [plain(one) for one in items] for name, items in told.reading.items.items()},
    }


def _entry(entry: corrections.Correction) -> dict[str, Any]:
    names = ("n", "at", "by", "why", "target", "report_key")
    return {"change": entry.kind, **{name: getattr(entry, name) for name in names}, "payload": dict(entry.payload)}


def text(values: Iterator[dict[str, Any]]) -> Iterator[str]:
    """The pieces of one JSON array, each object on a line of its own."""
    before = "[\n"
    for value in values:
        yield before + json.dumps(value, ensure_ascii=False)
        before = ",\n"
    yield "\n]\n"
