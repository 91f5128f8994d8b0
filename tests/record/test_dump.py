"""A record goes out and comes back the same, to the byte."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from detente.errors import BadExport
from detente.model.reading import Reading
from detente.record import corrections, disputes, memberships
from detente.record.by_hand import Hand, correct, hide
from detente.record.dump import dump, text
from detente.record.ids import find
from detente.record.load import Load, objects
from detente.record.mark import mark
from detente.record.present import all_present
from detente.record.store import Store
from detente.record.verify import verify
from detente.record.writer import keep_again

HAND = Hand("anna", None, "2030-01-03T00:00:00Z")


@pytest.fixture
def full(store: Store, readings: dict[str, Reading]) -> Store:
    """A record with everything: a second reading, disputes, corrections, marks, an undo."""
    lima = readings["lima"]
    with store.writing() as connection:
        number = find(connection, lima.report.id).report_n
        newer = replace(lima, provenance=replace(lima.provenance, code="other"), items={"events": ()})
        keep_again(connection, newer, number, "2030-01-02T00:00:00Z")
        keep_again(connection, replace(lima, provenance=replace(lima.provenance, code="third")), number, "2030-01-03")
        disputes.add(connection, "name = 'Andes'\nparties = ['PER', 'CHL']\n", "f", "anna", HAND.at)
        disputes.add(connection, "name = 'Lakes'\n", "f", "anna", HAND.at)
        memberships.put(connection, "Lakes", readings["lome"].report.key, "anna", HAND.at)
        first = correct(connection, find(connection, lima.items["statements"][0].id), ["venue=Callao"], HAND)
        corrections.undo(connection, first.n, by="ben", why="no", at=HAND.at)
        correct(connection, find(connection, lima.items["statements"][0].id), ["venue=Arica"], HAND)
        hide(connection, find(connection, readings["oslo"].items["events"][0].id), HAND)
        mark(connection, find(connection, "/news/lome.txt"), "three weeks", "ahead", ["who=TGO"], HAND)
    return store


def _text(store: Store, *narrowed: Any) -> str:
    with store.reading() as connection:
        return "".join(text(dump(connection, *narrowed)))


def _into(store: Store, written: str) -> Load:
    load = Load("file.json")
    for value in objects(io.StringIO(written), "file.json"):
        with store.writing() as connection:
            load.take(connection, value)
    return load


@pytest.fixture
def other(tmp_path: Path) -> Store:
    return Store(tmp_path / "other.db", create=True)


def test_what_goes_out_comes_back_and_goes_out_the_same(full: Store, other: Store) -> None:
    written = _text(full)
    assert written == _text(full)
    load = _into(other, written)
    assert load.counts == {"reports": 3, "readings": 5, "disputes": 2, "memberships": 1, "corrections": 5}
    assert _text(other) == written
    assert list(verify(other)) == []
    with full.reading() as one, other.reading() as two:
        assert list(all_present(one)) == list(all_present(two))


def test_twice_adds_nothing(full: Store, other: Store) -> None:
    written = _text(full)
    _into(other, written)
    assert not +_into(other, written).counts
    assert not +_into(full, written).counts
    assert _text(other) == written


def test_into_a_record_with_corrections_of_its_own_undo_takes_back_the_right_one(
    full: Store, other: Store, readings: dict[str, Reading]
) -> None:
    _into(other, _text(full, {readings["lome"].report.key}, set()))
    with other.writing() as connection:
        mark(connection, find(connection, "/news/lome.txt"), "border crossing", "ahead", [], HAND)
    _into(other, _text(full))
    with full.reading() as one, other.reading() as two:
        lima = readings["lima"].report.key
        now = {told.reading.report.key: told for told in all_present(two)}
        was = {told.reading.report.key: told for told in all_present(one)}
        assert now[lima].reading == was[lima].reading
        assert len(now[readings["lome"].report.key].applied) == 2


def test_only_a_dispute_goes_out_with_its_corrections(full: Store, readings: dict[str, Reading]) -> None:
    values = json.loads(_text(full, {readings["lome"].report.key}, {"Lakes"}))
    kinds = [value["kind"] for value in values]
    assert kinds == ["record", "report", "dispute", "membership", "correction"]
    assert values[-1]["change"] == "mark"


def test_what_is_corrected_stands_beside_what_was_read(full: Store) -> None:
    by_source = {value["source"]: value for value in json.loads(_text(full)) if value["kind"] == "report"}
    lima = by_source["/news/lima.txt"]
    assert lima["corrected"]["statements"][0]["venue"] == "Arica"
    assert lima["readings"][-1]["items"]["statements"][0]["venue"] is None
    assert len(lima["readings"]) == 3


def test_a_rewritten_file_comes_back_as_well(full: Store, other: Store) -> None:
    written = _text(full)
    _into(other, json.dumps(json.loads(written), indent=2))
    assert _text(other) == written


def _spoilt(change: Callable[[list[Any]], Any]) -> Callable[[str], str]:
    def spoil(written: str) -> str:
        values = json.loads(written)
        change(values)
        return json.dumps(values)

    return spoil


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (lambda written: written[:-9], "is no JSON"),
        (lambda _: "[]\n{", "is no JSON"),
        (lambda _: '{"kind": "report"}', "no record that"),
        (_spoilt(lambda values: values[0].update(format=9)), "format 9"),
        (_spoilt(lambda values: values[1].update(kind="rapport")), "of kind 'rapport'"),
        (_spoilt(lambda values: values[1].pop("report")), "lacks 'report'"),
        (_spoilt(lambda values: values[1]["report"].update(text=1)), "a report that cannot be taken"),
        (_spoilt(lambda values: values[1]["report"].update(version="x")), "not what its id says"),
        (_spoilt(lambda values: values[1]["report"].update(text="x")), "bytes that are not those"),
        (_spoilt(lambda values: values[1].update(bytes="!")), "a report that cannot be taken"),
        (_spoilt(lambda values: values[1]["readings"][0]["items"].update(zebra=[{}])), "lacks 'zebra'"),
        (_spoilt(lambda values: values[-4].update(target="77")), "a correction that cannot be taken"),
    ],
)
def test_a_file_that_cannot_be_taken_is_one_line(
    full: Store, other: Store, spoil: Callable[[str], str], says: str
) -> None:
    with pytest.raises(BadExport) as raised:
        _into(other, spoil(_text(full)))
    assert says in str(raised.value)
    assert str(raised.value).startswith("file.json ")
    assert "\n" not in str(raised.value)
