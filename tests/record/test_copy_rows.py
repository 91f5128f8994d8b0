"""Rows on copies are what the functions say of the pieces, in whatever order these come."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from detente.model.date import Date
from detente.record.copies import CopyKind, bands, find_copies, signature
from detente.record.pieces import piece_of
from detente.record.rebuild import rebuild
from detente.record.schema import band, copy, report
from detente.record.store import Store
from detente.record.verify import verify
from detente.record.writer import keep_again
from tests.record.copies.kept import MADE_BY, READINGS, keep_all

Rows = tuple[list[tuple[object, ...]], list[tuple[object, ...]]]


def rows(store: Store) -> Rows:
    """Those of both tables, with ids in the place of numbers."""
    with store.reading() as connection:
        ids = {row.n: row.id for row in connection.execute(select(report.c.n, report.c.id))}
        of_bands = [(row.band, ids[row.report_n], row.size) for row in connection.execute(select(band))]
        of_copies = [(ids[row.of_n], ids[row.by_n], *row[2:]) for row in connection.execute(select(copy))]
    return sorted(of_bands), sorted(of_copies)


def decided(store: Store) -> list[tuple[str, str, str]]:
    """What is what of which, by the names of the files."""
    names = {one.report.id: Path(one.report.source).stem for one in READINGS}
    return sorted((str(names[str(of)]), str(kind), names[str(by)]) for of, by, kind, *_ in rows(store)[1])


@pytest.mark.parametrize("seed", range(4))
def test_neither_the_order_nor_a_rebuild_changes_a_row(seed: int, empty: Store, tmp_path: Path) -> None:
    keep_all(empty)
    order = random.Random(seed).sample(READINGS, len(READINGS))
    with Store(tmp_path / "other.db", create=True) as other:
        keep_all(other, order)
        assert rows(other) == rows(empty)
        rebuild(other)
        assert rows(other) == rows(empty)
        assert list(verify(other)) == []


def test_rows_are_what_the_functions_say(empty: Store) -> None:
    numbers = keep_all(empty)
    with empty.reading() as connection:
        pieces = [piece_of(connection, number) for number in numbers]
    of_bands, of_copies = rows(empty)
    found = {piece.id: bands(signature(piece.body)) for piece in pieces}
    assert of_bands == sorted((one, name, len(mine)) for name, mine in found.items() for one in mine)
    told = find_copies(pieces)
    assert of_copies == [(one.of, one.by, one.kind, one.containment, one.shared, one.why) for one in told]
    assert {one.kind for one in told} == set(CopyKind)


def test_what_is_what(empty: Store) -> None:
    keep_all(empty)
    assert decided(empty) == [
        ("agency", "correction", "corrected"),
        ("agency", "near-copy", "rerun"),
        ("agency", "near-copy", "undated"),
        ("page", "version", "page"),
        ("rerun", "correction", "corrected"),
        ("rerun", "near-copy", "undated"),
        ("undated", "correction", "corrected"),
    ]


def test_a_new_reading_decides_anew(empty: Store) -> None:
    agency, rerun = READINGS[:2]
    numbers = keep_all(empty, [agency, rerun])
    assert decided(empty) == [("agency", "near-copy", "rerun")]
    published = replace(agency.front.published, date=Date.parse("2025-05-12"))
    later = replace(agency, front=replace(agency.front, published=published), provenance=replace(MADE_BY, code="2"))
    with empty.writing() as connection:
        assert keep_again(connection, later, numbers[0], "2025-06-02T00:00:00Z")
    assert decided(empty) == [("rerun", "near-copy", "agency")]
    before = rows(empty)
    rebuild(empty)
    assert rows(empty) == before


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM band WHERE band = (SELECT min(band) FROM band)",
        "UPDATE band SET size = size + 1 WHERE report_n = 2",
        "DELETE FROM copy WHERE kind = 'version'",
        "UPDATE copy SET why = 'so it is' WHERE by_n = 3",
        "UPDATE copy SET kind = 'near-copy' WHERE kind = 'correction'",
        "INSERT INTO copy VALUES (7, 1, 'near-copy', 0.5, 99, 'so it is')",
        "INSERT INTO copy VALUES (2, 7, 'near-copy', 0.5, 99, 'so it is')",
    ],
)
def test_verify_finds_rows_that_do_not_follow(statement: str, empty: Store) -> None:
    keep_all(empty)
    before = rows(empty)
    with empty.writing() as connection:
        connection.exec_driver_sql(statement)
    assert {damage.kind for damage in verify(empty)} == {"copies"}
    rebuild(empty)
    assert rows(empty) == before
    assert list(verify(empty)) == []
