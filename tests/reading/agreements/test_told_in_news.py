"""Deals as news tells them: what was agreed and then called the truce, what is given in return, who only mediates."""

from __future__ import annotations

import pytest
from spacy.language import Language

from detente.model.items import Agreement
from detente.model.report import Report
from detente.model.sections import SECTIONS
from detente.reading.reader import Reader

_Told = list[tuple[str, str | None]]


def _read(nlp: Language, text: str) -> tuple[Agreement, ...]:
    reader = Reader(only=["agreements", *SECTIONS["agreements"].needs])
    reader.__dict__["nlp"] = nlp
    return reader.read(Report(text, "test", "text", "")).agreements or ()


def _told(agreement: Agreement) -> _Told:
    return [(each.text.text, each.condition.text if each.condition else None) for each in agreement.provisions]


def _parties(agreement: Agreement) -> set[str | None]:
    return {party.id for party in agreement.parties}


def test_what_was_agreed_is_the_truce_that_is_told_of_next(nlp: Language) -> None:
    text = (
        "Chad and Niger reach truce at the well\n\n"
        "Chad and Niger have agreed to halt fighting around the well of Tassara, Oman's foreign minister said.\n\n"
        "Under the truce, both armies will pull back ten kilometres and allow aid convoys through. "
        "In return, Chad will free nine herders."
    )
    (truce,) = _read(nlp, text)
    assert _parties(truce) == {"TCD", "NER"}
    assert _told(truce) == [
        ("to halt fighting around the well of Tassara", None),
        ("both armies will pull back ten kilometres", None),
        ("allow aid convoys through", None),
        ("Chad will free nine herders", "In return"),
    ]


def test_what_was_agreed_stays_apart_from_a_deal_between_others(nlp: Language) -> None:
    text = (
        "Chad and Niger agreed to share the well. The deal between Mali and Benin on trucks was signed in 2019. "
        "The accord with Togo was not."
    )
    assert any(_parties(each) == {"TCD", "NER"} for each in _read(nlp, text))
    assert any(_parties(each) == {"MLI", "BEN"} for each in _read(nlp, text))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Peru and Chile signed a pact. Under the pact, reached in June, fishermen must not cross the line.",
            ["fishermen must not cross the line"],
        ),
        (
            "Peru and Chile agreed that the first boats would leave in May and that the rest would follow in June.",
            ["the first boats would leave in May", "the rest would follow in June"],
        ),
        (
            "Peru and Chile signed a pact. It provides for a pullback of boats, the release of men, and an end to it.",
            ["a pullback of boats", "the release of men", "an end to it"],
        ),
        ("The accord between Peru and Chile will foster trust among the two peoples.", []),
    ],
)
def test_each_thing_provided(nlp: Language, text: str, told: list[str]) -> None:
    assert [what for each in _read(nlp, text) for what, _ in _told(each)] == told


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Colombia and Peru began a six-month ceasefire on Thursday.", "in force"),
        ("Colombia and Peru signed the Leticia Accord. It expires on 18 May.", "in force"),
        ("Colombia and Peru signed the Leticia Accord. It expired last year.", "ended"),
        ("Egypt denounced the sea treaty between Peru and Chile.", None),
        ("Peru denounced the sea treaty between Peru and Chile.", "withdrawn"),
        ("Egypt called the signed sea treaty between Peru and Chile null and void.", "signed"),
    ],
)
def test_how_it_stands(nlp: Language, text: str, status: str | None) -> None:
    found = _read(nlp, text)
    assert status in {each.status for each in found} or (
        status is None and "withdrawn" not in {e.status for e in found}
    )


@pytest.mark.parametrize(
    "text",
    [
        "Omani mediators flew in. Chad and Niger want peace. An earlier ceasefire collapsed within a week, Oman said.",
        "Oman hosted talks between Chad and Niger. An earlier ceasefire collapsed in March, Oman said.",
    ],
)
def test_who_mediates_is_no_party(nlp: Language, text: str) -> None:
    (truce,) = _read(nlp, text)
    assert _parties(truce) == {"TCD", "NER"}


def test_an_abbreviation_in_a_longer_name_is_the_treaty_of_the_table(nlp: Language) -> None:
    text = (
        "Russia has left the Intermediate-Range Nuclear Forces (INF) Treaty. The INF missile treaty was signed in 1987."
    )
    assert len(_read(nlp, text)) == 1
