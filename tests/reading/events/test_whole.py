"""Events that are whole: whose words tell them, whom the report only describes, what is filed and what is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event
    from detente.model.references import Reference

    Read = Callable[[str], tuple[Event, ...]]


def ids(side: tuple[Reference, ...]) -> set[str]:
    return {who.id or who.name for who in side}


@pytest.mark.parametrize(
    ("text", "word", "by"),
    [
        ("Ghana said that Togo had shelled the port.", "shelled", "GHA"),
        ("Zambia said that Malawi had closed the border.", "closed", "ZMB"),
        ("Peru told reporters that Chile had detained three fishermen.", "detained", "PER"),
        ("According to Laos, Thailand expelled two diplomats.", "expelled", "LAO"),
        ("Togo shelled the port of Ghana.", "shelled", None),
        ("Malawi closed the border with Zambia.", "closed", None),
        ("Chile detained three Peruvian fishermen.", "detained", None),
    ],
)
def test_whose_words_alone_tell_it(read: Read, text: str, word: str, by: str | None) -> None:
    event = next(event for event in read(text) if word in event.what.text)
    assert (event.by.id if event.by is not None else None) == by


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Kenya demanded that Uganda open the border.", True),
        ("Norway threatened to expel the envoy of Iceland.", True),
        ("Kenyan troops attacked a village in Uganda.", False),
    ],
)
def test_an_act_done_by_words_names_its_statement(read: Read, text: str, act: bool) -> None:
    assert any(event.statement is not None for event in read(text)) is act


@pytest.mark.parametrize(
    ("text", "side", "words"),
    [
        ("Three gunmen attacked the embassy of Peru.", "source", "Three gunmen"),
        ("Residents of the village shot at Chadian soldiers.", "source", "Residents of the village"),
        ("Chadian soldiers shot two herders.", "target", "two herders"),
        ("Ghana arrested the fishermen.", "target", "the fishermen"),
        ("Masked men kidnapped the consul of Benin.", "source", "Masked men"),
    ],
)
def test_whom_the_report_only_describes_stands_in_its_words(read: Read, text: str, side: str, words: str) -> None:
    (event,) = read(text)
    assert [(who.kind, who.name) for who in getattr(event, side)] == [("described", words)]


@pytest.mark.parametrize(
    "text",
    [
        "Nepal beat Bhutan by six wickets.",
        "The quarrel goes back to the flood of 1908.",
        "Vietnam captured the mood.",
        "The Egyptian envoy flew home.",
        "We agree that the drought is grave.",
        "Laos arrested the decline of its forests.",
        "The dam is a weapon of mass destruction.",
    ],
)
def test_idioms_sport_journeys_home_and_opinion_are_no_events(read: Read, text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Nepalese police beat two Bhutanese traders.", "ASSAULT"),
        ("Chadian rebels captured the town.", "ASSAULT"),
        ("Ugandan guards returned fire on Kenyan troops.", "ASSAULT"),
        ("Samoa launched a rocket.", "MOBILIZE"),
    ],
)
def test_what_the_same_words_say_of_deeds(read: Read, text: str, kind: str) -> None:
    assert [event.type for event in read(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Moldova said three customs men had been shot by Romanian troops.", "ROU", {"MDA"}),
        ("Bolivia said a shepherd had been abducted by Chilean guards.", "CHL", {"BOL"}),
        ("A pilot was killed by Chadian troops.", "TCD", {"A pilot"}),
    ],
)
def test_victims_are_never_of_the_side_that_attacked(read: Read, text: str, source: str, target: set[str]) -> None:
    event = next(event for event in read(text) if event.type == "ASSAULT")
    assert ids(event.source) == {source}
    assert source not in ids(event.target)
    assert ids(event.target) <= target


@pytest.mark.parametrize(
    ("text", "role", "who"),
    [
        ("Chad and Niger held talks mediated by Oman.", "mediator", "OMN"),
        ("Chad and Niger signed a truce brokered by Algeria.", "mediator", "DZA"),
        ("Fiji and Samoa held a summit hosted by Tonga.", "host", "TON"),
        ("Fiji and Samoa signed a truce guaranteed by Japan.", "guarantor", "JPN"),
    ],
)
def test_who_else_has_a_part_in_it(read: Read, text: str, role: str, who: str) -> None:
    assert (role, who) in {(each.role, each.who.id) for event in read(text) for each in event.roles}
    assert all(len(event.source) == 1 or who not in ids(event.source) for event in read(text))


def test_the_words_say_who_did_what_to_whom(read: Read) -> None:
    (event,) = read("On Monday the navy of Ghana seized a Togolese trawler off Tema.")
    assert event.what.text == "seized a Togolese trawler"
    assert (event.clause or event.what).text.startswith("the navy of Ghana seized a Togolese trawler")


def test_what_the_context_gives_is_marked(read: Read) -> None:
    events = read("Togo opened a port on the river. Ghana rejected the move.")
    event = next(event for event in events if event.type == "REJECT")
    assert (ids(event.source), ids(event.target)) == ({"GHA"}, {"TGO"})
    assert [(each.field, each.basis) for each in event.inferred if each.field == "target"] == [("target", "context")]


def test_an_act_that_the_speaker_names_himself_is_that_statement(named: Read) -> None:
    text = '"We reject the verdict and Chile must accept that," Peru said on Monday.'
    (event,) = (event for event in named(text) if event.type == "REJECT")
    assert event.statement is not None
    assert event.by is not None


def test_what_another_does_is_not_the_act_of_the_statement(named: Read) -> None:
    (event,) = (event for event in named('"Chile rejects the verdict," Peru said on Monday.') if event.type == "REJECT")
    assert event.statement is None
    assert event.by is not None


@pytest.mark.parametrize(
    ("text", "word", "date"),
    [
        ('"We reject the quota that Iceland sent us," Liv Aas of Norway said on 4 March 2030.', "reject", True),
        ('"We rejected the quota that Iceland sent us," Liv Aas of Norway said on 4 March 2030.', "reject", False),
        ("Liv Aas of Norway said on 4 March 2030 that Iceland rejected the quota.", "reject", False),
    ],
)
def test_only_what_saying_so_does_has_the_day_of_the_saying(read: Read, text: str, word: str, date: bool) -> None:
    event = next(event for event in read(text) if word in event.what.text)
    assert (str(event.date) == "2030-03-04") is date
