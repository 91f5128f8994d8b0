"""A version in the record -> what copies of it are told from, by its newest reading."""

from __future__ import annotations

import json
from collections.abc import Container, Iterable
from typing import Any

from sqlalchemy import Connection, select

from detente.model.date import Date
from detente.model.report import Zone
from detente.model.round_trip import typed
from detente.record import blobs
from detente.record.copies import Piece
from detente.record.schema import reading, report

_BODY = frozenset({Zone.BODY})
_CREDITS = frozenset({Zone.BYLINE, Zone.DATELINE, Zone.CREDIT})


def piece_of(connection: Connection, report_n: int) -> Piece:
    """The piece of a version that has been read. Raises as :func:`detente.record.readings.reading_of`."""
    joined = report.join(reading, reading.c.report_n == report.c.n)
    found = select(report, reading.c.front).select_from(joined).where(report.c.n == report_n)
    row = connection.execute(found.order_by(reading.c.n.desc()).limit(1)).one()
    front = json.loads(row.front)  # as values: older readings may have another front, but these fields
    headline, published = front["headline"], front["published"]["date"]
    text = blobs.get_text(connection, row.text_sha256)
    return Piece(
        id=row.id,
        key=row.key,
        version=row.version,
        headline=headline["text"] if headline else None,
        body="\n\n".join(_zones(text, front["zones"], _BODY)),
        published=typed(published, Date, f"date of {row.id}") if published else None,
        publisher=row.publisher,
        credits="\n".join(_zones(text, front["zones"], _CREDITS)),
        added=row.added_at,
    )


def _zones(text: str, zones: Iterable[dict[str, Any]], wanted: Container[str]) -> list[str]:
    return [text[span["start"] : span["end"]] for span in zones if span["zone"] in wanted]
