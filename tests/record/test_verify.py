"""Every kind of damage is found and named; a whole record has none."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import Connection, select

from detente.record.rebuild import rebuild
from detente.record.schema import item, reading
from detente.record.store import Store
from detente.record.verify import verify
from detente.record.writer import digest

LIMA = "(SELECT n FROM report WHERE source = '/news/lima.txt')"
DAMAGES = {
    "a report's bytes are changed": ("UPDATE blob SET data = zeroblob(20) WHERE rowid = 1", "bytes"),
    "a text is lost": ("DELETE FROM blob WHERE rowid = 1", "foreign key"),
    "a version is changed": (f"UPDATE report SET version = 'other' WHERE n = {LIMA}", "id"),
    "a publisher is changed": (f"UPDATE report SET publisher = 'Nobody' WHERE n = {LIMA}", "report"),
    "where it came from is lost": (f"DELETE FROM capture WHERE report_n = {LIMA}", "origin"),
    "an item is lost": ("DELETE FROM item WHERE section = 'statements'", "reading"),
    "a reading is lost": (f"DELETE FROM reading WHERE report_n = {LIMA}", "reading"),
    "an item's column is changed": ("UPDATE item SET first_day = '1999-01-01' WHERE section = 'events'", "item"),
    "an item's section is changed": ("UPDATE item SET section = 'ahead' WHERE section = 'events'", "reading"),
    "what made it is changed": ("UPDATE provenance SET json = '{}'", "provenance"),
    "another version counts": (f"DELETE FROM current WHERE report_n = {LIMA}", "current"),
    "the search words of items are lost": ("DELETE FROM item_words_docsize", "search"),
    "the search words of a report are lost": ("DELETE FROM report_words_docsize WHERE id = 1", "search"),
    "the search table is broken": ("DELETE FROM item_words_data WHERE id > 10", "search"),
    "who stands in an item is lost": ("DELETE FROM item_who WHERE role = 'speaker'", "who"),
    "somebody is put in an item": ("UPDATE item_who SET role = 'target' WHERE role = 'speaker'", "who"),
    "who stands in a reading is lost": ("DELETE FROM reading_who WHERE section = 'statements'", "who"),
    "which items a reading has is changed": ("UPDATE current SET last_item = last_item + 1", "current"),
    "an index is lost": ("DROP INDEX item_by_day", "schema"),
}  # fmt: skip


def damaged(store: Store, statement: str) -> set[str]:
    """The kinds of damage that are found after a statement that no command would make."""
    raw = store.engine.raw_connection()
    raw.cursor().execute("PRAGMA foreign_keys=OFF")
    raw.cursor().execute(statement)
    raw.cursor().execute("PRAGMA foreign_keys=ON")
    raw.close()
    return kinds(store)


def kinds(store: Store) -> set[str]:
    found = list(verify(store))
    for damage in found:
        assert "\n" not in str(damage)
        assert damage.where
    return {damage.kind for damage in found}


def test_a_whole_record_has_no_damage(store: Store) -> None:
    seen: list[int] = []
    assert list(verify(store, seen.append)) == []
    assert seen == [1, 2, 3]


@pytest.mark.parametrize("damage", DAMAGES)
def test_damage_is_found_and_named(damage: str, store: Store) -> None:
    statement, kind = DAMAGES[damage]
    assert kind in damaged(store, statement)


def altered(connection: Connection, section: str, change: dict[str, object]) -> None:
    """Change an item as somebody would who knows of the digest."""
    row = connection.execute(select(item).where(item.c.section == section).limit(1)).one()
    value = json.loads(row.json) | change
    connection.execute(item.update().where(item.c.n == row.n).values(json=json.dumps(value, ensure_ascii=False)))
    texts = connection.scalars(select(item.c.json).where(item.c.reading_n == row.reading_n).order_by(item.c.n)).all()
    front = connection.scalar(select(reading.c.front).where(reading.c.n == row.reading_n)) or ""
    connection.execute(reading.update().where(reading.c.n == row.reading_n).values(digest=digest(front, texts)))


def test_words_that_do_not_stand_in_the_text(store: Store) -> None:
    with store.writing() as connection:
        row = connection.execute(select(item).where(item.c.section == "statements").limit(1)).one()
        evidence = json.loads(row.json)["evidence"]
        altered(connection, "statements", {"evidence": evidence | {"text": "Never said."}})
    assert kinds(store) >= {"words"}


def test_a_reference_to_nobody(store: Store) -> None:
    with store.writing() as connection:
        altered(connection, "statements", {"speaker": {"kind": "person", "id": "person-0", "name": "Nobody"}})
    assert kinds(store) >= {"reference"}


def test_a_party_that_is_not_there(store: Store) -> None:
    with store.writing() as connection:
        altered(connection, "people", {"party": "ATL"})
    assert kinds(store) >= {"reference"}


def test_an_item_that_is_none(store: Store) -> None:
    with store.writing() as connection:
        altered(connection, "statements", {"manner": "sung"})
    assert kinds(store) == {"reading"}


def test_a_file_that_is_broken(store: Store) -> None:
    with store.reading() as connection:
        page = connection.exec_driver_sql("SELECT rootpage FROM sqlite_master WHERE name = 'item'").scalar() or 0
        size = connection.exec_driver_sql("PRAGMA page_size").scalar() or 0
    store.close()
    data = bytearray(store.path.read_bytes())
    data[(page - 1) * size : page * size] = bytes(size)
    store.path.write_bytes(data)
    with Store(store.path) as broken:
        assert "file" in kinds(broken)


def test_what_is_derived_can_be_made_anew(store: Store) -> None:
    for name in (
        "another version counts",
        "the search words of items are lost",
        "who stands in an item is lost",
        "who stands in a reading is lost",
        "which items a reading has is changed",
    ):
        assert damaged(store, DAMAGES[name][0])
    assert rebuild(store) == 3
    assert kinds(store) == set()
