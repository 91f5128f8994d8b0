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


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        (
            "Brazil said that it would continue to represent Peru in Quito until another government was selected.",
            "it would continue to represent Peru in Quito until another government was selected",
            None,
        ),
        (
            "The ministers of Kenya and Uganda agreed to a future meeting in Mombasa.",
            "agreed to a future meeting",
            None,
        ),
        (
            "The president of Chad set a deadline of 15 April for the withdrawal of Libyan observers.",
            "The president of Chad set a deadline of 15 April for the withdrawal of Libyan observers",
            "2022-04-15",
        ),
        (
            "The king of Jordan called a parliamentary election for 13 April.",
            "The king of Jordan called a parliamentary election for 13 April",
            "2022-04-13",
        ),
        ("Ghana announced its decision to leave the fisheries treaty.", "its decision to leave the fisheries", None),
        ("Norway backed the proposal to hold a meeting in Oslo.", "the proposal to hold a meeting in Oslo", None),
        ("Samoa said that it would ask the tribunal to issue warrants.", "ask the tribunal to issue warrants", None),
        (
            "Fiji and Tonga will continue discussions on fishing rights.",
            "Fiji and Tonga will continue discussions",
            None,
        ),
        ("Both sides said that troops would leave the ridge.", "troops would leave the ridge", None),
        ("Pakistan extended the closure of its airspace until 24 May.", "closure of its airspace until", "2022-05-24"),
        ("On Friday the government of Kenya plans to pay the first claims.", "plans to pay the first", "2022-03-11"),
        ("They are to attend a summit scheduled for April.", "They are to attend a summit scheduled", "2022-04"),
        ("Fiji said Tonga will supply it with patrol boats.", "Tonga will supply it with patrol boats", None),
        ("Kenya said it was going to recall its envoy.", "it was going to recall its envoy", None),
        ("Peru pledged to ask its congress for relief funds.", "Peru pledged to ask its congress for relief", None),
        ("Jordan assured Egypt that it would close the port.", "it would close the port", None),
        ("The slated visit of the king of Spain to Rabat is in doubt.", "slated visit of the king of Spain", None),
        (
            "The ministers of Egypt and Greece agreed to a future meet on Crete.",
            "agreed to a future meet on Crete",
            None,
        ),
        ('Peru said Chile will give it "technical aid," a sign of thaw.', 'will give it "technical aid,"', None),
        ("Kosovo awaits a ruling of the court.", "Kosovo awaits a ruling of the court", None),
    ],
)
def test_a_plan_has_who_does_what_and_when(reader: Reader, text: str, words: str, date: str | None) -> None:
    (item,) = ahead(reader, text)
    assert words in item.what.text
    assert (str(item.date) if item.date else None) == date


@pytest.mark.parametrize(
    "text",
    [
        "Mali rejected the proposal to hold a summit.",
        "Peru condemned the intention of Chile to impose another round of tariffs.",
        "There were no pre-conditions for future talks.",
        "The drilling is only to protect Turkish interests.",
        "The campaign was merely to protect the coast.",
        "The plan to rebuild the road is old.",
        "Togo called an emergency meeting after the vote.",
        "They were going to leave the talks.",
    ],
)
def test_what_is_fought_or_only_meant_is_no_plan(reader: Reader, text: str) -> None:
    assert ahead(reader, text) == ()


def test_each_part_of_a_plan_has_its_date(reader: Reader) -> None:
    text = "The garrison would go home in three parts, with the first departing before 10 April, the ministry said."
    found = ahead(reader, text)
    assert any(item.what.parts == ("The garrison would go home in three parts", "the first departing before 10 April")
               for item in found), [item.what.parts for item in found]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words", "date"),
    [
        (
            "Norway announced that it will give a ship to Ghana. The minister said it would be given next year.",
            "it will give a ship to Ghana",
            "2023",
        ),
        (
            "Chad will open the dam in May, he said. Chad will open the dam.",
            "Chad will open the dam in",
            "2022-05",
        ),
        ("Peru is to send a team. In Lima the minister said Peru will send the team.", "Peru is to send a team", None),
    ],
)
def test_a_plan_told_again_is_told_once(reader: Reader, text: str, words: str, date: str | None) -> None:
    (item,) = ahead(reader, text)
    assert words in item.what.text
    assert (str(item.date) if item.date else None) == date


def test_both_parts_of_a_plan_have_their_dates(reader: Reader) -> None:
    stages = (
        "The envoys had settled that the garrison would go home in parts, "
        "with the first departing before {} and the rest before {}."
    )
    for first, last in (("10 April", "10 May"), ("April 10", "May 10")):
        found = ahead(reader, stages.format(first, last))
        assert {str(item.date) for item in found if item.date} == {"2022-04-10", "2022-05-10"}


def test_two_plans_of_one_verb_are_two(reader: Reader) -> None:
    found = ahead(reader, "The envoy of Peru is to visit Lagos. The envoy of Peru is to visit Accra.")
    assert len(found) == 2
