"""Statements of whole reports: resolved speakers, what stands around, and what must not change them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from detente.model.date import Date
from detente.model.references import Reference
from detente.sources import report_from_text

if TYPE_CHECKING:
    from detente.model.items import Statement
    from detente.reading.reader import Reader

REPORT = """Chad and Libya argue over the Aouzou strip

TRIPOLI, March 3, 2021 -- Libyan Foreign Minister Salma Barghathi and her Chadian counterpart Idriss Tahar met on Wednesday.

"We shall not move one stone of the fort at Aouzou," Barghathi said at a press conference after the talks. "It has been ours since the survey of 1935."

Tahar said that the border had been settled by the court in 1994, adding that N'Djamena would not talk about it again. He declined to comment on the patrols.

Libya maintains that the survey was never finished. "Nobody has seen the last twelve markers," a diplomat who follows the dispute said.

Asked about the markers, Tahar called them "a handful of sand". In response, Barghathi told reporters: "Sand can be counted." She left at noon.
"""  # noqa: E501
NAMES = ["Tahar", "Okonjo", "Dembélé", "Haroun", "Njoya"]


def statements(reader: Reader, text: str) -> list[Statement]:
    return list(reader.read(report_from_text(text)).statements or ())


def told(said: Statement, text: str) -> tuple[object, ...]:
    """What a statement says, whatever the offsets and marks."""
    content = said.content
    pieces = [text[a:b] for a, b in content.spans or ((content.start, content.end),)] if content else []
    cue = said.cue.text if said.cue else None
    quoted = [_plain(words.text) for words in said.quoted]
    who = name_of(said)
    return who, said.party, said.manner, [_plain(piece) for piece in pieces], cue, said.date, said.venue, quoted


def name_of(said: Statement) -> str | None:
    return said.speaker.name if said.speaker is not None else None


def _plain(words: str) -> str:
    return " ".join("".join(char for char in words if char not in "\"“”„«»'‘’").split())


def by_cue(found: list[Statement]) -> dict[str | None, Statement]:
    return {said.cue.text if said.cue else None: said for said in found}


def test_resolves_speakers_and_parties(reader: Reader) -> None:
    found = by_cue(statements(reader, REPORT))
    people = {person.name: person.id for person in reader.read(report_from_text(REPORT)).people or ()}
    tahar = Reference("person", people["Idriss Tahar"], "Idriss Tahar")
    assert (found["adding"].speaker, found["adding"].party) == (tahar, "TCD")
    assert (found["declined to comment on"].speaker, found["declined to comment on"].manner) == (tahar, "declined")
    assert (found["maintains"].speaker, found["maintains"].manner) == (Reference("party", "LBY", "Libya"), "position")
    assert (name_of(found["told"]), found["told"].addressee) == ("Salma Barghathi", Reference.described("reporters"))


def test_anonymous_sources_keep_their_words(reader: Reader) -> None:
    said = next(said for said in statements(reader, REPORT) if said.anonymous)
    assert said.speaker == Reference.described("a diplomat who follows the dispute")
    assert said.party is None


def test_venue_and_date_of_saying(reader: Reader) -> None:
    first, carried = (said for said in statements(reader, REPORT) if name_of(said) == "Salma Barghathi" and said.venue)
    for said in (first, carried):
        assert said.venue == "a press conference after the talks"
        assert said.date == Date.parse("2021-03-03")


def test_nothing_was_said_at_a_meeting_still_to_come(reader: Reader) -> None:
    text = (
        'AMMAN, 4 May 2021 - Jordan and Syria reopened a crossing. "Trade will grow," Foreign Minister Rania Haddad '
        "told reporters after the talks. The two presidents will hold talks in Aqaba on 20 June."
    )
    (said,) = statements(reader, text)
    assert said.date != Date.parse("2021-06-20")


@pytest.mark.parametrize("marks", ["“”", "«»", "„“", "''"])
def test_the_style_of_quotation_marks_changes_nothing(reader: Reader, marks: str) -> None:
    assert len(marks) == 2
    straight = REPORT.replace("N'Djamena", "Chad")
    opening, closing = ("''", "''") if marks == "''" else (marks[0], marks[1])
    text, opened = "", False
    for char in straight:
        text += (closing if opened else opening) if char == '"' else char
        opened ^= char == '"'
    assert [told(said, text) for said in statements(reader, text)] == [
        told(said, straight) for said in statements(reader, straight)
    ]


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(NAMES))
def test_renaming_a_speaker_changes_only_the_name(reader: Reader, name: str) -> None:
    text = REPORT.replace("Tahar", name)
    renamed = [(name_of(said) or "").replace(name, "Tahar") for said in statements(reader, text)]
    assert renamed == [name_of(said) or "" for said in statements(reader, REPORT)]


def test_joining_paragraphs_keeps_the_statements(reader: Reader) -> None:
    head, body = REPORT.split("Tahar said", 1)
    joined = head + "Tahar said" + body.replace("\n\n", " ")
    before = [told(said, REPORT)[:5] for said in statements(reader, REPORT)]
    assert [told(said, joined)[:5] for said in statements(reader, joined)] == before


def test_captions_and_chrome_say_nothing(reader: Reader) -> None:
    noisy = REPORT.replace(
        "TRIPOLI,", 'Foreign Minister Salma Barghathi, left, says "we will see" on arrival (Photo: Agency)\n\nTRIPOLI,'
    )
    noisy += '\nRead more: Minister says "the desert remembers"\n\nSubscribe to our newsletter\n'
    found = statements(reader, noisy)
    assert not any(said.content and "we will see" in said.content.text for said in found)
    assert not any(said.content and "desert remembers" in said.content.text for said in found)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.integers(0, len(REPORT)), st.integers(0, 12), st.text(alphabet='" \n“”.,:Aa', max_size=4))
def test_offsets_are_exact_whatever_the_text(reader: Reader, at: int, cut: int, put: str) -> None:
    text = REPORT[:at] + put + REPORT[at + cut :]
    report = report_from_text(text)
    for said in reader.read(report).statements or ():
        for words in (said.content, said.cue, said.source, said.evidence):
            assert words is None or words.text == report.text[words.start : words.end]
        if said.content is not None:
            for start, end in said.content.spans or ():
                assert said.content.start <= start < end <= said.content.end
