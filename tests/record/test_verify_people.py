"""Damage to what people entered is found and named."""

from __future__ import annotations

import pytest

from detente.model.reading import Reading
from detente.record import corrections, disputes, memberships
from detente.record.by_hand import Hand, hide
from detente.record.ids import find
from detente.record.mark import mark
from detente.record.store import Store
from detente.record.verify import verify

HAND = Hand("anna", None, "2030-01-03T00:00:00Z")


@pytest.fixture
def full(store: Store, readings: dict[str, Reading]) -> Store:
    with store.writing() as connection:
        first = hide(connection, find(connection, readings["lima"].items["events"][0].id), HAND)
        corrections.undo(connection, first.n, by="ben", why=None, at=HAND.at)
        mark(connection, find(connection, "/news/lome.txt"), "three weeks", "ahead", [], HAND)
        disputes.add(connection, "name = 'Andes'\nparties = ['PER']\n", "f", "anna", HAND.at)
        memberships.put(connection, "Andes", readings["lima"].report.key, "anna", HAND.at)
    return store


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("UPDATE correction SET target = '77' WHERE kind = 'undo'", ["correction: correction 2: takes back 77"]),
        ("DELETE FROM correction WHERE n = 1", ["correction: correction 2: takes back 1"]),
        ("UPDATE correction SET payload = '{' WHERE n = 3", ["correction: the log: cannot be read back"]),
        ("UPDATE correction SET payload = '{}' WHERE n = 3", ["correction: correction 3: is on a version"]),
        (
            "UPDATE correction SET payload = replace(payload, 'three weeks', 'three years') WHERE n = 3",
            ["correction: correction 3: ["],
        ),
        ("UPDATE dispute SET toml = 'nam = 1'", ["dispute: Andes: there is no 'nam' here"]),
        ("UPDATE membership SET report_key = 'x'", ["dispute: Andes: has a report x by hand that is not there"]),
    ],
)
def test_each_kind_is_named(full: Store, statement: str, told: list[str]) -> None:
    assert list(verify(full)) == []
    with full.writing() as connection:
        connection.exec_driver_sql(statement)
    found = [str(damage) for damage in verify(full)]
    assert len(found) == len(told)
    assert all(one.startswith(begins) for one, begins in zip(found, told, strict=True))
