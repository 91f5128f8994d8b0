"""A dispute of the record -> the hash of all that its dossier follows from: the same while that is as it was."""

from __future__ import annotations

from sqlalchemy import Connection, select

from detente.model.ids import hashed
from detente.model.round_trip import dumps
from detente.record.belonging import keys_of
from detente.record.corrections import OF_ITEMS, log
from detente.record.disputes import rules_of
from detente.record.schema import current, reading, report


def source_hash(connection: Connection, name: str | None = None) -> str:
    """Of its rules, of each report and reading that counts, and of what people said of their items.

    ``name`` is a stored one, or the path of a dispute file; None for the whole record. Raises UnknownDispute,
    BadDispute.
    """
    keys = keys_of(connection, name) if name is not None else None
    joined = current.join(report, report.c.n == current.c.report_n).join(reading, reading.c.n == current.c.reading_n)
    columns = (current.c.key, report.c.id, report.c.added_at, reading.c.digest, reading.c.provenance)
    rows = connection.execute(select(*columns).select_from(joined).order_by(current.c.key))
    told = [tuple(row) for row in rows if keys is None or row.key in keys]
    said = [
        (one.n, one.kind, one.target, one.report_key, dumps(one.payload, indent=None))
        for one in log(connection)
        if keys is None or one.report_key in keys or one.kind not in OF_ITEMS
    ]
    rules = rules_of(connection, name) if name is not None else ""
    return hashed(rules, dumps(told, indent=None), dumps(said, indent=None))
