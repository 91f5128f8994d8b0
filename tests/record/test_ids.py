"""Ids can be shortened to what is unique, and are shown so."""

from __future__ import annotations

from dataclasses import replace

import pytest

from detente.errors import UnknownId
from detente.model.reading import Reading
from detente.record.ids import KINDS, find, find_item, short
from detente.record.item_view import item_view
from detente.record.store import Store
from tests.record.conftest import add


def test_every_section_but_the_parties_has_ids_of_its_own_kind(readings: dict[str, Reading]) -> None:
    for reading in readings.values():
        for section, items in reading.items.items():
            if section != "parties":
                assert all(one.id.startswith(f"{KINDS[section]}-") for one in items)


def test_an_item_is_found_by_the_beginning_of_its_id_and_by_its_digits(
    store: Store, readings: dict[str, Reading]
) -> None:
    reading = readings["lima"]
    statement = reading.items["statements"][0]
    with store.reading() as connection:
        for given in (statement.id, short(connection, statement.id), statement.id.removeprefix("statement-")):
            found = find(connection, given)
            assert (found.item, found.key) == (statement.id, reading.report.key)


def test_a_report_is_found_by_id_and_by_source(store: Store, readings: dict[str, Reading]) -> None:
    report = readings["lome"].report
    with store.reading() as connection:
        for given in (report.id, short(connection, report.id), report.id[7:], "/news/lome.txt"):
            assert find(connection, given).item is None
            assert find(connection, given).key == report.key


def test_a_party_is_found_within_its_report(store: Store, readings: dict[str, Reading]) -> None:
    with store.reading() as connection:
        whose = short(connection, readings["lima"].report.id)
        assert find(connection, f"{whose}/PER").item == "PER"
        with pytest.raises(UnknownId, match="nowhere"):
            find(connection, f"{whose}/NOR")


def test_what_is_nothing_or_several_is_said(store: Store, readings: dict[str, Reading]) -> None:
    with store.reading() as connection:
        for given in ("event-fffffffffffffffff", "zebra", "", "statement-0g"):
            with pytest.raises(UnknownId, match="nowhere"):
                find(connection, given)
        events = [one.id for reading in readings.values() for one in reading.items["events"]]
        digits = [name.removeprefix("event-")[0] for name in events]
        doubled = next(digit for digit in digits if digits.count(digit) > 1)
        with pytest.raises(UnknownId, match="short for several") as raised:
            find(connection, f"event-{doubled}")
        assert all(name in str(raised.value) for name in events if name.startswith(f"event-{doubled}"))
        with pytest.raises(UnknownId, match="is a report"):
            find_item(connection, readings["lima"].report.id)


def test_a_short_id_grows_until_it_is_unique(empty: Store, readings: dict[str, Reading]) -> None:
    reading = readings["lima"]
    first = reading.items["statements"][0]
    twin = replace(first, id=f"{first.id[:-3]}{'000' if first.id[-3] != '0' else '111'}")
    add(empty, replace(reading, items={"statements": (first, twin)}))
    with empty.reading() as connection:
        assert short(connection, first.id) == first.id[:-2]
        assert short(connection, "PER") == "PER"


def test_an_item_shows_its_paragraph_and_every_reading_of_it(store: Store, readings: dict[str, Reading]) -> None:
    from detente.record.writer import keep_again

    reading = readings["lima"]
    statement = reading.items["statements"][-1]
    other = replace(statement, venue="by the sea")
    newer = replace(
        reading,
        provenance=replace(reading.provenance, code="other"),
        items={**reading.items, "statements": (*reading.items["statements"][:-1], other)},
    )
    with store.writing() as connection:
        found = find(connection, statement.id)
        assert keep_again(connection, newer, found.report_n, "2030-02-01T00:00:00Z")
        view = item_view(connection, find(connection, statement.id))
    assert view.item == other
    assert view.standing == "current"
    assert [past.changed for past in view.past] == [(), ("venue",)]
    assert [past.made_at for past in view.past] == ["2030-01-02T03:04:05Z", "2030-02-01T00:00:00Z"]
    assert statement.evidence.text.split()[0] in view.passage.text
    start, end = view.passage.marked[0]
    assert reading.report.text[start:end] == statement.evidence.text[: end - start]


def test_an_item_that_is_read_no_more_is_found_and_says_so(store: Store, readings: dict[str, Reading]) -> None:
    from detente.record.writer import keep_again

    reading = readings["lima"]
    gone = reading.items["statements"][0]
    newer = replace(reading, provenance=replace(reading.provenance, code="other"), items={"statements": ()})
    with store.writing() as connection:
        keep_again(connection, newer, find(connection, gone.id).report_n, "2030-02-01T00:00:00Z")
        view = item_view(connection, find(connection, gone.id))
    assert view.item == gone
    assert view.standing == "read no more"
