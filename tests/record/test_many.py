"""Many readings at once are those that are given one by one, and corrected."""

from __future__ import annotations

import pytest

from detente.errors import BadReading
from detente.record import many
from detente.record.by_hand import Hand, hide
from detente.record.ids import find_item
from detente.record.many import Sections
from detente.record.present import all_present, present
from detente.record.readings import readings_now, reports_now
from detente.record.store import Store


def test_they_are_those_that_are_given_one_by_one(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_AT_ONCE", 2)
    with store.reading() as connection:
        one_by_one = list(readings_now(connection))
        assert len(one_by_one) > 2
        at_once = list(many.readings_of(connection, list(reports_now(connection))))
    assert at_once == one_by_one
    assert [list(read.items) for read in at_once] == [list(read.items) for read in one_by_one]


def test_corrections_are_on_them(store: Store) -> None:
    with store.writing() as connection:
        read = next(one for one in readings_now(connection) if one.events)
        event = (read.events or ())[0]
        hide(connection, find_item(connection, event.id), Hand("me", None, "2026-01-01T00:00:00Z"))
        told = {one.reading.report.key: one for one in all_present(connection)}
        assert told == {key: present(connection, key) for key in told}
    assert event.id in told[read.report.key].hidden


def test_what_is_damaged_says_so_when_it_is_asked_for() -> None:
    sections = Sections({"events": ["{}"], "people": []})
    assert sections["people"] == ()
    with pytest.raises(BadReading, match="events"):
        sections["events"]
