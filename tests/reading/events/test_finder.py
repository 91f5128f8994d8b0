"""Events as items: their words, dates, places, and what is no event."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.model.date import Date
from detente.reading.events import find_events
from detente.reading.events.finder import found_in

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from detente.model.items import Event

    Read = Callable[[str], tuple[Event, ...]]

SENTENCES = (
    "Kenya and Uganda held talks in Nairobi on 3 May 2021.",
    "The two sides failed to agree on the border, but Uganda’s minister will visit “soon”.",
    "Sanctions imposed by Canada on Iran were lifted in 2016.",
    "In June, when Togo is due to visit Ghana, the pact would be signed.",
    "“We reject it,” he said; no troops were withdrawn.",
)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Kenya and Uganda held talks in Nairobi.", "held talks in Nairobi"),
        ("Egypt has not recalled its ambassador.", "has not recalled its ambassador"),
        ("Chile pulled out of the treaty.", "pulled out of the treaty"),
        ("Gabon threatened to close the border.", "threatened to close"),
        ("Traders fear the sanctions imposed by Canada.", "sanctions imposed"),
        ("Their talks lasted an hour.", "Their talks"),
    ],
)
def test_what_is_short(named: Read, text: str, what: str) -> None:
    assert what in [event.what.text for event in named(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Officials said on Monday that prices had risen.",
        "The minister told reporters about the weather.",
        "The spokesman announced the results of the vote.",
        "The island lies off the coast of Japan.",
        "",
    ],
)
def test_reporting_alone_is_no_event(read: Read, text: str) -> None:
    assert read(text) == ()


def test_dates_come_from_the_events_own_words(read: Read) -> None:
    dates = {e.what.text: e.date for e in read("Togo met Ghana on 3 May 2021. Benin expelled the envoy of Niger.")}
    assert dates == {"met Ghana": Date.parse("2021-05-03"), "expelled the envoy of Niger": None}


def test_a_date_with_when(read: Read) -> None:
    events = read("The pact may be ready in June 2022, when Togo is scheduled to visit Ghana.")
    assert [(e.date, e.status) for e in events if [who.id for who in e.source] == ["TGO"]] == [
        (Date.parse("2022-06"), "scheduled")
    ]


def test_one_happening_named_again_is_one_event(read: Read) -> None:
    events = read("Togo and Ghana held talks in Accra on 3 May 2021. The talks lasted two hours.")
    assert [e.place for e in events if e.type == "CONSULT"] == ["Accra"]


def test_what_is_demanded_is_no_event_of_its_own(read: Read) -> None:
    assert [e.type for e in read("Spain demanded the withdrawal of Moroccan troops.")] == ["REQUEST"]
    assert [e.type for e in read("Spain agreed to meet the envoys of Morocco.")] == ["AGREE"]


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4), st.integers(0, 40), st.integers(0, 6))
def test_evidence_is_the_text_at_its_offsets(read: Read, chosen: list[str], cut: int, length: int) -> None:
    text = " ".join(chosen)
    text = text[:cut] + text[cut + length :]
    for event in read(text):
        for words in (event.what, event.evidence):
            assert text[words.start : words.end] == words.text
            assert words.text.strip() == words.text != ""
        assert event.evidence.start <= event.what.start <= event.what.end <= event.evidence.end
        assert event.place is None or event.place in text


def test_ids_differ_and_repeat(read: Read) -> None:
    text = " ".join(SENTENCES)
    ids = [event.id for event in read(text)]
    assert len(set(ids)) == len(ids)
    assert ids == [event.id for event in read(text)]


def test_where_nobody_is_known_events_have_no_actors(nlp: Language) -> None:
    doc = nlp("Kenya and Uganda held talks in Nairobi.")
    doc._.detente_times = doc._.detente_parties = doc._.detente_people = doc._.detente_statements = ()
    (found,) = found_in(doc)
    assert (found.event.type, found.event.source, found.event.place) == ("CONSULT", (), "Nairobi")
    assert find_events(doc) == ()


def test_a_main_verb_in_the_past_takes_the_date_of_the_story(read: Read) -> None:
    events = read(
        "Togo and Ghana held talks on 3 May 2021. They agreed to meet again. Benin has accused Niger of theft."
    )
    day = Date.parse("2021-05-03")
    assert [(e.type, e.date) for e in events] == [("CONSULT", day), ("AGREE", day), ("ACCUSE", None)]


@pytest.mark.parametrize(
    ("text", "type_", "inferred"),
    [
        ("Togo met Ghana on 3 May 2021.", "CONSULT", []),
        ("The pact may be ready in June 2022, when Togo is scheduled to visit Ghana.", "AGREE", []),
        ("Togo met Ghana on Monday.", "CONSULT", [("report date", "Monday")]),
        ("Togo and Ghana held talks on 3 May 2021. They agreed to meet again.", "AGREE", [("context", "3 May 2021")]),
        ("Togo met Ghana on 3 May 2021 and accused Benin of theft.", "ACCUSE", [("context", "3 May 2021")]),
        ("Togo met Ghana. Togo has accused Benin of theft.", "ACCUSE", []),
    ],
)
def test_a_date_that_is_not_said_of_the_event_says_so(
    read: Read, text: str, type_: str, inferred: list[tuple[str, str]]
) -> None:
    event = next(event for event in read(text) if event.type == type_)
    found = [(each.basis, each.words and each.words.text) for each in event.inferred if each.field == "date"]
    assert found == inferred


def test_an_id_hangs_on_the_word_that_names_the_happening(read: Read) -> None:
    def of(text: str) -> dict[str, str]:
        return {event.what.text: event.id for event in read(text)}

    before = of("Togo and Ghana held talks. Togo accused Benin of theft.")
    after = of("It rained. Mali expelled an envoy. Togo and Ghana held talks. Togo accused Benin of theft.")
    assert before.items() <= after.items()
    assert len(before) == 2
    again = [event.id for event in read("Togo accused Benin. Togo accused Benin.")]
    assert len(set(again)) == 2
