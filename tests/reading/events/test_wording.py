"""The words of an event: who did what to whom, whole, without a date, and ended where a phrase ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event

    Read = Callable[[str], tuple[Event, ...]]


def clause(events: tuple[Event, ...], word: str) -> str:
    """The pieces of the clause of the event with a word in its trigger."""
    event = next(event for event in events if word in event.what.text)
    assert event.clause is not None
    return " … ".join(event.clause.parts)


@pytest.mark.parametrize(
    ("text", "word", "words"),
    [
        ("Iran and Oman have agreed to expand ties.", "agreed", "Iran and Oman have agreed to expand ties"),
        ("Peru seized a trawler and expelled an envoy.", "expelled", "Peru … expelled an envoy"),
        ("Ghana expelled two Togolese who were questioned by the police.", "questioned",
         "two Togolese … were questioned by the police"),
        ("The patrol rammed a trawler, killing two fishermen.", "killing", "The patrol … killing two fishermen"),
        ("Fiji scorned the deal that Togo struck with Benin.", "struck", "the deal … Togo struck with Benin"),
        ("Kenya met on Tuesday with the envoy of Uganda.", "met", "Kenya met … with the envoy of Uganda"),
        ("Norway's deliberate collision with two Icelandic vessels drew anger.", "collision",
         "Norway's deliberate collision with two Icelandic vessels"),
        ("The army of Chad, which has 300 tanks, attacked a village of Niger.", "attacked",
         "The army of Chad … attacked a village of Niger"),
        ("Togo's army opened fire on a Ghanaian patrol on Monday.", "fire",
         "Togo's army opened fire on a Ghanaian patrol"),
        ("The Saudi-led forces shelled the 19th-century port of Mocha.", "shelled",
         "The Saudi-led forces shelled the 19th-century port of Mocha"),
        ("Kenya plans to seek help from Uganda.", "seek", "Kenya plans to seek help from Uganda"),
        ("Peru works with Chile to clear mines from the border.", "works",
         "Peru works with Chile to clear mines from the border"),
        ("Mali promised that the ship would not sail to Guinea.", "promised",
         "Mali promised that the ship would not sail to Guinea"),
        ("Talks between Sudan and Egypt on the dam resumed in Cairo on Monday.", "Talks",
         "Talks between Sudan and Egypt on the dam resumed in Cairo"),
        ("The raid in May by Chad on a Libyan depot, which burned, angered Tripoli.", "raid",
         "The raid … by Chad on a Libyan depot"),
        ("Samoa accused Tonga of \"piracy and theft\" on the reef.", "accused",
         'Samoa accused Tonga of "piracy and theft" on the reef'),
    ],
)  # fmt: skip
def test_a_clause_says_who_did_what_to_whom(read: Read, text: str, word: str, words: str) -> None:
    assert clause(read(text), word) == words


def test_a_long_clause_ends_with_a_whole_phrase(read: Read) -> None:
    text = (
        "Kenya deployed two battalions of its mountain infantry with heavy artillery from the northern garrison near "
        "the old caravan road to the disputed lake of the Turkana pastoralists in the dry season of the reed cutters."
    )
    found = clause(read(text), "deployed")
    assert found.startswith("Kenya deployed two battalions of its mountain infantry")
    assert len(found) < 190
    assert text[text.index(found) + len(found) :].split(maxsplit=1)[0] in ("from", "near", "to", "with", "of", "in")


@pytest.mark.parametrize(
    "text", ["Mali and Niger signed 17 accords (as yet secret) in Gao.", "Togo shelled the port (again."]
)
def test_no_bracket_is_left_open(read: Read, text: str) -> None:
    for event in read(text):
        words = " ".join(event.clause.parts) if event.clause else ""
        assert words.count("(") == words.count(")")


def test_what_is_quoted_is_closed(read: Read) -> None:
    events = read(
        'Togo condemned the "unlawful seizure," as it put it, of its trawler. Togo signed "the pact of Lome".'
    )
    assert events
    for event in events:
        words = " ".join(event.clause.parts) if event.clause else ""
        assert words.count('"') % 2 == 0, words
