"""The rows on copies -> which of them are not what follows from the versions."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import Connection, select

from detente.record.copy_rows import UNREADABLE, band_rows, copy_row, decisions, read_versions
from detente.record.pieces import piece_of
from detente.record.schema import band, copy

Told = tuple[str, str, str]  # kind, where, what
_DO = "is not what follows from the reports; run detente rebuild"


def verify_copies(connection: Connection) -> Iterator[Told]:
    """What is wrong with the bands, and with what was decided on each version and those before it."""
    before: set[int] = set()
    numbers = read_versions(connection)
    for report_n in numbers:
        try:
            piece = piece_of(connection, report_n)
            mine = select(band).where(band.c.report_n == report_n).order_by(band.c.band)
            if [dict(row._mapping) for row in connection.execute(mine)] != band_rows(piece, report_n):
                yield "copies", piece.id, f"its bands: {_DO}"
            found = decisions(connection, piece, report_n, before)
        except UNREADABLE:
            continue  # of what cannot be read back, the reading is told
        before.add(report_n)
        later = ((copy.c.by_n == report_n) & (copy.c.of_n < report_n)) | (
            (copy.c.of_n == report_n) & (copy.c.by_n < report_n)
        )
        kept = [dict(row._mapping) for row in connection.execute(select(copy).where(later))]
        if sorted(kept, key=_pair) != sorted(map(copy_row, found), key=_pair):
            yield "copies", piece.id, f"what it has to do with others: {_DO}"
    known = select(band.c.report_n).distinct()
    for report_n in sorted(set(connection.scalars(known)) - set(numbers)):
        yield "copies", f"report {report_n}", f"its bands: {_DO}"


def _pair(row: dict[str, object]) -> tuple[object, object]:
    return row["of_n"], row["by_n"]
