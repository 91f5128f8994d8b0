"""Every address of the desk stands in its reference."""

from __future__ import annotations

import re
from pathlib import Path

from detente.desk.views.table import FILES, PAGES

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "desk.md"


def test_every_page_and_file_is_documented() -> None:
    told = set(re.findall(r"`(/[^`?]*)`", REFERENCE.read_text(encoding="utf-8")))
    names = {"{name}": "NAME", "{id}": "ID", "{report}": "REPORT"}
    known = {re.sub(r"\{\w+\}", lambda found: names[found[0]], path) for path, _ in (*PAGES, *FILES)}
    assert known - told == set()
    assert {one for one in told if not one.endswith((".csv", ".json"))} - known == {"/"}
