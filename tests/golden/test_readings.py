"""Golden readings: the whole reading of every example report, as JSON, is what was last looked through and kept.

`pytest tests/golden --rewrite` writes them anew; look at the difference before you commit it. What the readings
should be is in gold/, made by hand from the reports alone; benchmarks/reading_accuracy.py says how far they agree.
"""

from __future__ import annotations

import json
from contextlib import chdir
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from detente.model.report import Report
from detente.model.round_trip import dumps, reading_json
from detente.sources import reports

if TYPE_CHECKING:
    from detente.reading.reader import Reader

ROOT = Path(__file__).parents[2]
READINGS = Path(__file__).parent / "readings"
with chdir(ROOT):  # an id within a file is qualified by the file's path as it was given
    ALL = [report for report in reports(["examples/reports"]) if isinstance(report, Report)]


def name_of(report: Report) -> str:
    """The golden reading's file: the example's name, and the line where it is one of several."""
    name, _, line = Path(report.source).name.partition(":")
    return Path(name).stem + (f"-{line}" if line else "") + ".json"


def golden(reader: Reader, report: Report) -> dict[str, Any]:
    """The reading without what changes from place to place and from version to version; the text stands by its hash."""
    found = reading_json(reader.read(report), text=False)
    del found["reading"]
    found["report"]["source"] = Path(report.source).name
    plain: dict[str, Any] = json.loads(json.dumps(found))
    return plain


def test_there_is_one_golden_reading_for_each_example() -> None:
    assert sorted(path.name for path in READINGS.glob("*.json")) == sorted(name_of(report) for report in ALL)


@pytest.mark.parametrize("report", ALL, ids=[name_of(report) for report in ALL])
def test_reading_is_the_golden_one(report: Report, reader: Reader, request: pytest.FixtureRequest) -> None:
    path, found = READINGS / name_of(report), golden(reader, report)
    if request.config.getoption("--rewrite"):
        path.write_text(dumps(found) + "\n", encoding="utf-8")
    want = json.loads(path.read_text(encoding="utf-8"))
    assert list(found) == list(want)
    for section, items in want.items():
        assert found[section] == items, f"{section} of {name_of(report)}; if meant: pytest tests/golden --rewrite"
