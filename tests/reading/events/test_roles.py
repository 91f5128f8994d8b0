"""Who does it to whom, by syntax."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.model.references import Reference

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event

    Read = Callable[[str], tuple[Event, ...]]


def ids(who: tuple[Reference, ...]) -> tuple[str, ...]:
    return tuple(each.id for each in who if each.id is not None)


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        # active, passive, reduced relatives
        ("Sudan attacked Chad.", "ASSAULT", {"SDN"}, {"TCD"}),
        ("Chad was attacked by Sudan.", "ASSAULT", {"SDN"}, {"TCD"}),
        ("Canada imposed sanctions on Iran.", "SANCTION", {"CAN"}, {"IRN"}),
        ("Sanctions were imposed on Iran by Canada.", "SANCTION", {"CAN"}, {"IRN"}),
        ("Traders fear the sanctions imposed by Canada on Iran.", "SANCTION", {"CAN"}, {"IRN"}),
        ("Peru, which had accused Chile of spying, relented.", "ACCUSE", {"PER"}, {"CHL"}),
        ("The soldiers whom Eritrea captured came from Ethiopia.", "ASSAULT", {"ERI"}, set()),
        # together
        ("Kenya and Uganda met in Kampala.", "CONSULT", {"KEN", "UGA"}, set()),
        ("Talks between Cyprus and Turkey took place in Geneva.", "CONSULT", {"CYP", "TUR"}, set()),
        ("Norway held talks with Denmark.", "CONSULT", {"NOR"}, {"DNK"}),
        ("The foreign ministers of Ghana and Togo signed a border treaty.", "SUPPORT", {"GHA", "TGO"}, set()),
        # possessives, genitives and nouns
        ("Iraq's invasion of Kuwait shocked the region.", "ASSAULT", {"IRQ"}, {"KWT"}),
        ("The annexation of Kuwait by Iraq was condemned.", "COERCE", {"IRQ"}, {"KWT"}),
        ("The visit to Vietnam by the president of Laos was short.", "CONSULT", {"LAO"}, {"VNM"}),
        ("Talks with Armenia were opened by Georgia.", "CONSULT", {"GEO"}, {"ARM"}),
        # control and speech acts
        ("Japan agreed to sell ships to Indonesia.", "AGREE", {"JPN"}, {"IDN"}),
        ("Spain urged Morocco to reopen the crossing.", "REQUEST", {"ESP"}, {"MAR"}),
        ("Nepal demanded that India lift the blockade.", "REQUEST", {"NPL"}, {"IND"}),
        ("Pakistan threatened to shell Afghan villages.", "THREATEN", {"PAK"}, {"AFG"}),
        ("Serbia rejected a Croatian proposal.", "REJECT", {"SRB"}, {"HRV"}),
        ("Poland said that Belarus must release the reporter.", "REQUEST", {"POL"}, {"BLR"}),
        ("France praised the efforts of Mali to hold elections.", "SUPPORT", {"FRA"}, {"MLI"}),
        # help goes to the one in the dative
        ("Kuwait gave Jordan a grant.", "AID", {"KWT"}, {"JOR"}),
        ("Kuwait sent food aid to Jordan.", "AID", {"KWT"}, {"JOR"}),
        ("Austria expelled two Iranian diplomats.", "SANCTION", {"AUT"}, {"IRN"}),
    ],
)
def test_source_and_target(read: Read, text: str, kind: str, source: set[str], target: set[str]) -> None:
    events = [event for event in read(text) if event.type == kind]
    assert [(set(ids(event.source)), set(ids(event.target))) for event in events] == [(source, target)]


@pytest.mark.parametrize(
    "template",
    [
        "{0} expelled the ambassador of {1}.",
        "{0} and {1} held talks in Geneva.",
        "{0} has accused {1} of breaking the truce.",
        "{0} will send wheat to {1}.",
    ],
)
@pytest.mark.parametrize("names", [("Brazil", "Peru"), ("Zambia", "Malawi"), ("Sweden", "Hungary")])
def test_other_names_change_nothing_but_the_names(read: Read, template: str, names: tuple[str, str]) -> None:
    codes = {"Brazil": "BRA", "Peru": "PER", "Zambia": "ZMB", "Malawi": "MWI", "Sweden": "SWE", "Hungary": "HUN"}
    back = {codes[names[0]]: "A", codes[names[1]]: "B", "CHL": "A", "BOL": "B"}

    def shape(text: str) -> list[object]:
        return [
            (e.type, e.status, [back[str(p)] for p in ids(e.source)], [back[str(p)] for p in ids(e.target)], e.place)
            for e in read(text)
        ]

    assert shape(template.format(*names)) == shape(template.format("Chile", "Bolivia"))


def test_places_are_not_actors(read: Read) -> None:
    (event,) = read("Envoys of Georgia and Armenia met in Vienna on Monday.")
    assert set(ids(event.source)) == {"GEO", "ARM"}
    assert event.target == ()
    assert event.place == "Vienna"


def test_what_is_called_something_took_place(named: Read) -> None:
    (event,) = named('Chad called the meeting "long and useless".')
    assert (event.type, event.status, event.what.text) == ("CONSULT", "occurred", "meeting")


def test_a_month_is_no_place(read: Read) -> None:
    (event,) = read("In July Tunis threatened to close the crossing.")
    assert (event.place, ids(event.source)) == (None, ("TUN",))


def test_people_act_for_their_parties(read: Read) -> None:
    (event,) = read("Kenyan President William Ruto visited Uganda.")
    assert event.source == (Reference("party", "KEN", "Kenya"),)
    assert event.target == (Reference("party", "UGA", "Uganda"),)
    assert [(who.kind, who.name) for who in event.people] == [("person", "William Ruto")]


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Iran held naval exercises.", "MOBILIZE", {"IRN"}, set()),
        ("Iran and Oman held naval exercises.", "COOPERATE", {"IRN", "OMN"}, set()),
        ("French and Egyptian ships shelled Libyan positions.", "ASSAULT", {"FRA", "EGY"}, {"LBY"}),
        ("Sudan threatened to cut the oil unless Ethiopia paid.", "THREATEN", {"SDN"}, {"ETH"}),
    ],
)
def test_more_roles(read: Read, text: str, kind: str, source: set[str], target: set[str]) -> None:
    events = [event for event in read(text) if event.type == kind]
    assert [(set(ids(event.source)), set(ids(event.target))) for event in events] == [(source, target)]


@pytest.mark.parametrize(
    ("text", "kind", "source", "target"),
    [
        ("Peru denied that Lima had changed its mind.", "REJECT", {"PER"}, set()),
        ("Norway called on both sides to leave. Chad and Niger had met in Agadez.", "REQUEST", {"NOR"}, set()),
        ("Chad and Niger quarrel. Qatar called on both sides to talk.", "REQUEST", {"QAT"}, {"TCD", "NER"}),
        ("The next round of talks between Chad and Niger will be held in Doha.", "AGREE", {"TCD", "NER"}, set()),
        ("Chad's envoy spoke. His Nigerien counterpart denied the charge.", "REJECT", {"NER"}, {"TCD"}),
        ("Chad wants the Nigerien troops withdrawn from Zinder.", "RETREAT", {"NER"}, set()),
        ("Peru rejects the line, a border drawn by a Qatari surveyor, as void.", "REJECT", {"PER"}, set()),
        (
            "Chad blamed Niger. Niger blamed Chad. The UN saw it. The UN wrote. Qatar urged both neighbours to talk.",
            "REQUEST",
            {"QAT"},
            {"TCD", "NER"},
        ),
        ("Chad and Niger agreed that the wells should be shared.", "AGREE", {"TCD", "NER"}, set()),
        ("Chad insists on the old Soviet maps.", "REQUEST", {"TCD"}, set()),
    ],
)
def test_who_is_meant_and_who_is_not(read: Read, text: str, kind: str, source: set[str], target: set[str]) -> None:
    event = next(event for event in read(text) if event.type == kind)
    assert (set(ids(event.source)), set(ids(event.target)) & {"TCD", "NER", "QAT", "PER"}) == (source, target)
