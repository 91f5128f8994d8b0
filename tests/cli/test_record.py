"""The commands that keep a record, on real files and a real database."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("detente"))
REPORTS = {
    "lima.txt": "Ministers meet\n\nLIMA, 4 May 2021 - Peru said on Monday that talks with Chile would go on.\n",
    "page.html": "<html><head><title>Crossing</title></head><body><article><h1>Crossing</h1>"
    + "<p>Togo and Benin reopened a border crossing on Saturday, 8 May 2021, after three weeks of talks.</p>" * 3
    + "</article></body></html>",
    "briefs.jsonl": '{"id": "1", "text": "Norway denied on 11 May 2021 that talks with Russia had been halted."}\n'
    '{"id": "2", "text": "Chad and Niger signed a treaty on grazing on 12 May 2021 in Niamey."}\n',
    "empty.txt": "",
}


def run(record: Path, *arguments: str, stdin: str | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command on a record as a user would."""
    environment = os.environ | {"DETENTE_RECORD": str(record)}
    return subprocess.run(
        [COMMAND, *arguments], capture_output=True, text=True, input=stdin, timeout=300, check=False, env=environment
    )


def status(record: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads(run(record, "status", "--format", "json").stdout)
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (path / name).write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def record(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the folder, read by two processes."""
    path = tmp_path_factory.mktemp("record") / "record.db"
    done = run(path, "add", str(folder), "--jobs", "2", "--dispute", "Border talks")
    assert done.returncode == 3, done.stderr
    assert done.stdout == "Reports: 4 new, 0 changed, 0 known, 1 set aside.\n"
    assert f"set aside {folder / 'empty.txt'}: is empty" in done.stderr
    return path


def test_what_was_added_is_there(record: Path, folder: Path) -> None:
    found = status(record)
    assert (found["reports"], found["readings"], found["set_aside"], found["disputes"]) == (4, 4, 1, 1)
    assert "4 new, 1 aside" in run(record, "status").stdout
    assert run(record, "aside").stdout.endswith(f"{folder / 'empty.txt'}: is empty\n")
    assert run(record, "verify").stdout == "The record is whole: 4 readings checked.\n"


def test_a_report_is_shown_as_read_shows_it(record: Path, folder: Path) -> None:
    path = str(folder / "lima.txt")
    shown = run(record, "show", path)
    assert shown.returncode == 0, shown.stderr
    assert shown.stdout.splitlines()[0] == run(record, "read", path).stdout.splitlines()[0]
    as_json = run(record, "show", path, "--format", "json").stdout
    assert as_json == run(record, "read", path, "--format", "json").stdout
    identity = json.loads(as_json)["report"]["id"]
    assert run(record, "show", identity[:15]).stdout == shown.stdout


def test_what_is_known_is_not_read_again(record: Path, folder: Path) -> None:
    before = status(record)
    # With a model that is not there, nothing could be read.
    done = run(record, "add", str(folder / "*.*"), str(folder), "--model", "no_such_model")
    assert done.stdout == "Reports: 0 new, 0 changed, 8 known, 2 set aside.\n"
    after = status(record)
    assert {name: after[name] for name in ("reports", "versions", "readings", "items")} == {
        name: before[name] for name in ("reports", "versions", "readings", "items")
    }


def test_standard_input_and_a_changed_file(tmp_path: Path) -> None:
    record, path = tmp_path / "new" / "record.db", tmp_path / "note.txt"
    path.write_text(REPORTS["lima.txt"], encoding="utf-8")
    options = ("--record", str(record), "--only", "parties")
    assert "1 new" in run(tmp_path / "not this", "add", str(path), *options).stdout
    assert "1 known" in run(record, "add", "-", *options, stdin=REPORTS["lima.txt"]).stdout
    path.write_text(REPORTS["lima.txt"] + "\nThe ministers did not say when.\n", encoding="utf-8")
    assert "1 changed" in run(record, "add", str(path), *options).stdout
    found = status(record)
    assert (found["reports"], found["versions"]) == (1, 2)
    assert not (tmp_path / "not this").exists()


def test_what_was_set_aside_is_tried_again(tmp_path: Path) -> None:
    record, path = tmp_path / "record.db", tmp_path / "late.txt"
    assert run(record, "add", str(path)).returncode == 1
    assert "late.txt: there is no such file" in run(record, "aside").stdout
    path.write_text(REPORTS["lima.txt"], encoding="utf-8")
    assert "1 new" in run(record, "add", "--retry", "--only", "parties").stdout
    assert run(record, "aside").stdout == "Nothing is set aside.\n"
    assert run(record, "add", "--retry").stdout == "Nothing is set aside.\n"
    (tmp_path / "gone.txt").touch()
    assert run(record, "add", str(tmp_path / "gone.txt")).returncode == 1
    assert run(record, "aside", "--forget", str(tmp_path / "gone.txt")).stdout == "Nothing is set aside.\n"


def test_a_backup_and_a_rebuild(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "backup.db"
    assert run(record, "backup", str(target)).returncode == 0
    assert run(target, "rebuild").stdout == "Made anew from 4 readings.\n"
    assert run(target, "verify").returncode == 0
    again = run(record, "backup", str(target))
    assert (again.returncode, again.stderr.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    ("arguments", "code", "reason"),
    [
        (("status",), 2, "there is no record at"),
        (("show", "report-0"), 2, "there is no record at"),
        (("add",), 2, "nothing to add"),
        (("add", "x.txt", "--only", "nothing"), 2, "no section 'nothing'"),
        (("add", "x.txt", "--jobs", "0"), 2, "jobs"),
        (("add", "x.txt", "--published", "today"), 2, "is not a date"),
    ],
)
def test_wrong_usage_is_one_line(arguments: tuple[str, ...], code: int, reason: str, tmp_path: Path) -> None:
    done = run(tmp_path / "record.db", *arguments)
    assert done.returncode == code
    assert reason in done.stderr
    assert "Traceback" not in done.stderr


def test_ids_that_nothing_or_several_have(record: Path) -> None:
    nothing = run(record, "show", "report-zzzz")
    assert (nothing.returncode, "in the record nowhere" in nothing.stderr) == (2, True)
    several = run(record, "show", "report-")
    assert several.returncode == 2


def test_a_damaged_record_is_named(record: Path, tmp_path: Path) -> None:
    target = tmp_path / "copy.db"
    run(record, "backup", str(target))
    import sqlite3

    with sqlite3.connect(target) as database:
        database.execute("UPDATE report SET version = 'x' WHERE n = 1")
    database.close()
    done = run(target, "verify")
    assert done.returncode == 1
    assert done.stdout.startswith("id: report-")
    assert done.stderr.count("\n") == 1
