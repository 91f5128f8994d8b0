"""The installed command and what it writes: never over what it reads, whole or not at all, a file for each report."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("detente"))
TEXT = "LOMÉ, 4 May 2021 - The envoys of Togo and Benin met on Monday and agreed to mark the border by the autumn.\n"
FERRY = """format = "scenario/1"
now = ["toll"]
[[party]]
id = "island"
wants = ["not toll"]
options = { ferry = "Run the ferry" }
[[party]]
id = "mainland"
wants = ["toll"]
options = { toll = "Take a toll" }
"""


def run(command: str, at: Path) -> subprocess.CompletedProcess[bytes]:
    """Run ``detente`` by a line of the shell, in a folder."""
    return subprocess.run(
        ["/bin/sh", "-c", command.replace("detente ", f"'{COMMAND}' ")],
        cwd=at, capture_output=True, timeout=60, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Reports and a scenario with several names each."""
    (tmp_path / "d").mkdir()
    for name in ("a.txt", "d/a.txt", "older.json"):
        (tmp_path / name).write_text(TEXT, encoding="utf-8")
    (tmp_path / "s.toml").write_text(FERRY, encoding="utf-8")
    (tmp_path / "link.txt").symlink_to("a.txt")
    (tmp_path / "hard.txt").hardlink_to(tmp_path / "a.txt")
    (tmp_path / "link.toml").symlink_to("s.toml")
    return tmp_path


def _state(folder: Path) -> dict[str, bytes | None]:
    return {str(path): path.read_bytes() if path.is_file() else None for path in sorted(folder.rglob("*"))}


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("detente read a.txt --out a.txt", "cannot write to a.txt: it is read;"),
        ("detente read a.txt --out ./d/../a.txt", "cannot write to ./d/../a.txt: it is read as a.txt;"),
        ("detente read a.txt --out link.txt", "cannot write to link.txt: it is read as a.txt;"),
        ("detente read link.txt --out a.txt", "cannot write to a.txt: it is read as link.txt;"),
        ("detente read a.txt --out hard.txt", "cannot write to hard.txt: it is read as a.txt;"),
        ("detente read a.txt --out .", "cannot write to a.txt: it is read;"),
        ("detente read - --out a.txt < a.txt", "cannot write to a.txt: it is read as standard input;"),
        ("detente read a.txt >> a.txt", "cannot write to standard output: it is read as a.txt;"),
        ("detente read d --out d", "cannot write to d: it is the folder d, which is read;"),
        ("detente read d --out d/new/", "cannot write to d/new: it is inside the folder d, which is read;"),
        ("detente read . --out d/new.json", "cannot write to d/new.json: it is inside the folder ., which is read;"),
        ("detente read a.txt --out ''", "--out is empty; name a file or a folder"),
        ("detente read a.txt --out no/where.json", "cannot write to no/where.json: no such file or directory"),
        ("detente read a.txt --out /proc/", "cannot write to /proc: no such file or directory"),
        ("detente read a.txt --time-limit inf", "--time-limit inf is no number of seconds up to 1,000,000;"),
        ("detente read a.txt --time-limit nan", "--time-limit nan is no number of seconds up to 1,000,000;"),
        ("detente read a.txt --time-limit 1e300", "--time-limit 1e+300 is no number of seconds up to 1,000,000;"),
        ("detente scenario solve s.toml --out s.toml", "cannot write to s.toml: it is read;"),
        ("detente scenario solve link.toml --out s.toml", "cannot write to s.toml: it is read as link.toml;"),
        ("detente scenario solve - --out s.toml < s.toml", "cannot write to s.toml: it is read as standard input;"),
        ("detente scenario solve s.toml >> s.toml", "cannot write to standard output: it is read as s.toml;"),
        ("detente scenario solve s.toml --out ''", "--out is empty; name a file"),
        ("detente scenario solve s.toml --out d", "cannot write to d: it is a folder"),
    ],
)
def test_refused_before_anything_is_read_or_written(place: Path, command: str, reason: str) -> None:
    before = _state(place)
    done = run(command, place)
    assert done.stderr.decode().startswith(f"detente: {reason}")
    assert (done.returncode, done.stderr.count(b"\n"), done.stdout) == (2, 1, b"")
    assert _state(place) == before


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("detente read a.txt --only front > /dev/full", "cannot write to standard output: no space left on device"),
        # A limit on the size of a file stands for a full disk: the file is begun, and cannot be ended.
        ("ulimit -f 1; detente read a.txt --only front --format json --out older.json",
         "cannot write to older.json: file too large"),
        ("detente read a.txt >&-", "standard output is closed; name a file or a folder with --out"),
        ("detente read - <&-", "set aside -: is standard input, which is closed"),
        ("detente schema > /dev/full", "cannot write to standard output: no space left on device"),
        ("detente schema >&-", "cannot write to standard output: it is closed"),
        ("detente --help > /dev/full", "cannot "),
        ("PYTHONUNBUFFERED=1 detente --help > /dev/full", "cannot "),
        ("detente scenario solve s.toml > /dev/full", "cannot write to standard output: no space left on device"),
        ("detente scenario solve s.toml --format json > /dev/full", "cannot write to standard output: no space left"),
        ("detente scenario solve s.toml --out /dev/full", "cannot write to /dev/full: no space left on device"),
        ("detente scenario check s.toml >&-", "cannot write to standard output: it is closed"),
        ("detente scenario solve - <&-", "-: standard input is closed"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_or_written_is_one_line(place: Path, command: str, reason: str) -> None:
    before = _state(place)
    done = run(command, place)
    assert done.stderr.decode().startswith(f"detente: {reason}")
    assert (done.returncode, done.stderr.count(b"\n"), done.stdout) == (1, 1, b"")
    assert _state(place) == before


def test_nobody_to_read_or_to_tell(place: Path) -> None:
    done = run("detente scenario solve s.toml --format json | true; detente scenario solve gone.toml 2>&-", place)
    assert (done.returncode, done.stdout, done.stderr) == (1, b"", b"")


def test_a_file_for_every_report(place: Path) -> None:
    same = json.dumps({"id": "talks", "text": TEXT}) + "\n"
    long = json.dumps({"id": "é" * 300, "text": TEXT}) + "\n"
    (place / "lines.jsonl").write_text(same * 4 + same.replace("talks", "TALKS") + long * 2, encoding="utf-8")
    for name in ("x", "y", "z"):
        (place / "e" / name).mkdir(parents=True)
        (place / "e" / name / "a.txt").write_text(TEXT, encoding="utf-8")
    done = run("detente read lines.jsonl e --only front --format json --out o/", place)
    assert (done.returncode, done.stderr) == (0, b"")
    written = sorted((place / "o").iterdir())
    assert len(written) == 7 + 3
    assert len({path.name.casefold() for path in written}) == len(written)
    assert all(json.loads(path.read_text(encoding="utf-8"))["report"]["text"] == TEXT for path in written)


def test_one_name_that_is_taken_does_not_stop_the_others(place: Path) -> None:
    lines = [json.dumps({"id": name, "text": TEXT}) for name in ("folder", "link", "read", "free")]
    (place / "e").mkdir()
    (place / "e" / "lines.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (place / "folder.jsonl").mkdir()
    (place / "link.jsonl").symlink_to("older.json")
    (place / "read.jsonl").write_text(json.dumps({"id": "last", "text": TEXT}), encoding="utf-8")
    (place / "e" / "more.jsonl").symlink_to("../read.jsonl")
    before = _state(place)
    done = run("detente read e --only front --format jsonl --out .", place)
    assert done.returncode == 3
    assert [line.partition(": cannot write to ")[2] for line in done.stderr.decode().splitlines()] == [
        "folder.jsonl: it is a folder",
        "link.jsonl: it is a link; name the file that it leads to",
        "read.jsonl: it is read as e/more.jsonl; name another file",
    ]
    after = _state(place)
    assert {path for path in after if path not in before} == {str(place / "free.jsonl"), str(place / "last.jsonl")}
    assert {path: after[path] for path in before} == before


def test_an_older_file_stays_when_nothing_could_be_read(place: Path) -> None:
    (place / "empty.txt").write_bytes(b"")
    before = _state(place)
    assert run("detente read empty.txt gone.txt --out older.json", place).returncode == 1
    assert run("detente read a.txt empty.txt --fail-fast --only front --out older.json", place).returncode == 1
    assert _state(place) == before
    done = run("detente read a.txt empty.txt --only front --format json --out older.json", place)
    assert done.returncode == 3
    assert json.loads((place / "older.json").read_text(encoding="utf-8"))["report"]["source"] == "a.txt"
