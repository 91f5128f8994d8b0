"""Ids last: what stands around an item, and what a later version makes of it, leave its id as it is."""

# ruff: noqa: ARG005 - what a stub stands in for gives its arguments
from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.model.ids import Ids, hashed, normal
from detente.model.reading import Reading
from detente.model.report import Report
from detente.model.words import Words
from detente.reading.identity import Anchors, Sentences
from detente.reading.reader import Reader
from detente.sources import report_from_text

SECTIONS = ("statements", "events", "ahead", "terms", "agreements", "people", "territories", "times")

HEAD = "Ferry row clouds talks on Lake Malawi\n\nLILONGWE, 4 March 2023 - "
BODY = (
    "Malawi and Tanzania will hold talks on Lake Malawi on 20 March, Foreign Minister Grace Phiri said on Friday. "
    '"We will not give up one island," Phiri told reporters.\n\n'
    "Tanzanian police seized two Malawian ferries last week. Dar es Salaam denied that shots were fired. "
    "The two states signed the Mbamba Accord in June 2019.\n\n"
    "Phiri, whose term runs until May 2024, met her Tanzanian counterpart Juma Said in Mzuzu on Thursday. "
    "They agreed to return the ferries."
)
INSERTED = st.lists(
    st.sampled_from(
        [
            "The lake is deep.",
            "Fishermen waited on the shore.",
            "Peru recalled its ambassador to Chile.",
            "Analysts in Nairobi were not surprised.",
            "“It is a long story,” one of them said.",
        ]
    ),
    min_size=1,
    max_size=3,
    unique=True,
)


def read(reader: Reader, text: str, key: str = "case") -> Reading:
    return reader.read(replace(report_from_text(text, published="2023-03-04"), key=key))


def placed(reading: Reading, at: dict[int, int] | None = None) -> dict[tuple[str, int, int], str]:
    """Each item's id by its section and where it stands, moved as told."""
    found = {}
    for section in SECTIONS:
        for item in reading.items[section]:
            words: Words = item.evidence
            start, end = words.start, words.end
            if at is not None:
                start, end = at.get(start, -1), at.get(end - 1, -2) + 1
            found[section, start, end] = item.id
    return found


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(inserted=INSERTED, where=st.integers(0, 3))
def test_text_put_before_between_and_after_leaves_ids(reader: Reader, inserted: list[str], where: int) -> None:
    paragraphs = BODY.split("\n\n")
    more = "\n\n".join(inserted)
    text = HEAD + BODY
    changed = HEAD + "\n\n".join([*paragraphs[:where], more, *paragraphs[where:]])
    offset = len(HEAD) + sum(len(paragraph) + 2 for paragraph in paragraphs[:where])
    moved = {char: char + (len(more) + 2 if char >= offset else 0) for char in range(len(text))}
    before, after = placed(read(reader, text), moved), placed(read(reader, changed))
    kept = [place for place in before if place in after]
    assert len(kept) >= 0.8 * len(before)  # the rest is read otherwise, as it stands in other surroundings
    assert {place: before[place] for place in kept} == {place: after[place] for place in kept}


def test_other_chrome_and_time_stamps_leave_ids_and_version(reader: Reader) -> None:
    plain = read(reader, HEAD + BODY)
    menu = "Home | World | Africa | Sport\n\nShare on Facebook\n\nUpdated 5 March 2023 10:15\n\n"
    framed = read(reader, menu + HEAD + BODY + "\n\nSubscribe to our newsletter\n\nAll rights reserved")
    assert framed.report.version == plain.report.version
    ids = {id_ for (section, _, _), id_ in placed(plain).items() if section != "times"}
    assert ids <= set(placed(framed).values())


def test_a_changed_body_is_another_version_of_the_same_report(reader: Reader) -> None:
    first = read(reader, HEAD + BODY)
    second = read(reader, HEAD + BODY.replace("two Malawian ferries", "three Malawian ferries"))
    assert first.report.key == second.report.key
    assert first.report.version != second.report.version
    assert first.report.id != second.report.id


def test_without_address_or_id_the_first_text_is_the_key(reader: Reader) -> None:
    report = reader.read(report_from_text(HEAD + BODY)).report
    assert report.key == f"text:{report.version}"


@pytest.mark.parametrize("stub", ["types", "lengths", "parties", "dates"])
def test_what_a_later_version_makes_of_an_item_leaves_its_id(
    reader: Reader, monkeypatch: pytest.MonkeyPatch, stub: str
) -> None:
    before = read(reader, HEAD + BODY)
    from detente.reading.english.cast import Actors
    from detente.reading.events import finder
    from detente.reading.events.roles import Roles
    from detente.reading.events.when import Chosen

    if stub == "types":
        monkeypatch.setattr(finder, "typed", lambda trigger, ruling: ("YIELD", None, "denied"))
    elif stub == "lengths":
        monkeypatch.setattr(finder, "clause_span", lambda doc, trigger: (trigger.token.i, trigger.token.i + 1))
    elif stub == "parties":
        monkeypatch.setattr(finder, "roles_of", lambda trigger, cast: Roles(Actors(("PER",)), Actors()))
    else:
        monkeypatch.setattr(finder, "chosen", lambda *given: Chosen())
    after = read(reader, HEAD + BODY)
    by_word: dict[int, str] = {event.instance.word.start: event.id for event in before.events or () if event.instance}
    again: dict[int, str] = {event.instance.word.start: event.id for event in after.events or () if event.instance}
    assert again
    assert {at: by_word[at] for at in again if at in by_word} == {at: again[at] for at in again if at in by_word}
    assert placed(before).keys() & placed(after).keys()


def test_no_two_items_of_a_thousand_reports_have_one_id() -> None:
    reader = Reader(only=("times", "events"))
    seen: dict[str, Any] = {}
    for number in range(1000):
        repeat = "Oslo rejected the plan. " * (number % 3 + 1)
        text = (
            f"{repeat}Peru and Chile met on {number % 28 + 1} May 20{number % 50:02}. Peru protested. Oslo protested."
        )
        reading = read(reader, text, key=f"report {number}")
        for section in ("events", "times"):
            for item in reading.items[section]:
                assert item.id not in seen, (number, item, seen[item.id])
                seen[item.id] = (number, item)
    assert len(seen) > 3000


def test_equal_sentences_are_counted_in_the_body_alone() -> None:
    text = "They met. They left. They met."
    anchors = Anchors("k", Sentences(text, None))
    first, last = anchors.at("event", 5), anchors.at("event", 26)
    assert first != last
    assert Anchors("k", Sentences("Sun rose. " + text, None)).at("event", 36) == last
    assert Anchors("other", Sentences(text, None)).at("event", 5) != first


def test_a_word_of_a_sentence_is_told_from_its_equals() -> None:
    anchors = Anchors("k", Sentences("Peru hit Chile and Chile hit Peru.", None))
    assert anchors.at("event", 5) != anchors.at("event", 25)


def test_what_is_asked_for_twice_is_two() -> None:
    ids = Ids("k")
    assert ids.item("person", "ali") != ids.item("person", "ali")
    again = Ids("k")
    assert [again.item("person", "ali") for _ in range(2)] == [Ids("k").item("person", "ali"), again_second("ali")]


def again_second(name: str) -> str:
    ids = Ids("k")
    ids.item("person", name)
    return ids.item("person", name)


@given(st.lists(st.text(), min_size=1, max_size=4), st.lists(st.text(), min_size=1, max_size=4))
def test_hashes_of_other_parts_are_other(a: list[str], b: list[str]) -> None:
    assert (hashed(*a) == hashed(*b)) == (a == b)


@given(st.text())
def test_normal_words_stay_normal(text: str) -> None:
    assert normal(normal(text)) == normal(text)


def test_a_report_s_id_is_that_of_its_version() -> None:
    report = Report("Text.", "a.txt", "text", "0", key="k", version="1")
    assert report.id == replace(report, source="b.txt").id != replace(report, version="2").id
