from __future__ import annotations

import pytest

from detente.model.items import Territory
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import report_from_text


def read(reader: Reader, text: str) -> tuple[Territory, ...]:
    report = report_from_text(text, published="2024-05-06")
    assert isinstance(report, Report)
    return reader.read(report).territories or ()


@pytest.mark.parametrize(
    ("text", "members"),
    [
        ("Three villages - Orava, Teke Dere and Mullin - have been held by Ghana since 1990 and are claimed by Togo.",
         ("Orava", "Teke Dere", "Mullin")),
        ("Two enclaves (Orava and Mullin) are held by Ghana and claimed by Togo.", ("Orava", "Mullin")),
    ],
)  # fmt: skip
def test_a_list_of_places_is_one_territory(reader: Reader, text: str, members: tuple[str, ...]) -> None:
    (territory,) = read(reader, text)
    assert territory.members == members
    assert [party.id for party in territory.claimed_by] == ["TGO"]
    assert territory.held_by is not None and territory.held_by.id == "GHA"


def test_places_of_the_table_stay_apart(reader: Reader) -> None:
    text = "China built on two reefs - Subi and Fiery Cross - and both are claimed by Vietnam."
    assert {place.known for place in read(reader, text)} == {"Subi Reef", "Fiery Cross Reef"}


def test_told_again_by_its_noun(reader: Reader) -> None:
    text = "Togo has claimed two valleys - Orava and Mullin - since 1990. Ghana holds the two valleys."
    (territory,) = read(reader, text)
    assert [party.id for party in territory.claimed_by] == ["TGO"]
    assert territory.held_by is not None and territory.held_by.id == "GHA"


@pytest.mark.parametrize(
    "text",
    [
        "Three villages - Orava, Mullin and Teke - lost power on Monday in Ghana.",
        "Ghana claimed that two regions - farming and fishing - had grown.",
        "Ghana holds talks in three cities, Lomé and Accra among them.",
    ],
)
def test_a_list_that_nobody_claims_is_none(reader: Reader, text: str) -> None:
    assert read(reader, text) == ()
