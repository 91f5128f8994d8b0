"""A version in the record -> what copies of it are told from, by its newest reading."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, select

from detente.model.report import Front, Zone
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
    front = typed(json.loads(row.front), Front, f"front of {row.id}")
    text = blobs.get_text(connection, row.text_sha256)
    return Piece(
        id=row.id,
        key=row.key,
        version=row.version,
        headline=front.headline.text if front.headline else None,
        body="\n\n".join(_zones(text, front, _BODY)),
        published=front.published.date,
        publisher=row.publisher,
        credits="\n".join(_zones(text, front, _CREDITS)),
        added=row.added_at,
    )


def _zones(text: str, front: Front, wanted: Iterable[Zone]) -> list[str]:
    return [text[span.start : span.end] for span in front.zones if span.zone in wanted]
