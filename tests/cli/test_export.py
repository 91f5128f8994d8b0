"""``detente export`` and ``import``, as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from detente.errors import BadExport, UnknownDispute, UsageError
from detente.model.reading import Reading
from detente.reading.reader import Reader
from detente.record.store import Store
from detente.sources import report_from_text
from tests.cli.command import done as _run
from tests.record.conftest import add


@pytest.fixture(autouse=True)
def _record(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DETENTE_RECORD", str(store.path))


def test_a_record_comes_back_by_file(tmp_path: Path) -> None:
    first, second, copy = tmp_path / "1.json", tmp_path / "2.json", str(tmp_path / "copy.db")
    _run("export", "--out", str(first))
    assert _run("import", str(first), "--record", copy).stdout == (
        "New: 3 reports, 3 readings, 0 disputes, 0 corrections.\n"
    )
    _run("export", "--out", str(second), "--record", copy)
    assert first.read_bytes() == second.read_bytes()
    assert _run("export").stdout_bytes == first.read_bytes()


def test_every_format_has_what_was_corrected(readings: dict[str, Reading], tmp_path: Path) -> None:
    event = readings["oslo"].items["events"][0]
    _run("correct", event.id, "date=1999-12-24", "status=ongoing")
    rows = list(csv.DictReader(io.StringIO(_run("export", "--format", "csv").stdout)))
    assert len(rows) == sum(len(items) for reading in readings.values() for items in reading.items.values())
    row = next(row for row in rows if row["id"] == event.id)
    assert (row["date"], row["corrections"]) == ("1999-12-24", "1")
    assert json.loads(row["item"])["status"] == "ongoing"
    assert "1999-12-24" in _run("export", "--format", "plover").stdout
    assert len(json.loads(_run("export", "--format", "jsonld").stdout)) == 3
    _run("export", "--format", "timeml", "--out", f"{tmp_path}/tml/")
    assert len(list((tmp_path / "tml").iterdir())) == 3
    with pytest.raises(UsageError, match="one report a file"):
        _run("export", "--format", "timeml", "--out", f"{tmp_path}/all.tml")
    assert not (tmp_path / "all.tml").exists()


def test_the_territories_of_all_reports_are_one_collection(store: Store, reader: Reader, tmp_path: Path) -> None:
    texts = (
        "Kenya administers the Ilemi Triangle.",
        "Nothing is claimed here.",
        "Ghana and Togo claim the Ferrel Islands.",
    )
    for number, text in enumerate(texts):
        add(store, reader.read(report_from_text(text, source=f"/news/{number}.txt")))
    whole = json.loads(_run("export", "--format", "geojson").stdout)
    assert whole["type"] == "FeatureCollection"
    assert len({one["properties"]["report"] for one in whole["features"]}) == 2
    _run("export", "--format", "geojson", "--out", str(tmp_path / "all.geojson"))
    assert json.loads((tmp_path / "all.geojson").read_text(encoding="utf-8")) == whole


def test_a_dispute_alone(tmp_path: Path) -> None:
    path = tmp_path / "d.toml"
    path.write_text("name = 'Lakes'\nparties = ['TGO', 'BEN']\n", encoding="utf-8")
    values = json.loads(_run("export", str(path)).stdout)
    assert [value["source"] for value in values if value["kind"] == "report"] == ["/news/lome.txt"]
    with pytest.raises(UnknownDispute):
        _run("export", "Lakes")


def test_what_is_no_export_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(b"\xff\xfe")
    for given in (path, tmp_path / "none.json", tmp_path):
        with pytest.raises(BadExport) as raised:
            _run("import", str(given))
        assert "\n" not in str(raised.value)
