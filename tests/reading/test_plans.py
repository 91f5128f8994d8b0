"""What is due without a date, by words of planning; and what only looks like it."""

from __future__ import annotations

import pytest

from detente.model.items import Ahead
from detente.reading.reader import Reader
from detente.sources import report_from_text

PUBLISHED = "2022-03-09"  # a Wednesday


def ahead(reader: Reader, text: str) -> tuple[Ahead, ...]:
    items = reader.read(report_from_text(text, published=PUBLISHED)).ahead
    assert items is not None
    return items


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The Kenyan president is expected to visit Mogadishu.", "The Kenyan president is expected to visit Mogadishu"),
        ("Peru plans to reopen its embassy in Quito.", "Peru plans to reopen its embassy in Quito"),
        ("Fiji is set to impose a ban on Tongan trawlers.", "Fiji is set to impose a ban on Tongan trawlers"),
        ("Chad and Libya are to exchange prisoners.", "Chad and Libya are to exchange prisoners"),
        ("Somalia said it would send an envoy to Nairobi.", "it would send an envoy to Nairobi"),
        ("The ministers agreed to remain in regular contact.", "agreed to remain in regular contact"),
        ("Greece urged Turkey to conclude the talks as soon as possible.", "conclude the talks as soon as possible"),
        ("The observers will stay until both armies have withdrawn.", "will stay until both armies have withdrawn"),
        ("Egypt asked Sudan to reply in the coming weeks.", "reply in the coming weeks"),
        ("The pact must be ratified by both parliaments.", "The pact must be ratified by both parliaments"),
        ("Chile is awaiting a ruling of the court.", "a ruling of the court"),
        ("Both leaders want a second summit.", "a second summit"),
        ("Negotiators were flying to Muscat for talks.", "were flying to Muscat for talks"),
        ("Talks are not expected to resume until the blockade is lifted.", "expected to resume until the blockade is"),
        ("Under the terms of the truce, Mali would free its captives.", "Mali would free its captives"),
    ],
)
def test_a_plan_without_a_date_is_told_whole(reader: Reader, text: str, words: str) -> None:
    found = ahead(reader, text)
    assert any(words in item.what.text and item.date is None for item in found), [item.what.text for item in found]


@pytest.mark.parametrize(
    "text",
    [
        "The ban will hurt fishermen on both coasts.",
        "It would be wrong to hand over the islets.",
        "If Peru signs, Chile will send an envoy.",
        "Whether Kenya will attend is not known.",
        "The aim is to calm the border.",
        "It is hard to see an end of the dispute.",
        "Chad had planned to visit Tripoli.",
        "The measure was intended to persuade Fiji.",
        "Libya will not sign the treaty.",
        "The dispute soon became a war.",
        "Nobody is going to like that.",
    ],
)
def test_a_prediction_a_condition_and_an_aim_are_no_plans(reader: Reader, text: str) -> None:
    assert ahead(reader, text) == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Both navies are to clear the channel within two months.", "../2022-05-09"),
        ("The joint commission is to meet within 30 days.", "../2022-04-08"),
        ("Mali promised to free its captives within 48 hours.", "../2022-03-11"),
        ("Niger agreed to answer within a week.", "../2022-03-16"),
    ],
)
def test_a_length_to_act_in_counts_from_the_report(reader: Reader, text: str, date: str) -> None:
    (item,) = ahead(reader, text)
    assert str(item.date) == date
    assert [(each.field, each.basis) for each in item.inferred] == [("date", "report date")]


def test_the_date_of_one_clause_is_not_that_of_another(reader: Reader) -> None:
    (item,) = ahead(reader, "Burkina Faso sent guns in January and plans to send men to the mission.")
    assert (item.date, "plans to send men" in item.what.text) == (None, True)


def test_what_was_to_come_before_the_report_is_over(reader: Reader) -> None:
    assert ahead(reader, "The envoy was to arrive on March 1.") == ()


def test_each_of_two_joined_steps_is_one(reader: Reader) -> None:
    found = ahead(reader, "The envoy will travel to Lima and meet the president.")
    assert [item.what.text for item in found] == ["The envoy will travel to Lima", "meet the president"]


def test_who_is_to_do_it_is_the_subject_of_the_plan(reader: Reader) -> None:
    (item,) = ahead(reader, "Kenya said that Somalia is expected to withdraw its boats.")
    assert [who.id for who in item.who] == ["SOM"]
