"""The page on the architecture names files that there are, and every part of reading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.repository.test_rooms import READING

ROOT = Path(__file__).parents[2]
PATHS = [ROOT / "pyproject.toml", *(path for top in ("src", "tests", "docs") for path in (ROOT / top).rglob("*"))]
PAGE = (ROOT / "docs" / "explanation" / "architecture.md").read_text(encoding="utf-8")
NAMED = sorted({name for name in re.findall(r"`([\w/.*-]+)`", PAGE) if re.search(r"/|\.(py|toml|tsv)$", name)})


@pytest.mark.parametrize("name", NAMED)
def test_a_file_that_is_named_is_there(name: str) -> None:
    assert any(path.match(name.replace("<code>", "en")) for path in PATHS)


def test_every_part_of_reading_is_told() -> None:
    assert [part for part in READING if f"{part}/`" not in PAGE and f"{part}.py`" not in PAGE] == []


def test_the_index_answers_twenty_questions() -> None:
    index = PAGE.partition("## Where is it decided")[2]
    assert len(re.findall(r"^\| .*\? \| ", index, re.MULTILINE)) >= 20


def test_contributing_points_there() -> None:
    assert "docs/explanation/architecture.md" in (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
