"""Readings -> JSON -> readings: the same ones, and the schema says so of each."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any, get_type_hints

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.errors import BadReading
from detente.model.reading import Reading
from detente.model.report import DateBasis, Front, Published, Report
from detente.model.round_trip import FORMAT, dumps, reading_json
from detente.model.schema import schema
from detente.model.sections import SECTIONS
from detente.reading.reader import Reader
from detente.sources import reports
from tests.model.strategies import of, readings

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
FRONT = Front(None, Published(None, DateBasis.UNKNOWN), (), (), (), (), ())
VALIDATOR = jsonschema.Draft202012Validator(schema())


@pytest.fixture(scope="module")
def examples(reader: Reader) -> list[Reading]:
    return [reader.read(report) for report in reports([str(EXAMPLES)]) if isinstance(report, Report)]


def check(reading: Reading) -> None:
    """It comes back as it was, from text and from plain values, and follows the schema."""
    written = reading.to_json()
    assert Reading.from_json(written) == reading
    assert Reading.from_json(reading_json(reading)) == reading
    assert Reading.from_json(written).to_json() == written
    VALIDATOR.validate(json.loads(written))


def test_the_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


def test_every_example(examples: list[Reading]) -> None:
    assert len(examples) > 20
    for reading in examples:
        check(reading)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(readings())
def test_readings_of_any_values(reading: Reading) -> None:
    check(reading)


@settings(max_examples=1000, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_examples_with_one_value_changed(examples: list[Reading], data: st.DataObject) -> None:
    items = {name: found for reading in examples for name, found in reading.items.items() if found}
    name = data.draw(st.sampled_from(sorted(items)))
    item = data.draw(st.sampled_from(items[name]))
    field, kind = data.draw(st.sampled_from(sorted(get_type_hints(type(item)).items(), key=lambda pair: pair[0])))
    changed = replace(item, **{field: data.draw(of(kind))})
    check(Reading(Report("", "", "text", ""), FRONT, examples[0].provenance, {name: (changed,)}))


@given(readings())
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_reading_without_its_text_is_valid_but_does_not_come_back(reading: Reading) -> None:
    without = json.loads(reading.to_json(text=False))
    assert "text" not in without["report"]
    VALIDATOR.validate(without)
    with pytest.raises(BadReading, match="--no-text"):
        Reading.from_json(without)


def test_sections_that_were_not_asked_for_are_absent(examples: list[Reading]) -> None:
    reading = replace(examples[0], items={"parties": examples[0].items.get("parties", ())})
    value = reading_json(reading, text=False)
    assert set(value) == {"format", "report", "front", "parties", "reading"}
    VALIDATOR.validate(json.loads(dumps(value)))
    assert Reading.from_json(reading.to_json()).statements is None


def spoilt(value: dict[str, Any], *path: str | int, to: Any) -> str:
    """The reading as JSON with one value of it another."""
    found: Any = value
    for step in path[:-1]:
        found = found[step]
    found[path[-1]] = to
    return json.dumps(value)


@pytest.mark.parametrize(
    ("path", "to", "says"),
    [
        (("format",), 1, f"is in format 1; this program reads format {FORMAT}"),
        (("report", "text"), 3, "report.text"),
        (("parties", 0, "kind"), "planet", r"parties\[0\].kind"),
        (("parties", 0, "evidence", "start"), "here", r"parties\[0\].evidence.start"),
        (("parties",), {}, "parties is no list"),
        (("front", "published", "date"), "2019-13", "2019-13"),
        (("planets",), [], "'planets'"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(
    path: tuple[str | int, ...], to: Any, says: str, examples: list[Reading]
) -> None:
    reading = next(each for each in examples if each.parties)
    with pytest.raises(BadReading, match=says):
        Reading.from_json(spoilt(json.loads(reading.to_json()), *path, to=to))


@pytest.mark.parametrize("text", ["", "{", "[]", "null", '"a reading"'])
def test_what_is_no_reading_at_all(text: str) -> None:
    with pytest.raises(BadReading, match="is no JSON"):
        Reading.from_json(text)


def test_what_is_no_section_is_no_attribute(examples: list[Reading]) -> None:
    for name in SECTIONS:
        assert getattr(examples[0], name) == examples[0].items.get(name)
    with pytest.raises(AttributeError, match="'planets'"):
        _ = examples[0].planets
