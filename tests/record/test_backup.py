"""A backup is the record at one moment, while others write."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest
from sqlalchemy import select

from detente.errors import UsageError
from detente.model.reading import Reading
from detente.record import runs
from detente.record.backup import backup
from detente.record.readings import readings_now
from detente.record.schema import run
from detente.record.store import Store
from detente.record.verify import verify
from tests.record.conftest import add


def test_a_backup_is_a_whole_record(store: Store, readings: dict[str, Reading], tmp_path: Path) -> None:
    target = tmp_path / "folder" / "backup.db"
    with store.reading() as reading:  # others may be reading
        assert len(list(readings_now(reading))) == 3
        assert backup(store, target) == target
    assert [path.name for path in target.parent.iterdir()] == ["backup.db"]
    other = replace(readings["lima"], report=replace(readings["lima"].report, version="other"))
    assert add(store, other) == "version"
    with Store(target) as copy:
        assert list(verify(copy)) == []
        with copy.reading() as connection:
            kept = list(readings_now(connection))
    assert {one.report.id for one in kept} == {one.report.id for one in readings.values()}


def test_a_backup_is_of_one_moment_and_ends_while_somebody_goes_on_writing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("detente.record.backup._PAGES", 1)
    with store.writing() as connection:
        runs.begin(connection, "before", "2030-01-01T00:00:00Z")
    given_up, began = Event(), Event()

    def write() -> None:
        with Store(store.path) as other:
            for _ in range(5_000):
                if given_up.is_set():
                    break
                with other.writing() as connection:
                    runs.begin(connection, "add", "2030-01-01T00:00:00Z")
                began.set()

    with ThreadPoolExecutor(1) as others:
        writing = others.submit(write)
        assert began.wait(60)
        try:
            target = backup(store, tmp_path / "backup.db")  # would wait for all writes if each began it anew
        finally:
            given_up.set()
        writing.result()
    with Store(target) as copy, copy.reading() as connection:
        kept = connection.scalars(select(run.c.n).order_by(run.c.n)).all()
    with store.reading() as connection:
        written = connection.scalars(select(run.c.n).order_by(run.c.n)).all()
    assert kept == written[: len(kept)]
    assert len(kept) < len(written)


def test_no_backup_is_written_over(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "mine"
    target.write_text("mine", encoding="utf-8")
    for path in (target, store.path):
        with pytest.raises(UsageError, match="is there already"):
            backup(store, path)
    assert target.read_text(encoding="utf-8") == "mine"
