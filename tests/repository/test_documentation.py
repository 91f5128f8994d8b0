"""What is offered is documented, and what is documented is offered."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from detente.cli.app import app
from detente.knowledge.tables import table_dates
from detente.model.sections import SECTIONS
from tests.repository.json_reference import differences

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
COMMANDS = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
DISPUTE = ["dispute", *(f"dispute {verb}" for verb in ("new", "add", "list", "show", "edit", "put", "suggest"))]
DESK = ["desk", "desk export"]
SCENARIO = [f"scenario {verb}" for verb in ("solve", "check", "explain", "what-if", "sensitivity", "inverse", "path")]


@pytest.mark.parametrize("command", ["", *COMMANDS, *DISPUTE, *DESK, *SCENARIO])
def test_the_reference_shows_each_command_s_help_as_it_is(command: str) -> None:
    shown = subprocess.run(
        [sys.executable, "-m", "detente", *command.split(), "--help"],
        capture_output=True, text=True, check=True, env={"COLUMNS": "100", "NO_COLOR": "1", "LC_ALL": "C.UTF-8"},
    ).stdout  # fmt: skip
    reference = (DOCS / "reference" / "cli.md").read_text(encoding="utf-8")
    assert shown.strip() in reference, f"docs/reference/cli.md lacks the present help of: detente {command}"


def test_the_reference_has_a_table_of_every_section_and_type_of_the_json() -> None:
    assert differences((DOCS / "reference" / "json.md").read_text(encoding="utf-8")) == []


def test_a_reference_that_lacks_or_invents_something_is_noticed() -> None:
    reference = (DOCS / "reference" / "json.md").read_text(encoding="utf-8")
    spoilt = reference.replace("| `until` | when it ends |", "| `until_when` | when it ends |").replace(
        "## `ahead`", "## `agenda`"
    )
    assert differences(spoilt) == [
        "terms: lacks until",
        "terms: has no field until_when",
        "ahead: lacks a table",
        "agenda: is nothing of a reading",
    ]


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


def test_the_lock_files_name_no_address_and_agree() -> None:
    running, all_of_it = (
        (ROOT / name).read_text(encoding="utf-8") for name in ("requirements.lock", "requirements-dev.lock")
    )
    assert "://" not in running + all_of_it
    pins = [set(re.findall(r"^[\w.-]+==\S+", text, re.MULTILINE)) for text in (running, all_of_it)]
    assert pins[0] < pins[1]
    assert not [pin for pin in pins[0] if pin.startswith(("pytest", "mypy", "ruff", "mkdocs"))]
