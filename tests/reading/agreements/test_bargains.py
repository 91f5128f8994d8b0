"""Agreements without a treaty: what one side agrees to with another, gives for something, signs or declares."""

from __future__ import annotations

import pytest
from spacy.language import Language

from detente.model.items import Agreement
from detente.model.report import Report
from detente.model.sections import SECTIONS
from detente.reading.reader import Reader


def _read(nlp: Language, text: str) -> tuple[Agreement, ...]:
    reader = Reader(only=["agreements", *SECTIONS["agreements"].needs])
    reader.__dict__["nlp"] = nlp
    return reader.read(Report(text, "test", "text", "")).agreements or ()


@pytest.mark.parametrize(
    ("text", "parties", "told"),
    [
        (
            "Peru agreed with Chile to open two crossings on the Tacna road.",
            {"PER", "CHL"},
            "to open two crossings on the Tacna road",
        ),
        (
            "Kenya has agreed to release 14 Somali fishermen in exchange for the return of two patrol boats.",
            {"KEN", "SOM"},
            "to release 14 Somali fishermen",
        ),
        (
            "Laos returned the boats after Thailand undertook that no rangers would cross the Mekong.",
            {"LAO", "THA"},
            "no rangers would cross the Mekong",
        ),
        (
            "Malta freed the freighter after it told the court that Iran had promised the crew wouldn't be charged.",
            {"MLT", "IRN"},
            "the crew wouldn't be charged",
        ),
        (
            "Guyana gave Venezuela written assurances that no drilling would begin before the court rules.",
            {"GUY", "VEN"},
            "no drilling would begin before the court rules",
        ),
        (
            "Oman won assurances from Yemen that fishing boats would not be fired on.",
            {"OMN", "YEM"},
            "fishing boats would not be fired on",
        ),
        (
            "It was agreed that each side would pull its guns 15 km back, the ministries of Chad and Niger said.",
            {"TCD", "NER"},
            "each side would pull its guns 15 km back",
        ),
        (
            "Mexico agreed to take back the migrants in exchange for a pledge by Guatemala to patrol its side.",
            {"MEX", "GTM"},
            "to take back the migrants",
        ),
        (
            "Tbilisi had undertaken not to host foreign bases as long as Moscow kept its troops out of the gorge.",
            {"GEO", "RUS"},
            "not to host foreign bases",
        ),
        (
            "Egypt has committed itself to letting Gaza's patients cross twice a week, in talks with Israel in Cairo.",
            {"EGY", "ISR"},
            "letting Gaza's patients cross twice a week, in talks with Israel in Cairo",
        ),
        ("Ethiopia and Eritrea exchanged 120 prisoners of war on Tuesday.", {"ETH", "ERI"}, "120 prisoners of war"),
        (
            "Iran freed the Briton in exchange for two of its citizens held in London.",
            {"IRN", "GBR"},
            "Iran freed the Briton",
        ),
    ],
)
def test_what_one_side_gives_its_word_for(nlp: Language, text: str, parties: set[str], told: str) -> None:
    (agreement,) = _read(nlp, text)
    assert {party.id for party in agreement.parties} == parties
    assert agreement.status == "agreed"
    assert [each.text.text for each in agreement.provisions] == [told]


@pytest.mark.parametrize(
    "text",
    [
        "The prime minister of Nepal promised voters that the road would be open by May.",
        "Kuwait assured Iraq that its ships would stay in port.",
        "Chad and Niger exchanged fire across the river on Monday.",
        "Fiji and Samoa exchanged gifts at the summit.",
        "Benin agreed to reopen its markets, its trade minister said.",
        "Chad could free the crew in return for help from Niger, an analyst said.",
        "The president of Peru signed an order on fishing. Bolivia's president signed a letter to the king.",
        "The prime ministers of Laos and Vietnam signed a book of condolence.",
        "Former Warsaw Pact members watched the parade.",
        "Poland has been in the North Atlantic Treaty Organization since then.",
        "He sold secrets to China in exchange for cash.",
    ],
)
def test_no_agreement(nlp: Language, text: str) -> None:
    assert _read(nlp, text) == ()


def test_what_one_side_agreed_to_is_an_agreement_when_the_other_is_told_of(nlp: Language) -> None:
    text = (
        "Chad's junta has agreed to deliver the former police chief to the court. Few had expected it.\n\n"
        "The pledge came at peace talks in Doha between the government and rebel groups from the west."
    )
    (agreement,) = _read(nlp, text)
    assert [party.id or party.name for party in agreement.parties] == ["TCD", "rebel groups"]


@pytest.mark.parametrize(
    ("text", "name", "status"),
    [
        ("Poland and Latvia signed the papers of accession to the alliance.", "papers of accession", "signed"),
        ("Spain's parliament ratified the entry of Fiji into the union.", "entry of Fiji into the union", "ratified"),
        ("Georgia and Turkey initialled a set of rules for fishing.", "set of rules for fishing", "signed"),
        ("Malta boasts of a secret accord concluded with Libya on 3 May 2022.", "secret accord", "signed"),
        ("Under a swap arranged by Oman, Iran freed a Belgian and Belgium freed an Iranian.", "swap", "agreed"),
    ],
)
def test_what_is_signed_or_done(nlp: Language, text: str, name: str, status: str) -> None:
    (agreement,) = _read(nlp, text)
    assert (agreement.name, agreement.status) == (name, status)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Bolivia and Peru struck a bargain: La Paz would sell gas, and Lima would drop its claim for damages.",
            ["La Paz would sell gas", "Lima would drop its claim for damages"],
        ),
        (
            "Syria and Jordan reached a deal. Syria would reopen the crossing, and Jordan would halve its fees.",
            ["Syria would reopen the crossing", "Jordan would halve its fees"],
        ),
        (
            "The navies of Peru and Chile have an understanding that neither will board the other's trawlers.",
            ["neither will board the other's trawlers"],
        ),
        ("Syria and Jordan reached a deal on Monday. It would anger Lebanon, a diplomat said.", []),
    ],
)
def test_the_terms(nlp: Language, text: str, told: list[str]) -> None:
    assert [each.text.text for agreement in _read(nlp, text) for each in agreement.provisions] == told


def test_a_joint_text_does_by_declaring(nlp: Language) -> None:
    text = (
        "Joint communique of the foreign ministers of Lesotho and South Africa\n\n"
        "The two ministers met in Maseru. Following the talks, an agreement has been reached on building trust.\n\n"
        "As a gesture of goodwill, South Africa reopens two border posts. In its turn, Lesotho releases 14 herders. "
        "Lesotho will repair the bridge and call on donors to help."
    )
    (agreement,) = _read(nlp, text)
    assert {party.id for party in agreement.parties} == {"LSO", "ZAF"}
    assert [each.text.text for each in agreement.provisions] == [
        "As a gesture of goodwill, South Africa reopens two border posts",
        "In its turn, Lesotho releases 14 herders",
        "Lesotho will repair the bridge",
    ]


def test_a_programme_signed_is_told_once(nlp: Language) -> None:
    text = (
        "Chad and Niger signed a water cooperation plan on Friday. A goal of the visit was the signing of a ten-year "
        "water programme aimed at doubling the number of wells."
    )
    (agreement,) = _read(nlp, text)
    assert agreement.status == "signed"
