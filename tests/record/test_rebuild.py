"""Derived rows are the same again."""

from __future__ import annotations

from sqlalchemy import select

from detente.record.rebuild import rebuild
from detente.record.schema import DERIVED
from detente.record.store import Store


def derived(store: Store) -> dict[str, list[tuple[object, ...]]]:
    with store.reading() as connection:
        kept = {t.name: [tuple(row) for row in connection.execute(select(t).order_by(*t.c))] for t in DERIVED}
        for word in ("peru", "lorries", "lasz"):
            query = "SELECT rowid FROM item_words WHERE item_words MATCH ? ORDER BY rowid"
            kept[word] = [tuple(row) for row in connection.exec_driver_sql(query, (word,))]
        return kept


def test_rebuilt_rows_are_the_same(store: Store) -> None:
    before = derived(store)
    assert before["peru"]
    assert before["lasz"]
    told: list[int] = []
    assert rebuild(store, told.append) == 3
    assert told == [3]
    assert derived(store) == before
