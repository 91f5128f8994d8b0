"""How ``detente add``, ``reports`` and ``show`` tell of copies, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from detente.cli.app import app
from detente.model.reading import Reading
from detente.record.ids import short
from detente.record.store import Store
from tests.record.copies.kept import READINGS, keep_all

IDS = {Path(one.report.source).stem: one.report.id for one in READINGS}


@pytest.fixture
def kept(empty: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    keep_all(empty)
    monkeypatch.setenv("DETENTE_RECORD", str(empty.path))
    return empty


def _run(*arguments: str) -> str:
    result = CliRunner().invoke(app, list(arguments))
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return " ".join(result.stdout.split()) if "--format" not in arguments else result.stdout


def test_a_list_marks_what_is_copied_and_corrected(kept: Store) -> None:
    shown = _run("reports")
    with kept.reading() as connection:
        ids = {name: short(connection, identity) for name, identity in IDS.items()}
    assert f"[corrected by {ids['corrected']}; near-copy of {ids['agency']}]" in shown
    assert f"[corrected by {ids['corrected']}; near-copy of {ids['agency']} and 1 more]" in shown
    assert f"[corrects {ids['agency']} and 2 more]" in shown
    assert "[2 versions] [newer version of report-" in shown
    assert "copied by" not in shown
    assert "unlike" in shown.lower()


@pytest.mark.usefixtures("kept")
def test_copies_alone_are_listed_with_why() -> None:
    shown = _run("reports", "--copies")
    assert "unlike" not in shown.lower()
    assert "copied by" not in shown
    assert "(Agency 2025-05-09): 100% of the runs of 4 words of one are in the other (97 words);" in shown
    assert "(Corrected 2025-05-11): says of itself: 'CORRECTED-Peru" in shown


@pytest.mark.usefixtures("kept")
def test_copies_as_json_and_csv() -> None:
    listed = {one["id"]: one for one in json.loads(_run("reports", "--format", "json"))}
    told = {(one["relation"], one["report"]) for one in listed[IDS["rerun"]]["related"]}
    assert told >= {("near-copy of", IDS["agency"]), ("corrected by", IDS["corrected"]), ("copied by", IDS["undated"])}
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(_run("reports", "--format", "csv")))}
    assert len(rows) == 6
    assert rows[IDS["rerun"]]["near_copy_of"] == IDS["agency"]
    assert rows[IDS["rerun"]]["corrected_by"] == IDS["corrected"]
    assert set(rows[IDS["corrected"]]["corrects"].split()) == {IDS["agency"], IDS["rerun"], IDS["undated"]}
    assert rows[IDS["unlike"]]["near_copy_of"] == ""
    pairs = list(csv.DictReader(io.StringIO(_run("reports", "--copies", "--format", "csv"))))
    expected = {(one["id"], other["report"]) for one in listed.values() for other in one["related"]
                if other["relation"] != "copied by"}  # fmt: skip
    assert {(row["id"], row["report"]) for row in pairs} == expected
    assert all(row["why"] for row in pairs)


@pytest.mark.usefixtures("kept")
def test_a_report_is_shown_with_what_it_is_to_others() -> None:
    agency = _run("show", IDS["agency"])
    assert agency.index("corrected by report-") < agency.index("copied by report-")
    assert "(Rerun 2025-05-10): 100% of the runs of 4 words" in agency
    as_json = _run("show", IDS["agency"], "--format", "json")
    assert [one["relation"] for one in json.loads(as_json)["related"]] == ["corrected by", "copied by", "copied by"]
    assert Reading.from_json(as_json) == READINGS[0]
    assert "related" not in json.loads(_run("show", IDS["unlike"], "--format", "json"))


def test_what_is_added_is_counted(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    folder.mkdir()
    for one in READINGS[:3]:
        (folder / Path(one.report.source).name).write_text(one.report.text, encoding="utf-8")
    index = tmp_path / "index.tsv"
    days = "".join(f"{Path(one.report.source).name}\t{one.front.published.date}\n" for one in READINGS[:3])
    index.write_text(f"file\tpublished\n{days}", encoding="utf-8")
    options = ("--only", "parties", "--record", str(tmp_path / "record.db"))
    first = _run("add", str(folder), "--index", str(index), *options)
    assert "Reports: 3 new, of which 1 near-copy and 1 correction; 0 changed, 0 known, 0 set aside." in first
    again = _run("add", str(folder), "--index", str(index), *options)
    assert "Reports: 0 new, 0 changed, 3 known, 0 set aside." in again
