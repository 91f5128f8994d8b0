"""The installed command on bad input: one line that names the input and the reason, an exit code, and never a hang."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = str(Path(sys.executable).with_name("detente"))
GOOD = "LOMÉ, 4 May 2021 - The envoys of Togo and Benin met on Monday and agreed to mark the border by the autumn.\n"
PAGE = f"<html><head><title>Envoys</title></head><body><h1>Envoys meet</h1><p>{GOOD * 2}</p></body></html>"

GERMAN = b"Der Gesandte sagte am Montag, man werde die Grenze zwischen den beiden Staaten im Herbst neu vermessen."


def run(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a user would; longer than a minute is a hang."""
    env = {**os.environ, **environment}
    return subprocess.run([COMMAND, *arguments], capture_output=True, input=stdin, timeout=60, check=False, env=env)


def complaint(done: subprocess.CompletedProcess[bytes]) -> str:
    """What it says on standard error: one line, and nothing on standard output."""
    said = done.stderr.decode()
    assert said.count("\n") == 1, said
    assert done.stdout == b""
    return said


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("empty.txt", b"", "is empty"),
        ("blank.txt", b" \n\n\t", "has no text"),
        ("paper.pdf", b"%PDF-1.7\n%\xe2\xe3", "is a PDF"),
        ("data.bin", bytes(range(256)) * 10, "is binary"),
        ("letters.txt", bytes(range(128, 256)) * 20, "is in no character encoding that could be told"),
        ("deep.html", b"<html><body>" + b"<div>" * 100_000 + b"words", "nested deeper than can be read"),
        ("home.html", b"<html><body><ul>" + b"<li><a href=/>Home</a></li>" * 50, "is a page without an article"),
        ("bericht.txt", GERMAN, "German (de)"),
        ("news.jsonl", b'{"id": "1", "text": \n', "not JSON"),
        ("news.jsonl", b'{"id": "1", "text": "x", "published": "soon"}\n', "'soon' is not a date; write a day"),
        ("a.tml", b"<TimeML><TEXT>The envoys met", "XML is broken"),
        ("a.eml", b"MIME-Version: 1.0\nContent-Type: image/png\n\n", "e-mail without a text"),
    ],
)  # fmt: skip
def test_one_bad_file(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    done = run("read", str(path))
    said = complaint(done)
    assert str(path) in said
    assert reason in said
    assert done.returncode == 1


def test_fifty_megabytes(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as stream:
        stream.write(GOOD.encode())
        stream.truncate(50_000_000)
    done = run("read", str(path))
    assert "large.txt: has 50.0 MB; at most 20.0 MB are read" in complaint(done)
    assert done.returncode == 1


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ("nowhere/report.txt", "nowhere/report.txt: there is no such file or folder"),
        ("/dev/zero", "/dev/zero: is a device, not a file"),
        ("http://127.0.0.1:9/report", "is not fetched: 127.0.0.1 is inside this machine's own network"),
        ("gopher://paper.example/1", "it must begin with http:// or https://"),
    ],
)
def test_inputs_that_cannot_be_opened(given: str, reason: str) -> None:
    done = run("read", given)
    assert reason in complaint(done)
    assert done.returncode == 1


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert "pipe: is a pipe, not a file" in complaint(run("read", str(tmp_path / "pipe")))


def test_an_unreadable_folder(tmp_path: Path) -> None:
    folder = tmp_path / "locked"
    folder.mkdir()
    folder.chmod(0)
    # Who runs the tests as root may read it all the same: then the system's answer is put in its place.
    (tmp_path / "sitecustomize.py").write_text(
        "import os\nlist_folder = os.listdir\n"
        "def listdir(path='.'):\n"
        "    if str(path).endswith('locked'):\n"
        "        raise PermissionError(13, 'Permission denied', path)\n"
        "    return list_folder(path)\n"
        "os.listdir = listdir\n"
    )
    try:
        done = run("read", str(folder), PYTHONPATH=str(tmp_path))
    finally:
        folder.chmod(0o700)
    assert "locked: may not be read: permission denied" in complaint(done)
    assert done.returncode == 1


def test_nothing_on_standard_input() -> None:
    assert "-: is empty" in complaint(run("read", "-"))


def test_endless_standard_input() -> None:
    with Path("/dev/zero").open("rb") as stream:
        done = subprocess.run([COMMAND, "read", "-"], stdin=stream, capture_output=True, timeout=60, check=False)
    assert "-: has more than 20.0 MB" in complaint(done)


@pytest.mark.parametrize("date", ["yesterday", "2019-02-30", "16/02/2019", ""])
def test_a_bad_date_is_wrong_usage(tmp_path: Path, date: str) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    done = run("read", str(tmp_path / "a.txt"), "--published", date)
    assert "is not a date; write a day as 2019-02-17, a month as 2019-02 or a year as 2019" in complaint(done)
    assert done.returncode == 2


def test_a_bad_index_is_wrong_usage(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "index.csv").write_text("name,publisher\na.txt,Courier\n", encoding="utf-8")
    done = run("read", str(tmp_path / "a.txt"), "--index", str(tmp_path / "index.csv"))
    assert "index.csv has no column file in its first line; part the columns by tabs" in complaint(done)
    assert done.returncode == 2


def test_the_others_are_still_read(tmp_path: Path) -> None:
    lines = [json.dumps({"id": "first", "text": GOOD}), "{broken", json.dumps({"id": "third", "text": GOOD})]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.html").write_text(PAGE, encoding="utf-8")
    done = run("read", str(tmp_path), "gone.txt", "--format", "jsonl", "--only", "front")
    assert done.returncode == 3
    assert [json.loads(line)["report"]["format"] for line in done.stdout.splitlines()] == ["jsonl", "jsonl", "html"]
    said = done.stderr.decode().splitlines()
    assert len(said) == 3
    assert "a.jsonl:2: is not JSON" in said[0]
    assert "b.txt: is empty" in said[1]
    assert "gone.txt: there is no such file or folder" in said[2]


def test_fail_fast_stops_at_the_first(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    (tmp_path / "b.txt").write_text(GOOD, encoding="utf-8")
    done = run("read", str(tmp_path), "--fail-fast")
    assert "a.txt: is empty" in complaint(done)
    assert done.returncode == 1


def test_no_network_unless_an_address_is_given(tmp_path: Path) -> None:
    # A page may name any address: none is asked for. The hook ends the process at the first attempt.
    (tmp_path / "sitecustomize.py").write_text(
        "import os, sys\n"
        "network = {'socket.connect', 'socket.getaddrinfo'}\n"
        "sys.addaudithook(lambda event, _: os._exit(99) if event in network else None)\n"
    )
    page = tmp_path / "a.html"
    head = (
        '<link rel="canonical" href="http://paper.example/1"><base href="http://paper.example/"><title>Envoys</title>'
    )
    page.write_text(PAGE.replace("<title>Envoys</title>", head), encoding="utf-8")
    done = run("read", str(page), "--format", "json", PYTHONPATH=str(tmp_path))
    assert done.returncode == 0, done.stderr
    assert run("read", "http://paper.example/", PYTHONPATH=str(tmp_path)).returncode == 99
