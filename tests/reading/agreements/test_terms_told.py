"""What is told of an agreement outside its own clause: by reference, in sentences that go on, by those who talk."""

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


def terms(agreement: Agreement) -> list[str]:
    return [provision.text.text for provision in agreement.provisions]


@pytest.mark.parametrize(
    ("told", "provision"),
    [
        ("Either minister may close the ford in any year, according to the 1998 deal.",
         "Either minister may close the ford in any year"),
        ("The wells can only be visited by a team of monitors, as laid down by the 1998 deal.",
         "The wells can only be visited by a team of monitors"),
        ("The removal of border posts was a key part of the 1998 deal.", "The removal of border posts"),
        ("A central element of the 1998 deal is the joint patrol of the lake.", "the joint patrol of the lake"),
        ("As part of the 1998 deal, Kenya will release forty prisoners.", "Kenya will release forty prisoners"),
        ("Under the terms of the 1998 deal, both armies would leave the hills.", "both armies would leave the hills"),
        ("The 1998 deal will cut tariffs on maize by half.", "will cut tariffs on maize by half"),
        ("The 1998 deal calls for a joint patrol of the lake.", "a joint patrol of the lake"),
        ("The 1998 deal provides for the return of the herds.", "the return of the herds"),
        ("The 1998 deal said cattle would be counted each spring.", "cattle would be counted each spring"),
    ],
)  # fmt: skip
def test_a_clause_that_refers_to_it(reader: Reader, told: str, provision: str) -> None:
    (deal,) = read(reader, f"Kenya and Uganda signed a border deal in 1998. {told}")
    assert terms(deal) == [provision]


@pytest.mark.parametrize(
    "told",
    [
        "The release of the envoy was not part of the 1998 deal.",
        "The drought was a topic of the talks on the 1998 deal.",
        "The 1998 deal would face fierce opposition in Kampala.",
        "Kenya spoke of the rains, according to the spokesman of the 1998 deal.",
    ],
)
def test_what_it_does_not_provide(reader: Reader, told: str) -> None:
    (deal,) = read(reader, f"Kenya and Uganda signed a border deal in 1998. {told}")
    assert terms(deal) == []


def test_sentences_that_go_on_with_its_terms(reader: Reader) -> None:
    text = (
        "The deal between Kenya and Uganda would end the border war. Families would be able to return to their farms, "
        "and troops would leave by May. That would please Chad. Herds would graze in peace."
    )
    (deal,) = read(reader, text)
    assert terms(deal) == [
        "would end the border war",
        "Families would be able to return to their farms",
        "troops would leave by May",
    ]


def test_what_is_given_in_return_is_the_condition(reader: Reader) -> None:
    text = "Under a 1994 agreement with Peru, Chile closed its mine in return for two loans and fuel oil."
    (agreement,) = read(reader, text)
    assert agreement.provisions[0].condition is not None
    assert agreement.provisions[0].condition.text == "in return for two loans and fuel oil"


@pytest.mark.parametrize(
    ("text", "between"),
    [
        ("The 1998 peace deal between Catholic miners and Muslim herders ended the raids.",
         ["Catholic miners", "Muslim herders"]),
        ("Kenya's envoy came after the water deal Kenya struck with lake towns last year.", ["KEN", "lake towns"]),
        ("The deal negotiated by U.N. envoy Eva Lund with Chad averted a strike.", ["UN", "TCD"]),
        ("Kenya recalled Resolution 425, which calls on Uganda to withdraw from the hills.", []),
    ],
)  # fmt: skip
def test_between_whom(reader: Reader, text: str, between: list[str]) -> None:
    (agreement,) = read(reader, text)
    assert [party.id or party.name for party in agreement.parties] == between


def test_agreements_between_others_are_others(reader: Reader) -> None:
    text = (
        "There will be no loans until there is a political agreement between Malawi and the opposition. A recent "
        "agreement between Kenya and Uganda to set up a buffer zone has averted an assault."
    )
    wanted, made = read(reader, text)
    assert (wanted.status, made.status) == ("proposed", "agreed")
    assert [party.id for party in made.parties] == ["KEN", "UGA"]


@pytest.mark.parametrize(
    ("text", "status", "date"),
    [
        ("Uganda wants a broad treaty on the lake, which Kenya signed last May, to be kept.", "signed", "2023-05"),
        ("Monday's accord between Kenya and Uganda bans night patrols.", "signed", "2024-05-06"),
        ("Kenya and Uganda will sign a trade pact next month.", "under negotiation", None),
        ("The 1988 truce between Chad and Libya is recalled in Tunis.", "agreed", "1988"),
        ("A 1998 peace deal between Kenya and Uganda ended two decades of raids.", "signed", "1998"),
        ("Togo praised the fishing deal Ghana struck with Benin last year.", "agreed", "2023"),
        ("Fiji and Samoa discussed the accord on tuna.", "agreed", None),
    ],
)  # fmt: skip
def test_how_and_when_it_stands(reader: Reader, text: str, status: str, date: str | None) -> None:
    (agreement,) = read(reader, text)
    assert (agreement.status, agreement.date) == (status, Date.parse(date) if date else None)


CALL = (
    "Readout of President Moyo's Call with President Banda\n\nPresident Moyo of Zambia spoke today with President "
    "Banda of Malawi. "
)


@pytest.mark.parametrize(
    ("told", "provision"),
    [
        ("He welcomed the commitment from President Banda to open the Mchinji crossing for grain.",
         "to open the Mchinji crossing for grain"),
        ("President Banda agreed to release the drivers held in Lilongwe.", "to release the drivers held in Lilongwe"),
    ],
)  # fmt: skip
def test_what_one_of_two_that_talk_agrees_to(reader: Reader, told: str, provision: str) -> None:
    (agreement,) = read(reader, CALL + told)
    assert terms(agreement) == [provision]
    assert {party.id for party in agreement.parties} == {"MWI", "ZMB"}


def test_more_talks_are_no_agreement(reader: Reader) -> None:
    assert read(reader, CALL + "President Moyo agreed to send a team to Lilongwe for further discussions.") == ()


def test_what_is_agreed_on(reader: Reader) -> None:
    text = "Kenya and Uganda have agreed on sharing the water of the lake. The two agreed on the need for calm."
    (agreement,) = read(reader, text)
    assert terms(agreement) == ["sharing the water of the lake"]


def test_accords_between_the_same_two_are_told_once(reader: Reader) -> None:
    text = (
        "Kenya and Uganda signed an accord in Busia on May 3. Diplomats doubt the agreement between Kenya and Uganda, "
        "which opens six markets."
    )
    assert len(read(reader, text)) == 1
