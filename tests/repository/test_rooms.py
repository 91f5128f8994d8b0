"""Data goes one way: no room imports one below it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "src" / "detente"
ROOMS = ("model", "knowledge", "sources", "reading", "record", "dossier", "formats", "scenario", "cli")


def _imported_rooms(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            if name.startswith("detente.") and (room := name.split(".")[1]) in ROOMS:
                yield room


def test_no_room_imports_one_below_it() -> None:
    wrong = [
        f"{path.relative_to(PACKAGE)} imports {imported}"
        for number, room in enumerate(ROOMS)
        for path in sorted((PACKAGE / room).rglob("*.py"))
        for imported in _imported_rooms(path)
        if ROOMS.index(imported) > number
    ]
    assert wrong == []
