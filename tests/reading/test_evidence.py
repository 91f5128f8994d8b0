"""Rule one of the record: every passage is exactly the report's text at its offsets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.model.reading import Reading
from detente.model.report import Report, Zone
from detente.model.words import Words
from detente.reading.reader import Reader
from detente.sources import report_from_text, reports

EXAMPLES = Path(__file__).parents[2] / "examples" / "reports"
ALL = [report for report in reports([str(EXAMPLES)]) if isinstance(report, Report)]
ITEMS = ("times", "parties", "people", "statements", "events", "ahead", "terms", "agreements", "territories")


def passages(value: Any) -> Iterator[Words]:
    """Every ``Words`` in a value, however deep."""
    if isinstance(value, Words):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from passages(getattr(value, field.name))
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from passages(inner)


def check(reading: Reading) -> None:
    text = reading.report.text
    for words in passages(reading):
        assert words.text == text[words.start : words.end]
        assert 0 <= words.start < words.end <= len(text)
        for start, end in words.spans or ():
            assert words.start <= start < end <= words.end
    outside = {Zone.CHROME, Zone.CAPTION, Zone.CREDIT, Zone.BYLINE}
    apart = [zone for zone in reading.front.zones if zone.zone in outside]
    for name in ITEMS[1:]:
        for item in getattr(reading, name):
            assert item.id
            assert not any(zone.start < item.evidence.end and item.evidence.start < zone.end for zone in apart), item
    ids = [item.id for name in ITEMS for item in getattr(reading, name)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("report", ALL, ids=lambda report: report.id)
def test_examples(report: Report, reader: Reader) -> None:
    check(reader.read(report))


def test_a_report_read_twice_is_the_same_to_the_last_id(reader: Reader) -> None:
    assert reader.read(ALL[0]) == reader.read(ALL[0])


def test_a_quotation_left_open_in_the_headline_does_not_take_in_the_byline(reader: Reader) -> None:
    for report in ALL:
        opened = report_from_text(f'"{report.text}')
        if isinstance(opened, Report):
            check(reader.read(opened))


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_random_edits(data: st.DataObject, reader: Reader) -> None:
    text = data.draw(st.sampled_from(ALL)).text
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(text)))
        to = min(len(text), at + data.draw(st.integers(0, 200)))
        new = data.draw(
            st.sampled_from(["", '"', "”", "\n", "\n\n", " — ", "é", "🕊", "\u00a0", " said ", "on Friday", "'"])
        )
        text = text[:at] + new + text[to:]
    report = report_from_text(text)
    if isinstance(report, Report):
        check(reader.read(report))
