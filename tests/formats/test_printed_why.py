"""Why a line stands as it does: of each field the rule that made it, on what, and the weight's chance."""

from __future__ import annotations

import io
from typing import Any

import pytest
from rich.console import Console

from detente.formats.printed_why import print_why
from detente.model.found_by import FoundBy
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import report_from_text

TEXT = (
    "LIMA, May 6 (Wire) - Chile and Peru signed an accord on Monday. President Rosa Soto of Peru warned Chile not to "
    'block the road. "The sea is ours," she said.'
)


def why(section: str, item: Any, found: FoundBy | None) -> str:
    page = Console(width=100, file=io.StringIO(), highlight=False, color_system=None, record=True)
    print_why(section, item, page, found)
    return " ".join(page.export_text().split())


@pytest.fixture(scope="module")
def told(reader: Reader) -> dict[str, str]:
    """What is said of each item of the report, by the words that it rests on."""
    report = report_from_text(TEXT, published="2024-05-06")
    assert isinstance(report, Report)
    reading, found = reader.explained(report)
    return {
        f"{section} {item.evidence.text}": why(section, item, found.get(item.id))
        for section, items in reading.items.items()
        for item in items
    }


def of(told: dict[str, str], section: str, words: str) -> str:
    return next(text for key, text in told.items() if key.startswith(section) and words in key)


def test_the_network_says_how_sure_it_is(told: dict[str, str]) -> None:
    assert "network of statements" in of(told, "statements", "block the road")
    assert "chance 0." in of(told, "statements", "block the road")


def test_a_cue_names_its_entry(told: dict[str, str]) -> None:
    assert "entry “warn”" in of(told, "statements", "block the road")


def test_what_is_known_from_around_says_from_which_words(told: dict[str, str]) -> None:
    assert "who was heard before" in of(told, "statements", "The sea is ours")
    assert "from the context “Rosa Soto”" in of(told, "statements", "The sea is ours")


def test_every_item_of_every_section_can_be_explained(told: dict[str, str]) -> None:
    assert len(told) > 5
    assert all("(reading/" in text or "(knowledge/" in text for text in told.values())
