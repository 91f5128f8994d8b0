"""Opening: what is no record, what is newer, locked, read-only or full says so in one line, and nothing is lost."""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from detente.errors import (
    BadRecord,
    DetenteError,
    NewerRecord,
    NoRecord,
    ReadOnlyRecord,
    RecordFault,
    RecordFull,
    RecordLocked,
)
from detente.model.reading import Reading
from detente.record.readings import readings_now
from detente.record.status import status
from detente.record.store import Store
from detente.record.verify import verify
from tests.record.conftest import add


def refused(path: Path, kind: type[DetenteError], **options: bool) -> str:
    with pytest.raises(kind) as raised:
        Store(path, **options)
    assert str(path) in str(raised.value)
    assert "\n" not in str(raised.value)
    return str(raised.value)


def test_no_record_is_made_unless_asked(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    assert "detente add" in refused(path, NoRecord)
    assert not path.exists()


def test_what_is_no_record_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, " * 50, encoding="utf-8")
    refused(path, BadRecord, create=True)
    assert path.read_text(encoding="utf-8").startswith("Dear diary")
    refused(tmp_path, BadRecord, create=True)
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE shopping (what)")
    database.close()
    before = other.read_bytes()
    refused(other, BadRecord, create=True)
    assert other.read_bytes() == before
    with sqlite3.connect(other) as database:
        database.execute("PRAGMA application_id=7")
    database.close()
    refused(other, BadRecord)


def test_a_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    refused(tmp_path / "file" / "record.db", RecordFault, create=True)


def test_a_newer_record_is_refused_and_left_alone(store: Store) -> None:
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    store.close()
    assert "newer" in refused(store.path, NewerRecord)
    with sqlite3.connect(store.path) as database:
        assert database.execute("SELECT count(*) FROM report").fetchone() == (3,)
    database.close()


def test_one_writer_at_a_time_and_readers_go_on(store: Store, readings: dict[str, Reading]) -> None:
    with Store(store.path, wait=0.05) as other:
        with store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM aside")
            with pytest.raises(RecordLocked) as raised, other.writing():
                pass
            assert "\n" not in str(raised.value)
            with other.reading() as reading:
                assert len(list(readings_now(reading))) == len(readings)
        with other.writing() as connection:
            connection.exec_driver_sql("DELETE FROM aside")


def test_two_writers_at_once_wait_for_one_another(store: Store) -> None:
    def write(number: int) -> None:
        with Store(store.path) as mine:
            for turn in range(20):
                with mine.writing() as connection:
                    connection.exec_driver_sql("INSERT INTO seen VALUES (?, ?, ?)", (f"{number}", f"{turn}", "now"))

    threads = [threading.Thread(target=write, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with store.reading() as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM seen").scalar() == 40


def test_a_reader_sees_one_state(store: Store) -> None:
    with store.reading() as connection:
        before = len(list(readings_now(connection)))
        with store.writing() as other:
            other.exec_driver_sql("DELETE FROM current")
        assert len(list(readings_now(connection))) == before
    with store.reading() as connection:
        assert list(readings_now(connection)) == []


def test_a_full_disk_loses_nothing_that_was_acknowledged(store: Store, readings: dict[str, Reading]) -> None:
    store.close()
    limit = store.path.stat().st_size + 20_000
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        with pytest.raises(RecordFull) as raised, Store(store.path) as full:
            for number in range(100):
                with full.writing() as connection:
                    connection.exec_driver_sql("INSERT INTO seen VALUES (?, ?, ?)", ("me", f"{number}", "x" * 4000))
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert "\n" not in str(raised.value)
    with Store(store.path) as again:
        assert list(verify(again)) == []
        with again.reading() as connection:
            assert len(list(readings_now(connection))) == len(readings)


@pytest.fixture
def read_only(store: Store) -> Iterator[Path]:
    """A record in a folder, of which neither may be written."""
    store.close()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copy(store.path, folder / "record.db")
        (folder / "record.db").chmod(0o444)
        folder.chmod(0o555)
        is_root = os.geteuid() == 0  # who may write whatever the permissions say
        if is_root:
            os.seteuid(65534)
        try:
            yield folder / "record.db"
        finally:
            if is_root:
                os.seteuid(0)
            folder.chmod(0o755)


@pytest.mark.skipif(os.name != "posix", reason="permissions of POSIX")
def test_a_record_that_may_only_be_read_is_read(read_only: Path, readings: dict[str, Reading]) -> None:
    with Store(read_only) as store:
        assert status(store).reports == len(readings)
        assert list(verify(store)) == []
        with pytest.raises(ReadOnlyRecord) as raised, store.writing() as connection:
            connection.exec_driver_sql("DELETE FROM seen")
    assert "\n" not in str(raised.value)
    assert [path.name for path in read_only.parent.iterdir()] == ["record.db"]


def test_writing_through_a_read_only_connection_says_so(store: Store) -> None:
    with store.reading() as connection:
        connection.exec_driver_sql("PRAGMA query_only=ON")
    with pytest.raises(ReadOnlyRecord), store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM seen")


def test_status(store: Store, readings: dict[str, Reading]) -> None:
    found = status(store)
    assert (found.reports, found.versions, found.readings, found.set_aside) == (3, 3, 3, 0)
    assert (found.first_day, found.last_day) == ("2021-05-12", "2021-05-12")
    assert found.items["parties"] == sum(len(one.items["parties"]) for one in readings.values())
    assert found.bytes >= store.path.stat().st_size > 0
    assert list(found.programs.values()) == [3]
    add(store, readings["lima"])
    assert status(store).reports == 3


def test_a_reader_of_what_is_printed_that_has_gone_is_no_fault_of_the_record(store: Store) -> None:
    with pytest.raises(BrokenPipeError), store.reading():
        raise BrokenPipeError
