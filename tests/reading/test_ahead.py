from __future__ import annotations

import pytest

from detente.model.date import Date
from detente.model.items import Ahead
from detente.reading.reader import Reader
from detente.sources import report_from_text

PUBLISHED = "2022-03-09"  # a Wednesday


def ahead(reader: Reader, text: str) -> tuple[Ahead, ...]:
    items = reader.read(report_from_text(text, published=PUBLISHED)).ahead
    assert items is not None
    return items


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        ("The president of Kenya is scheduled to visit Somalia on March 21.", "visit Somalia", "2022-03-21"),
        ("The two delegations will meet again in Muscat on Friday.", "meet", "2022-03-11"),
        ("A summit in Lima in May is meant to settle it.", "summit in Lima in May", "2022-05"),
        ("His address, scheduled for April 4, may touch on the border.", "address", "2022-04-04"),
        ("The observers will keep their post open until December 31.", "keep their post open", "2022-12-31"),
    ],
)
def test_what_is_due(reader: Reader, text: str, words: str, date: str) -> None:
    found = ahead(reader, text)
    assert any(words in item.what.text and item.date == Date.parse(date) for item in found), found


@pytest.mark.parametrize(
    "text",
    [
        "The president of Kenya visited Somalia on March 1.",
        "The ministers met in Muscat last week and signed nothing.",
        "Peru has not agreed to meet in May.",
        "The treaty has been in force since 2020.",
        "The mandate of President Amina Warsame of Somalia runs until May 2024.",
    ],
)
def test_what_is_over_denied_or_a_tenure_is_no_agenda(reader: Reader, text: str) -> None:
    assert ahead(reader, text) == ()


def test_who_is_known_with_the_date(reader: Reader) -> None:
    (item,) = ahead(reader, "French President Louis Armand will travel to Algeria on March 30.")
    assert {(who.kind, who.id) for who in item.who} == {("party", "FRA"), ("party", "DZA")}
    assert item.evidence.start <= item.what.start <= item.what.end <= item.evidence.end
