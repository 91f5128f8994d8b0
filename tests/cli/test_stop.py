"""Told to stop, the installed command leaves no file half written and no array open, and says so in one line."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import pytest

COMMAND = str(Path(sys.executable).with_name("detente"))
LINE = json.dumps({"text": "LOMÉ, 4 May 2021 - The envoys of Togo and Benin met on Monday."}).encode() + b"\n"


@contextmanager
def handled(number: signal.Signals, handler: signal.Handlers) -> Iterator[None]:
    """What is ignored here is ignored by a command that is started; a shell in the background ignores Ctrl-C."""
    before = signal.signal(number, handler)
    yield
    signal.signal(number, before)


def begun(*arguments: str) -> tuple[subprocess.Popen[bytes], IO[bytes]]:
    """A command that has three reports and waits for more."""
    process = subprocess.Popen(
        [COMMAND, "read", "-", "--only", "front", "--format", "json", *arguments],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
    )  # fmt: skip
    assert process.stdin is not None
    process.stdin.write(LINE * 3)
    process.stdin.flush()
    assert process.stdout is not None
    return process, process.stdout


def _wait(until: Callable[[], object]) -> None:
    end = time.monotonic() + 60
    while not until():
        assert time.monotonic() < end
        time.sleep(0.05)


@pytest.mark.parametrize(("number", "code"), [(signal.SIGTERM, 143), (signal.SIGINT, 130), (signal.SIGHUP, 129)])
def test_a_file_is_not_there_and_an_older_one_stays(tmp_path: Path, number: signal.Signals, code: int) -> None:
    older = tmp_path / "older.json"
    older.write_bytes(b"older")
    with handled(number, signal.SIG_DFL):
        process, _ = begun("--out", str(older))
    _wait(lambda: len(list(tmp_path.iterdir())) == 2)  # the new one is begun beside it
    process.send_signal(number)
    said = process.communicate()
    assert (process.returncode, said) == (code, (b"", f"detente: stopped ({number.name})\n".encode()))
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("older.json", b"older")]


def test_an_array_on_standard_output_is_closed() -> None:
    process, stdout = begun()
    printed = b""
    while printed.count(b'"raw_sha256"') < 3:
        printed += stdout.readline()
    process.send_signal(signal.SIGTERM)
    printed += stdout.read()
    assert process.communicate()[1] == b"detente: stopped (SIGTERM)\n"
    assert process.returncode == 143
    assert len(json.loads(printed)) == 3


def test_files_of_reports_that_were_read_are_whole(tmp_path: Path) -> None:
    with handled(signal.SIGHUP, signal.SIG_IGN):
        process, _ = begun("--out", f"{tmp_path}/")
    _wait(lambda: len(list(tmp_path.glob("*.json"))) == 3)
    process.send_signal(signal.SIGHUP)  # is ignored still
    time.sleep(0.2)
    assert process.poll() is None
    process.send_signal(signal.SIGTERM)
    process.communicate()
    assert process.returncode == 143
    assert len([json.loads(path.read_bytes()) for path in tmp_path.iterdir()]) == 3
