from __future__ import annotations

from detente.model.date import Date
from detente.record.pieces import piece_of
from detente.record.store import Store
from detente.sources import report_from_text
from tests.record.copies.kept import read
from tests.record.copies.story import PARAGRAPHS

TEXT = f"""Armies to clear pass

By Ana Ríos

LOJA, May 9 (Andes Wire) - {PARAGRAPHS[0]}

{PARAGRAPHS[1]}

(Reporting by Ana Ríos; editing by Luis Vega)
"""


def test_a_version_is_a_piece_by_its_zones(empty: Store) -> None:
    given = read(report_from_text(TEXT, source="/news/pass.txt", published="2025-05-09", publisher="Andes Wire"))
    with empty.writing() as connection:
        from detente.record.writer import keep

        number = keep(connection, given, TEXT.encode(), "2025-06-01T00:00:00Z").report_n
        piece = piece_of(connection, number)
    assert (piece.id, piece.key, piece.version) == (given.report.id, given.report.key, given.report.version)
    assert (piece.headline, piece.publisher, piece.published) == (
        "Armies to clear pass", "Andes Wire", Date.parse("2025-05-09"),
    )  # fmt: skip
    assert piece.body == "\n\n".join(PARAGRAPHS[:2])
    credit = piece.credits.splitlines()
    assert [line.split()[0].strip(",(") for line in credit] == ["By", "LOJA", "Reporting"]
    assert piece.added == "2025-06-01T00:00:00Z"
