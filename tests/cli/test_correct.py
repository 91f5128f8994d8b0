"""``detente correct``, ``hide``, ``confirm``, ``rename``, ``mark``, ``log`` and ``undo``, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any

import pytest

from detente.errors import BadField, UnknownId, UsageError, WordsNotFound
from detente.model.reading import Reading
from detente.record.store import Store
from tests.cli.command import done as _run


@pytest.fixture(autouse=True)
def _record(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_RECORD", str(store.path))


@pytest.fixture
def said(readings: dict[str, Reading]) -> Any:
    return next(one for one in readings["lima"].items["statements"] if "calendar" in one.evidence.text)


def _log(*arguments: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(_run("log", *arguments, "--format", "json").stdout)
    return found


def test_a_correction_is_told_shown_logged_and_taken_back(said: Any) -> None:
    told = _run("correct", said.id[:18], "venue=Callao", "--why", "see the video", "--by", "anna").stdout
    assert re.match(r"1  \S+Z by anna: correct statement-\w{8}  venue: – → Callao \(see the video\)\n", told)
    shown = _run("show", said.id).stdout
    assert "venue     Callao [correction 1]" in re.sub(r" {5,}", "     ", shown)
    assert "Corrected\n  1  " in shown
    undone = _run("undo", "1", "--by", "ben").stdout
    assert undone.endswith("by ben: undo 1\n")
    assert "Callao" not in _run("show", said.id).stdout
    log = _run("log").stdout
    assert "taken back by 2" in log
    assert "why: see the video" in log
    assert [(one["n"], one["kind"], one["by"], one["undone_by"]) for one in _log()] == [
        (1, "correct", "anna", 2),
        (2, "undo", "ben", None),
    ]


def test_what_is_hidden_confirmed_renamed_and_marked_is_so_in_a_report(said: Any, readings: dict[str, Reading]) -> None:
    _run("hide", readings["lima"].items["events"][0].id)
    _run("confirm", said.id)
    _run("rename", said.speaker.id, "Rosa Inés Paredes")
    _run("mark", "/news/lima.txt", "would go on", "who=PER", "--section", "ahead")
    shown = _run("show", "/news/lima.txt").stdout
    assert "would go on" in shown.split("Ahead\n")[1]
    assert "Rosa Inés Paredes" in shown.split("Who said what\n")[1]
    assert readings["lima"].items["events"][0].id[:14] not in shown
    assert [one["kind"] for one in _log(said.id)] == ["confirm"]
    assert [one["kind"] for one in _log("/news/lima.txt")] == ["hide", "confirm", "rename", "mark"]
    assert _log("/news/oslo.txt") == []
    rows = list(csv.DictReader(io.StringIO(_run("log", "--format", "csv").stdout)))
    assert [row["kind"] for row in rows] == ["hide", "confirm", "rename", "mark"]
    assert json.loads(rows[2]["payload"])["name"] == "Rosa Inés Paredes"


def test_lost_corrections_are_listed(said: Any) -> None:
    _run("hide", said.id)
    assert _run("log", "--lost").stdout == "Every correction has its item.\n"
    assert _log("--lost") == []


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["correct", "ID", "venues=x"], BadField),
        (["correct", "report", "venue=x"], UnknownId),
        (["mark", "/news/lima.txt", "zebra", "--section", "ahead"], WordsNotFound),
        (["mark", "/news/lima.txt", "would go on"], UsageError),
        (["mark", "ID", "would go on", "--section", "ahead"], UnknownId),
        (["undo", "7"], UnknownId),
        (["hide", "zebra"], UnknownId),
    ],
)
def test_what_cannot_be_done_is_one_line_and_leaves_no_trace(
    arguments: list[str], error: type[UsageError], said: Any, readings: dict[str, Reading]
) -> None:
    named = {"ID": said.id, "report": readings["lima"].report.id}
    with pytest.raises(error) as raised:
        _run(*(named.get(argument, argument) for argument in arguments))
    assert "\n" not in str(raised.value)
    assert _log() == []
