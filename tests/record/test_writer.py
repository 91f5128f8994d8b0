"""What is kept comes back as it was, once, and all of it or nothing."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from sqlalchemy import func, select

from detente.model.reading import Reading
from detente.reading.reader import Reader
from detente.record import blobs, captures
from detente.record.readings import find_report, reading_of, readings_now
from detente.record.schema import TRUTH, blob, capture, current, item, item_who, reading, report
from detente.record.store import Store
from detente.record.writer import keep, keep_again
from detente.sources import report_from_text
from tests.model.strategies import readings as any_readings
from tests.record.conftest import AT, TEXTS, add


def rows(store: Store) -> dict[str, int]:
    with store.reading() as connection:
        return {
            table.name: connection.scalar(select(func.count()).select_from(table)) or 0
            for table in (*TRUTH, current, item_who)
        }


def test_readings_come_back_equal(store: Store, readings: dict[str, Reading]) -> None:
    with store.reading() as connection:
        back = list(readings_now(connection))
        raw = blobs.get(connection, readings["lima"].report.raw_sha256)
    assert {one.report.source: one for one in back} == {one.report.source: one for one in readings.values()}
    assert [one.report.key for one in back] == sorted(one.report.key for one in back)
    assert raw == TEXTS["lima"].encode()


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(any_readings())
def test_readings_of_any_values_come_back_equal(empty: Store, made: Reading) -> None:
    data = made.report.source.encode("utf-8", "surrogatepass")
    made = replace(made, report=replace(made.report, raw_sha256=hashlib.sha256(data).hexdigest()))
    with empty.writing() as connection:
        kept = keep(connection, made, data, AT)
        if kept.outcome != "known":
            assert reading_of(connection, kept.report_n) == made
            assert blobs.get(connection, made.report.raw_sha256) == data


def test_a_report_is_kept_once(store: Store, readings: dict[str, Reading]) -> None:
    before = rows(store)
    assert add(store, readings["lima"]) == "known"
    assert rows(store) == before
    elsewhere = replace(readings["lima"], report=replace(readings["lima"].report, source="/copies/lima.txt"))
    assert add(store, elsewhere) == "known"
    assert rows(store) == before | {"capture": before["capture"] + 1}


def test_a_text_that_is_its_own_bytes_is_stored_once(store: Store) -> None:
    assert rows(store)["blob"] == len(TEXTS)
    with store.reading() as connection:
        for row in connection.execute(select(report)):
            assert row.text_sha256 == row.raw_sha256
            assert connection.scalar(select(blob.c.data).where(blob.c.sha256 == row.raw_sha256))


def test_a_changed_file_is_a_new_version_and_the_old_one_stays(
    store: Store, readings: dict[str, Reading], reader: Reader
) -> None:
    old = readings["oslo"]
    text = TEXTS["oslo"].replace("cod quotas", "cod and herring quotas")
    with store.reading() as connection:
        changed = captures.keyed(connection, report_from_text(text, source="/news/oslo.txt"))
        elsewhere = captures.keyed(connection, report_from_text(text, source="/news/other.txt"))
    assert (changed.key, elsewhere.key) == (old.report.key, "")
    new = reader.read(changed)
    assert add(store, new) == "version"
    with store.reading() as connection:
        assert new in list(readings_now(connection))
        assert old not in list(readings_now(connection))
        assert reading_of(connection, find_report(connection, old.report.id)) == old
        assert find_report(connection, "/news/oslo.txt") == find_report(connection, new.report.id)


def test_a_key_that_a_source_gives_stays(store: Store, reader: Reader) -> None:
    given = report_from_text(TEXTS["oslo"] + "More.", source="/news/oslo.txt", url="https://paper.example/oslo")
    with store.reading() as connection:
        assert captures.keyed(connection, given) == given
    assert add(store, reader.read(given)) == "new"


def test_all_or_nothing(empty: Store, readings: dict[str, Reading]) -> None:
    before = rows(empty)
    with pytest.raises(ZeroDivisionError), empty.writing() as connection:
        keep(connection, readings["lima"], TEXTS["lima"].encode(), AT)
        _ = 1 / 0
    assert rows(empty) == before
    assert add(empty, readings["lima"]) == "new"


def test_bytes_that_are_not_the_report_s_are_refused(empty: Store, readings: dict[str, Reading]) -> None:
    with pytest.raises(ValueError, match="not those of"), empty.writing() as connection:
        keep(connection, readings["lima"], b"other bytes", AT)


def test_another_program_s_reading_stands_beside_the_old_one(store: Store, readings: dict[str, Reading]) -> None:
    old = readings["lima"]
    new = replace(old, provenance=replace(old.provenance, program="detente 9"), items={**old.items, "events": ()})
    with store.writing() as connection:
        number = find_report(connection, old.report.id)
        assert keep_again(connection, new, number, AT)
        assert not keep_again(connection, new, number, AT)
        assert not keep_again(connection, old, number, AT)
    with store.reading() as connection:
        assert reading_of(connection, number) == new
        assert new in list(readings_now(connection))
        first = connection.scalar(select(func.min(reading.c.n)).where(reading.c.report_n == number))
        assert reading_of(connection, number, first) == old


def test_items_can_be_filtered_by_day(store: Store, readings: dict[str, Reading]) -> None:
    with store.reading() as connection:
        kept = connection.execute(select(item).where(item.c.section == "ahead")).all()
    [ahead] = readings["lima"].items["ahead"]
    [row] = [row for row in kept if row.id == ahead.id]
    assert (row.first_day, row.last_day) == ("2021-06-03", "2021-06-03")
    assert (row.start, row.stop) == (ahead.evidence.start, ahead.evidence.end)
    undated = readings["lima"].items["parties"]
    with store.reading() as connection:
        days = set(connection.scalars(select(item.c.first_day).where(item.c.id.in_([one.id for one in undated]))))
    assert days == {"2021-05-12"}  # of publication


def test_where_a_report_came_from_is_kept(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert captures.place("a.txt") == str(tmp_path / "a.txt")
    assert captures.place("https://paper.example/a") == "https://paper.example/a"
    assert captures.place("-") == "-"
    with store.reading() as connection:
        assert sorted(connection.scalars(select(capture.c.source))) == [f"/news/{name}.txt" for name in sorted(TEXTS)]
