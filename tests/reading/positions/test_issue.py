"""Which issue a position is on: what its verb governs decides, before what only stands beside it."""

from __future__ import annotations

import pytest

from detente.knowledge.issues import issue_cues
from detente.reading.reader import Reader
from detente.sources import report_from_text

CASES = [
    ("sanctions", "Norway supported sanctions against Iceland over its uranium programme."),
    ("elections", "Mali refused to discuss the presidential election at the peace talks in Oslo."),
    ("sanctions", "Peru rejected another round of sanctions, which Chile had announced at the port."),
    ("trade", "Ghana demanded that Togo lower its tariffs, which had been raised after the summit in Lagos."),
    ("refugees", "Kenya said that the return of the refugees, whom soldiers had driven out, must begin."),
    ("prisoners", "Oman urged Chad to free the sailors who were seized near the oil field."),
    ("fishing", "Iceland rejected a new quota for herring that Norway had published before the election."),
    ("media", "Egypt demanded that Sudan stop the broadcasts across the border."),
    ("diplomatic_relations", "Japan said that it hoped to improve its relations with Mongolia after the war."),
    ("maritime", "Chile said that Peru's patrol vessels must leave its territorial waters before the talks."),
    ("mediation", "Chad accepted the mediation of the African Union in the war over the oil fields."),
    ("water", "Sudan demanded that Egypt share its data on the reservoir with the army."),
]
OTHER_SENSES = [
    ("deployment", "Kenya said that it would exercise its rights."),
    ("energy", "Peru said that the remarks were fuelling anger."),
    ("aid", "Norway said that the accord would help both sides."),
    ("water", "Ghana said that the two sides got on well."),
    ("prisoners", "Chile remains opposed to the summit."),
]


def _kinds(reader: Reader, text: str) -> set[str | None]:
    found = reader.read(report_from_text(text, published="2022-03-09")).positions or ()
    return {each.kind for each in found}


@pytest.mark.parametrize(("kind", "text"), CASES)
def test_what_the_verb_governs_decides(positions_reader: Reader, kind: str, text: str) -> None:
    assert _kinds(positions_reader, text) == {kind}


@pytest.mark.parametrize(("kind", "text"), OTHER_SENSES)
def test_a_noun_is_no_cue_as_a_verb(positions_reader: Reader, kind: str, text: str) -> None:
    assert kind not in _kinds(positions_reader, text)


def test_parts_of_speech_are_told_apart_in_the_table() -> None:
    assert [one.part for one in issue_cues()["exercise"] if one.words == ("exercise",)] != [None]
    assert all(":" not in word for cues in issue_cues().values() for one in cues for word in one.words)
