"""A backup is the record at one moment, while others write."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from detente.errors import UsageError
from detente.model.reading import Reading
from detente.record.backup import backup
from detente.record.readings import readings_now
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


def test_no_backup_is_written_over(store: Store, tmp_path: Path) -> None:
    target = tmp_path / "mine"
    target.write_text("mine", encoding="utf-8")
    for path in (target, store.path):
        with pytest.raises(UsageError, match="is there already"):
            backup(store, path)
    assert target.read_text(encoding="utf-8") == "mine"
