"""``detente dispute``, as a user runs it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from detente.errors import BadDispute, UnknownDispute, UsageError
from detente.record.store import Store
from tests.cli.command import done as _run


@pytest.fixture(autouse=True)
def _record(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_RECORD", str(store.path))


def test_a_dispute_is_begun_added_listed_and_shown(tmp_path: Path) -> None:
    path = tmp_path / "andes.toml"
    _run("dispute", "new", "Andes: water", "--party", "per", "--party", "CHL", "--out", str(path))
    with pytest.raises(UsageError, match="is there already"):
        _run("dispute", "new", "Andes", "--out", str(path))
    assert _run("dispute", "add", str(path)).stdout == "Andes: water: version 1; 1 reports belong to it.\n"
    assert "is so already" in _run("dispute", "add", str(path)).stdout
    assert _run("dispute", "list").stdout.startswith("Andes: water  1 reports, version 1 of ")
    shown = _run("dispute", "show", "andes").stdout
    assert "parties     PER, CHL" in shown
    assert "Ministers of Peru and Chile meet [rule 1: PER and CHL]" in shown
    told = json.loads(_run("dispute", "show", str(path), "--format", "json").stdout)
    assert [one["source"] for one in told["reports"]] == ["/news/lima.txt"]
    rows = list(csv.DictReader(io.StringIO(_run("dispute", "list", "--format", "csv").stdout)))
    assert [(row["name"], row["reports"]) for row in rows] == [("Andes: water", "1")]


def test_reports_are_put_in_and_out_and_lists_follow(tmp_path: Path) -> None:
    path = tmp_path / "andes.toml"
    path.write_text("name = 'Andes'\nparties = ['PER', 'CHL']\n", encoding="utf-8")
    _run("dispute", "add", str(path))
    _run("dispute", "put", "Andes", "/news/oslo.txt", "/news/oslo.txt")
    _run("dispute", "put", "Andes", "/news/lima.txt", "--out")
    listed = json.loads(_run("reports", "--dispute", "andes", "--format", "json").stdout)
    assert [one["source"] for one in listed] == ["/news/oslo.txt"]
    hits = json.loads(_run("search", "talks", "--dispute", "Andes", "--format", "json").stdout)["hits"]
    assert {hit["report"]["source"] for hit in hits} == {"/news/oslo.txt"}


def test_an_edited_file_is_stored_and_a_bad_one_is_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "andes.toml"
    path.write_text("name = 'Andes'\nparties = ['PER']\n", encoding="utf-8")
    _run("dispute", "add", str(path))
    monkeypatch.setenv("VISUAL", "sed -i s/PER/BOL/")
    assert _run("dispute", "edit", "andes").stdout == "Andes: version 2.\n"
    assert _run("dispute", "edit", "andes").stdout == "Andes: nothing was changed.\n"
    for command in ("sed -i s/BOL/BOLL/", "sed -i s/Andes/Alps/"):
        monkeypatch.setenv("VISUAL", command)
        with pytest.raises(UsageError, match="mend what you wrote in"):
            _run("dispute", "edit", "andes")
    monkeypatch.setenv("VISUAL", "no-such-editor")
    with pytest.raises(UsageError, match="cannot be started"):
        _run("dispute", "edit", "andes")
    assert "version 2" in _run("dispute", "list").stdout


def test_disputes_are_proposed() -> None:
    shown = _run("dispute", "suggest", "--least", "1").stdout
    assert "detente dispute new" in shown
    assert _run("dispute", "suggest", "--least", "9").stdout.startswith("No two parties")


@pytest.mark.parametrize(
    ("arguments", "error"),
    [
        (["show", "zebra"], UnknownDispute),
        (["put", "zebra", "x"], UnknownDispute),
        (["add", "/nowhere.toml"], BadDispute),
        (["new", "x", "--party", "PERU"], BadDispute),
    ],
)
def test_what_makes_no_sense_is_one_line(arguments: list[str], error: type[Exception]) -> None:
    with pytest.raises(error) as raised:
        _run("dispute", *arguments)
    assert "\n" not in str(raised.value)
