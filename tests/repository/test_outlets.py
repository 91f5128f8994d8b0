"""What is written and what is printed each goes through one place, where it is made safe."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[2] / "src" / "detente"
OUTLETS = {"files.py", "cli/terminal.py"}
WRITING = {".write_text", ".write_bytes", ".echo", ".secho", ".NamedTemporaryFile", ".mkstemp", ".to_disk", "print"}


def _writing(source: str) -> Iterator[int]:
    """The lines that open a file to write, or print."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and ast.unparse(node) in ("sys.stdout.write", "sys.stderr.write"):
            yield node.lineno
        if isinstance(node, ast.Call):
            name = f".{node.func.attr}" if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
            given = [value.value for value in [*node.args, *(word.value for word in node.keywords)]
                     if isinstance(value, ast.Constant) and isinstance(value.value, str)]  # fmt: skip
            opens = name in (".open", "open") and any(set(mode) & set("wax+") for mode in given)
            if opens or name in WRITING:
                yield node.lineno


def test_nothing_is_written_or_printed_elsewhere() -> None:
    found = [
        f"{path.relative_to(PACKAGE)}:{line}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path.relative_to(PACKAGE).as_posix() not in OUTLETS
        for line in _writing(path.read_text(encoding="utf-8"))
    ]
    assert found == []


@pytest.mark.parametrize("source", ["print(1)", "a.open('w')", "open(a, mode='xb')", "Path(a).write_text(b)"])
def test_what_is_looked_for_is_found(source: str) -> None:
    assert list(_writing(source)) == [1]
