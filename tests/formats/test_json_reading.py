from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from detente.formats.json_reading import dumps, reading_json, schema
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import reports

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
ALL = [report for report in reports([str(EXAMPLES)]) if isinstance(report, Report)]


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@pytest.mark.parametrize("report", ALL, ids=lambda report: report.id)
def test_readings_follow_the_schema(report: Report, reader: Reader) -> None:
    value = json.loads(dumps(reading_json(reader.read(report))))
    jsonschema.validate(value, schema(), cls=jsonschema.Draft202012Validator)
    assert value["report"]["text"] == report.text


def test_sections_that_were_not_asked_for_are_absent() -> None:
    reading = Reader(only=["parties"]).read(ALL[0])
    value = reading_json(reading, text=False)
    assert set(value) == {"report", "front", "parties", "reading"}
    assert "text" not in value["report"]
    jsonschema.validate(json.loads(dumps(value)), schema(), cls=jsonschema.Draft202012Validator)
