"""``detente sample`` and ``score``, as a user runs them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from detente.errors import BadSheet, UnknownSection, UsageError
from detente.record.store import Store
from tests.cli.command import run as _run


@pytest.fixture(autouse=True)
def _record(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_RECORD", str(store.path))


def test_a_sheet_is_drawn_marked_by_two_and_scored(tmp_path: Path) -> None:
    sheet = tmp_path / "s.tsv"
    assert f"detente score {sheet}" in _run("sample", "-n", "8", "--out", str(sheet)).stdout
    head, *lines = sheet.read_text(encoding="utf-8").splitlines()
    assert len(lines) == 8
    assert _run("sample", "-n", "8").stdout == sheet.read_text(encoding="utf-8")
    paths = []
    for name, marks in (("anna", "rrrrrrww"), ("ben", "rrrrrwwp")):
        path = tmp_path / f"{name}.tsv"
        path.write_text("\n".join([head, *(m + line for m, line in zip(marks, lines, strict=True))]), "utf-8")
        paths.append(str(path))
    shown = _run("score", *paths).stdout
    assert "right 0.75 (0.41–0.93)" in shown
    assert "8 items marked by several: Krippendorff's alpha 0.4" in shown
    told = json.loads(_run("score", *paths, "--format", "json").stdout)
    assert told["precision"][paths[1]][-1]["marks"] == {"right": 5, "partly": 1, "wrong": 2, "useless": 0}
    assert (
        _run("score", paths[0], "--format", "csv").stdout.splitlines()[-1].startswith(f"{paths[0]},all,6,0,2,0,0.75,")
    )
    assert "alpha" not in _run("score", paths[0]).stdout


def test_what_cannot_be_drawn_or_scored_is_one_line(tmp_path: Path) -> None:
    empty = tmp_path / "s.tsv"
    empty.write_text("mark\tsection\tid\n", encoding="utf-8")
    for arguments, error in (
        (["sample", "--section", "event"], UnknownSection),
        (["sample", "--section", "terms"], UsageError),
        (["score", str(empty)], UsageError),
        (["score", str(tmp_path / "none.tsv")], BadSheet),
    ):
        with pytest.raises(error) as raised:
            _run(*arguments)
        assert "\n" not in str(raised.value)
