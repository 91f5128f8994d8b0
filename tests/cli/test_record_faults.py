"""A record that cannot be used as asked: one line that names it and says what to do, and exit code 1."""

from __future__ import annotations

import os
import resource
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from detente.record.store import Store

COMMAND = str(Path(sys.executable).with_name("detente"))


def run(
    record: Path, *arguments: str, before: Callable[[], None] | None = None, path: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """Run the command on a record as a user would; ``before`` is done in its process, modules of ``path`` are there."""
    return subprocess.run(
        [COMMAND, *arguments, "--record", str(record)], capture_output=True, text=True, timeout=300, check=False,
        preexec_fn=before, env=os.environ | ({"PYTHONPATH": str(path)} if path else {}),
    )  # fmt: skip


def refused(done: subprocess.CompletedProcess[str], record: Path, reason: str) -> None:
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"detente: the record {record} ")
    assert reason in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.fixture
def record(store: Store) -> Path:
    store.close()
    return store.path


@pytest.mark.parametrize("arguments", [("status",), ("search", "talks"), ("confirm", "event-1"), ("verify",)])
def test_of_a_newer_version(record: Path, arguments: tuple[str, ...]) -> None:
    with sqlite3.connect(record) as database:
        database.execute("UPDATE alembic_version SET version_num = '9999'")
    database.close()
    refused(run(record, *arguments), record, "newer version of Detente; update Detente")


def test_another_file(tmp_path: Path) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("mine", encoding="utf-8")
    refused(run(other, "status"), other, "another file; give another --record")
    assert other.read_text(encoding="utf-8") == "mine"


def test_while_another_program_writes(record: Path, tmp_path: Path) -> None:
    (tmp_path / "no wait").mkdir()
    # What a user would wait for ten seconds is not waited for here.
    (tmp_path / "no wait" / "sitecustomize.py").write_text(
        "import sqlite3\n_connect = sqlite3.connect\n"
        "sqlite3.connect = lambda *given, **named: _connect(*given, **(named | {'timeout': 0.05}))\n",
        encoding="utf-8",
    )
    writer = sqlite3.connect(record, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    try:
        done = run(record, "dispute", "add", str(dispute(tmp_path)), path=tmp_path / "no wait")
        refused(done, record, "is being written to by another program; try again")
        assert run(record, "search", "talks").returncode == 0
    finally:
        writer.close()


def test_on_a_full_disk(record: Path, tmp_path: Path) -> None:
    limit = record.stat().st_size
    before = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit // 100, limit))
    refused(run(record, "dispute", "add", str(dispute(tmp_path)), before=before), record, "make room and go on")
    assert run(record, "verify").returncode == 0


def dispute(folder: Path) -> Path:
    """A dispute file that is larger than any log of writes may grow on a full disk."""
    path = folder / "dispute.toml"
    issue = "[[issues]]\nname = 'n{0}'\nwords = ['{1}']\n"
    path.write_text("name = 'Cod'\n" + "".join(issue.format(n, "w" * 200) for n in range(50)), encoding="utf-8")
    return path
