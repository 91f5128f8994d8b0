"""What is offered is documented, and what is documented is offered."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from detente.formats.json_reading import schema

from detente.cli.app import app
from detente.knowledge.tables import table_dates
from detente.reading.reader import SECTIONS

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
COMMANDS = [command.callback.__name__ for command in app.registered_commands if command.callback]
SCENARIO = [f"scenario {verb}" for verb in ("solve", "check", "explain", "what-if", "sensitivity", "inverse", "path")]


@pytest.mark.parametrize("command", ["", *COMMANDS, *SCENARIO])
def test_the_reference_shows_each_command_s_help_as_it_is(command: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "detente", *command.split(), "--help"],
        capture_output=True, text=True, check=True, env={"COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"},
    ).stdout  # fmt: skip
    reference = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    assert shown.strip() in reference, f"docs/reference/cli.md lacks the present help of: detente {command}"


def test_the_reference_names_every_field_of_the_json() -> None:
    reference = (DOCS / "reference" / "json.md").read_text(encoding="utf-8")
    missing = sorted({name for name in _names(schema()) if f"`{name}`" not in reference})
    assert missing == []


def test_the_reference_names_every_section() -> None:
    reference = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    assert [section for section in SECTIONS if f"`{section}`" not in reference] == []


def test_every_table_of_reference_data_has_a_date() -> None:
    assert [table for table, date in table_dates().items() if date == "undated"] == []


def test_every_runtime_dependency_is_explained() -> None:
    explained = (DOCS / "dependencies.md").read_text(encoding="utf-8").lower().replace("_", "-")
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    listed = re.search(r"\ndependencies = \[(.*?)\]", project, re.DOTALL)
    assert listed is not None
    names = [re.split(r"[<>=]", line)[0].replace("_", "-") for line in re.findall(r'"(.+?)"', listed.group(1))]
    assert names
    assert [name for name in names if f"**{name}**" not in explained] == []


def test_the_lock_file_names_no_address() -> None:
    assert "://" not in (ROOT / "requirements.lock").read_text(encoding="utf-8")


def _names(node: Any) -> set[str]:
    if isinstance(node, dict):
        own = set(node.get("properties", {}))
        return own.union(*(_names(inner) for inner in node.values()))
    if isinstance(node, list):
        return set().union(*(_names(inner) for inner in node))
    return set()
