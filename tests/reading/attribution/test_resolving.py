"""Constructions by which a source is known only from the words around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from detente.model.report import Report

if TYPE_CHECKING:
    from detente.model.references import Reference
    from detente.reading.reader import Reader

# The passage; words of the content; the speaker; the party. Several speakers are joined by " + ".
CASES = [
    (
        (
            "Peru's foreign minister accused Chile on Tuesday of moving a marker.\n\n"
            '"The stone has walked," Rosa Mamani told reporters in Tacna. Her Chilean counterpart, Tomás Araya, said '
            "that stones do."
        ),
        "stones do",
        "Tomás Araya",
        "CHL",
    ),
    (
        (
            "Peru's foreign minister accused Chile on Tuesday of moving a marker.\n\n"
            '"The stone has walked," Rosa Mamani told reporters in Tacna.'
        ),
        "moving a marker",
        "Rosa Mamani",
        "PER",
    ),
    (
        "A Nordic diplomat briefed on the quota talks, who asked not to be named, said the fish would decide.",
        "the fish would decide",
        "A Nordic diplomat",
        None,
    ),
    (
        "The Polisario Front, which is backed by Algiers, wants a vote on independence.",
        "a vote on independence",
        "POLISARIO",
        "POLISARIO",
    ),
    (
        (
            "Norwegian Foreign Minister Ingrid Solheim met today in Oslo with Russian Foreign Minister Oleg Baturin to "
            "discuss the cod quota. The two also welcomed the fence at Storskog."
        ),
        "the fence at Storskog",
        "Ingrid Solheim + Oleg Baturin",
        "NOR",
    ),
    (
        (
            "Thai Prime Minister Anong Srisai and Cambodia's Hun Vuthy met on the bridge. The former spoke of trust. "
            "The latter said that trust had been shelled."
        ),
        "trust had been shelled",
        "Hun Vuthy",
        "KHM",
    ),
    (
        (
            "Norway's minister, Ingrid Solheim, and her Russian counterpart, Oleg Baturin, signed. Solheim said cod "
            "has no passport. The Russian replied that neither did trawlers."
        ),
        "neither did trawlers",
        "Oleg Baturin",
        "RUS",
    ),
    (
        (
            "The Foreign Ministry in Baku summoned the Iranian ambassador. The ambassador, Seyed Moradi, said the "
            "drill was routine."
        ),
        "the drill was routine",
        "Seyed Moradi",
        "IRN",
    ),
    (
        "The African Union Commission's chairperson, Blessing Okoro, said that the raid was a crime.",
        "the raid was a crime",
        "Blessing Okoro",
        "AU",
    ),
    (
        "Fiji, Tonga and Samoa said that they would not recognise the claim.",
        "not recognise the claim",
        "FJI + TON + WSM",
        "FJI",
    ),
    (
        (
            'Slovenian Prime Minister Anton Zupan met his Croatian host on Brijuni. "It is ours," his host, Davor '
            "Matić, said."
        ),
        "It is ours",
        "Davor Matić",
        "HRV",
    ),
    (
        'Arjun Rao sees it otherwise. The external affairs minister has argued that the lake is "one lake".',
        "one lake",
        "Arjun Rao",
        "IND",
    ),
]


@pytest.mark.parametrize(("text", "words", "speaker", "party"), CASES, ids=lambda value: str(value)[:30])
def test_source_is_known_from_around(reader: Reader, text: str, words: str, speaker: str, party: str | None) -> None:
    reading = reader.read(Report(text, "passage.txt", "text", ""))
    found = [each for each in reading.statements or () if words in (each.content.text if each.content else "")]
    assert found
    best = min(found, key=lambda each: len(each.content.text if each.content else ""))
    assert {_known_as(who) for who in best.speakers or (best.speaker,) if who} == set(speaker.split(" + "))
    assert best.party == party


def test_an_office_named_apart_is_the_persons(reader: Reader) -> None:
    text = "Keir Starmer called it a good day. The prime minister's critics did not."
    people = reader.read(Report(text, "passage.txt", "text", "2024-10-09")).people or ()
    assert [(person.name, person.office) for person in people] == [("Keir Starmer", "prime minister")]


def test_lines_in_capitals_and_listed_villages_are_nobody(reader: Reader) -> None:
    text = (
        "JOINT STATEMENT\n\nThe villages - Baran Dere, Ashik Tepe, Kara Su and Gizil Bulak - stood empty after the "
        "war, and Georgia did not rebuild them."
    )
    assert not reader.read(Report(text, "passage.txt", "text", "")).people


def _known_as(who: Reference) -> str | None:
    """A party goes by its id, everybody else by name or words."""
    return who.id if who.kind == "party" else who.name
