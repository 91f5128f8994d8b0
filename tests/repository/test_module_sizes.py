"""Files stay small enough to be read: one thing each."""

from __future__ import annotations

import statistics
from pathlib import Path

ROOT = Path(__file__).parents[2]
LONGEST = 500
MEDIAN = 150
BANNED = {"utils", "util", "helpers", "helper", "common", "manager", "misc"}


def _lines(folder: str) -> dict[Path, int]:
    files = {path: path.read_text(encoding="utf-8").count("\n") for path in (ROOT / folder).rglob("*.py")}
    return {path: count for path, count in files.items() if count}


def test_no_file_is_too_long() -> None:
    for folder in ("src", "tests", "benchmarks"):
        assert [path for path, count in _lines(folder).items() if count > LONGEST] == []


def test_the_median_file_is_short() -> None:
    assert statistics.median(_lines("src").values()) < MEDIAN


def test_files_are_named_for_what_they_do() -> None:
    assert [path for path in _lines("src") if path.stem in BANNED or path.parent.name in BANNED] == []
