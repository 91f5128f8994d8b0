"""Where an event takes place: where somebody goes, what he leaves, a place that the parser hung elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.sources import report_from_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from detente.model.items import Event
    from detente.reading.reader import Reader

    Read = Callable[[str], tuple[Event, ...]]


@pytest.mark.parametrize(
    ("text", "type_", "place"),
    [
        ("Ghana dispatched two battalions to Mali on Monday.", "MOBILIZE", "Mali"),
        ("The army withdrew from Chad, and Niger deployed troops into Benin.", "MOBILIZE", "Benin"),
        ("Rebels attacked a convoy of trucks of the army in Chad.", "ASSAULT", "Chad"),
        ("Togo urged Ghana to open its embassy, which stands in Lima.", "REQUEST", None),
        ("Peru praised the talks.", "SUPPORT", None),
        ("Police in the Comoros archipelago raided two homes.", "COERCE", "Comoros archipelago"),
        ("The United States moved additional troops and a fleet into the Gulf.", "MOBILIZE", "Gulf"),
        ("Chad attacked a Libyan patrol in the town of Aouzou.", "ASSAULT", "Aouzou"),
        ("Turkey shot down a Russian plane at the border with Syria.", "ASSAULT", "Syria"),
        ("Norway signed the treaty with Iceland at a ceremony in the harbour of Bergen.", "SUPPORT", "Bergen"),
        ("In July last year in Lome, Benin signed a pact with Togo.", "SUPPORT", "Lome"),
        ("Rebels attacked Malian soldiers near the village of Hombori.", "ASSAULT", "Hombori"),
        ("Gunmen attacked the Peruvian embassy in Lome.", "ASSAULT", "Lome"),
        ("Gunmen attacked guards at the Peruvian embassy in Lome.", "ASSAULT", "Lome"),
        ("Gunmen attacked guards at the Peru embassy.", "ASSAULT", None),
        ("Students protested on Friday in the capital, Bamako.", "PROTEST", "Bamako"),
        ("Thousands of students marched through Nairobi's streets against the pact.", "PROTEST", "Nairobi"),
        ("Kenya condemned the bombing of a hotel in Mogadishu.", "ACCUSE", None),
        ("Chad rejected an offer of talks in Tripoli.", "REJECT", None),
        ("Chad and Niger signed the pact at the Bamako summit.", "SUPPORT", "Bamako"),
        ("Chad and Niger held a Libya conference.", "CONSULT", None),
    ],
)
def test_place(named: Read, text: str, type_: str, place: str | None) -> None:
    assert [event.place for event in named(text) if event.type == type_] == [place]


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        (
            "Kenya and Somalia opened talks in Djibouti. The Kenyan delegation arrived at the talks.",
            "arrived",
            "Djibouti",
        ),
        ("Kenya and Somalia opened talks in Djibouti. Somalia left the talks.", "left", "Djibouti"),
        ("Kenya and Somalia opened talks in Djibouti. Somalia left a summit.", "left", None),
        ("Kenya and Somalia opened talks. Somalia left the talks.", "left", None),
    ],
)
def test_the_talks_are_where_they_were_told_to_be(named: Read, text: str, word: str, place: str | None) -> None:
    event = next(event for event in named(text) if word in event.what.text)
    assert event.place == place
    assert (("place", "context") in {(each.field, each.basis) for each in event.inferred}) is (place is not None)


def test_here_is_the_city_of_the_dateline(reader: Reader) -> None:
    body = "Envoys of Benin and Togo held talks here on Friday. Togo attacked a Beninese convoy."
    story = f"Water pact near\n\nLOME, March 20 - {body}"
    events = reader.read(report_from_text(story)).events or ()
    assert [(event.type, event.place) for event in events] == [("CONSULT", "Lome"), ("ASSAULT", None)]
