"""``detente desk``: what it refuses, and that it serves until it is stopped."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from detente.record.store import Store


def desk(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "detente", "desk", *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.4", "example.org", "::"])
def test_it_listens_to_nobody_else(empty: Store, host: str) -> None:
    done = desk("--record", str(empty.path), "--host", host)
    assert done.returncode == 2
    assert "has no logins" in done.stderr


def test_there_must_be_a_record(tmp_path: Path) -> None:
    done = desk("--record", str(tmp_path / "none.db"), "--port", "0")
    assert (done.returncode, done.stdout) == (2, "")
    assert "there is no record" in done.stderr


def test_it_serves_until_it_is_stopped(store: Store) -> None:
    command = [sys.executable, "-m", "detente", "desk", "--record", str(store.path), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={**os.environ}) as process:
        try:
            assert process.stdout is not None
            told = process.stdout.readline().decode()
            found = re.search(r"http://127\.0\.0\.1:(\d+)/", told)
            assert found, told
            assert httpx.get(found[0], trust_env=False).status_code == 200
            taken = desk("--record", str(store.path), "--port", found[1])
            assert taken.returncode == 2
            assert "give another --port" in taken.stderr
        finally:
            process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert (process.returncode, errors) == (0, b"")
