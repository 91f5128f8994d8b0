from __future__ import annotations

import pytest

from detente.model.date import Date
from detente.model.items import Agreement
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import report_from_text


def read(reader: Reader, text: str) -> tuple[Agreement, ...]:
    report = report_from_text(text, published="2024-05-06")
    assert isinstance(report, Report)
    return reader.read(report).agreements or ()


def test_a_name_for_what_was_signed_before(reader: Reader) -> None:
    text = "Ghana and Togo signed a declaration in Lomé in March 2023. The Keta Declaration is clear, one envoy said."
    (agreement,) = read(reader, text)
    assert agreement.name == "Keta Declaration"
    assert (agreement.date, agreement.status) == (Date.parse("2023-03"), "signed")


def test_another_year_is_another_declaration(reader: Reader) -> None:
    text = "Ghana and Togo signed a declaration in March 2023. The 1975 Keta Declaration had failed."
    assert len(read(reader, text)) == 2


MEMORANDUM = (
    "Ghana and Togo signed a memorandum of understanding on coast patrols, under which crews will be mixed provided "
    "that funds are found."
)


def test_what_was_done_to_it(reader: Reader) -> None:
    text = "Norway and Iceland signed a cod pact in 2016. Norway withdrew from it in March 2023."
    (agreement,) = read(reader, text)
    assert agreement.status == "withdrawn"


def test_it_is_the_agreement_where_many_act(reader: Reader) -> None:
    text = "Both sides accepted the 2005 Peace Accord between Kenya and Sudan. It promised the hills a vote."
    (agreement,) = read(reader, text)
    assert [p.text.text for p in agreement.provisions] == ["promised the hills a vote"]


def test_a_headline_names_nothing_that_the_text_names(reader: Reader) -> None:
    text = (
        "Kenya troop move breaches accord\n\nNAIROBI, May 6 (Wire) - Kenya and Uganda signed the Busia Accord in 2021, "
        "and it bans patrols at night.\n\nUganda protested on Sunday."
    )
    (agreement,) = read(reader, text)
    assert agreement.name == "Busia Accord"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ethiopia is open to a binding agreement once Egypt drops its demand.", "binding agreement"),
        ("Peru wants a lasting agreement with Chile.", "lasting agreement"),
    ],
)
def test_agreements_that_are_wanted(reader: Reader, text: str, name: str) -> None:
    (agreement,) = read(reader, text)
    assert (agreement.name, agreement.status) == (name, "proposed")


def test_a_day_without_its_year_lies_behind(reader: Reader) -> None:
    (agreement,) = read(reader, "Ghana and Togo renewed the October 12 fisheries accord.")
    assert agreement.date == Date.parse("2023-10-12")


@pytest.mark.parametrize(
    "text",
    [
        "Ghana refused to accept the ruling of the court under the fisheries treaty with Togo.",
        "Ghana and Togo met the duties of both states under the fisheries treaty.",
        "Ghana and Togo heeded a tribunal created under the fisheries treaty.",
        "Ghana and Togo signed a fisheries treaty. It does not say who pays.",
    ],
)
def test_what_is_no_provision(reader: Reader, text: str) -> None:
    assert [p.text.text for a in read(reader, text) for p in a.provisions] == []


@pytest.mark.parametrize(
    ("text", "words", "condition"),
    [
        ("The 1998 dam accord provides that unless Ghana or Togo objects, the gates are opened in May.",
         "the gates are opened in May", "unless Ghana or Togo objects"),
        (MEMORANDUM, "crews will be mixed", "provided that funds are found"),
    ],
)  # fmt: skip
def test_conditions(reader: Reader, text: str, words: str, condition: str | None) -> None:
    found = [(p.text.text, p.condition.text if p.condition else None) for a in read(reader, text) for p in a.provisions]
    assert (words, condition) in found


def test_the_ceasefire_line_is_no_agreement(reader: Reader) -> None:
    assert read(reader, "Turkey told Cyprus to respect the ceasefire line.") == ()
