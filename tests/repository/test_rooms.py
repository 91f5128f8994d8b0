"""Data goes one way: no room imports one below it, and within reading the capabilities stand side by side."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "detente"
ROOMS = ("model", "knowledge", "sources", "reading", "record", "dossier", "formats", "scenario", "desk", "cli")
#: What each part of reading may import of the others; what none of them is, all may.
READING: dict[str, set[str]] = {
    "english": set(),
    "front": set(),
    "parties": {"english"},
    "time": {"english"},
    "people": {"english", "parties"},
    "attribution": {"english", "people", "time"},
    "events": {"english", "time"},
    "agreements": {"english", "front", "time"},
    "territories": {"english"},
    "ahead": {"english", "time", "postponed"},
    "terms": {"english", "time"},
    "figures": {"english", "time"},
    "pressures": {"english"},
    "positions": {"english"},
    "postponed": {"english"},
}


def _imported(path: Path) -> Iterator[list[str]]:
    """The parts of each module of Detente that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        yield from (name.split(".") for name in names if name.startswith("detente."))


def test_no_room_imports_one_below_it() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {imported[1]}"
        for number, room in enumerate(ROOMS)
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for imported in _imported(path)
        if imported[1] in ROOMS and ROOMS.index(imported[1]) > number
    ]
    assert wrong == []


@pytest.mark.parametrize("part", READING)
def test_the_parts_of_reading_import_what_lies_above_them(part: str) -> None:
    place = PACKAGE / "reading" / part
    files = sorted(place.rglob("*.py")) if place.is_dir() else [place.with_suffix(".py")]
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {imported[2]}"
        for path in files
        for imported in _imported(path)
        if imported[1] == "reading" and len(imported) > 2 and imported[2] in READING.keys() - READING[part] - {part}
    ]
    assert wrong == []


def test_no_part_of_reading_leads_back_to_itself() -> None:
    order = list(TopologicalSorter(READING).static_order())
    assert order.index("english") < order.index("time") < order.index("events")


def test_every_part_of_reading_with_a_component_is_listed() -> None:
    components = [
        path for path in (PACKAGE / "reading").rglob("*.py") if "@Language." in path.read_text(encoding="utf-8")
    ]
    parts = {path.relative_to(PACKAGE / "reading").parts[0].removesuffix(".py") for path in components}
    assert sorted(parts - READING.keys()) == []
