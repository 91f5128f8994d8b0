"""Reading again: new readings beside the old, and what changed."""

from __future__ import annotations

from pathlib import Path

from detente.record.readings import find_report, reading_of, readings_now
from detente.record.store import Store
from tests.cli.test_record import run, status

TEXT = (
    "Ministers meet\n\nLIMA, 4 May 2021 - Rosa Paredes of Peru said on Monday that talks with Chile would go on.\n"
    "\nThe minister denied that a vote was near. Chile's envoy told reporters he would come back in June.\n"
)


def test_reread(tmp_path: Path) -> None:
    record, path = tmp_path / "record.db", tmp_path / "lima.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert run(record, "add", str(path), "--only", "parties,times").returncode == 0
    with Store(record) as store, store.reading() as connection:
        [old] = readings_now(connection)
    done = run(record, "reread")
    assert done.returncode == 0, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == "1 reports read again; the old readings stay beside the new."
    assert [line.split()[0] for line in lines[2:]] == ["times", "parties"]
    for line, name in zip(lines[2:], ("times", "parties"), strict=True):
        assert line.split()[1:] == [str(len(old.items[name])), "0", "0", "0"]
    found = status(record)
    assert (found["reports"], found["versions"], found["readings"]) == (1, 1, 2)
    with Store(record) as store, store.reading() as connection:
        [new] = readings_now(connection)
        assert new.report == old.report
        assert new.statements
        assert reading_of(connection, find_report(connection, old.report.id), 1) == old
    assert run(record, "reread").stdout.startswith("Nothing to read again")
    assert run(record, "verify").returncode == 0
