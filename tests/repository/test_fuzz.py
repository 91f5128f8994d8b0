"""``make fuzz`` runs, with Hypothesis where atheris is not installed."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "fuzz", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)


def test_a_reader_is_fuzzed() -> None:
    done = run("jsonl", "timeml", "--seconds", "1")
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == "no fault"


def test_there_is_no_such_reader() -> None:
    assert run("jsnol").returncode == 2
