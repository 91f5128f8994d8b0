"""Who is who and what is what: two of one name, ids that last, and what of a statement stands in marks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from detente.model.items import Person
from detente.model.mention import Mention
from detente.model.words import Words
from detente.reading.attribution import Statements

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language

    from detente.model.items import Statement

    Alone = Callable[..., tuple[Statement, ...]]

TEXT = (
    "Varga said that the border would stay open. The envoy declined to comment.\n\n"
    '"We are where we were," the mayor told reporters. The mayor added that the road was wet.'
)


def identities(nlp: Language, alone: Alone, text: str) -> list[str]:
    doc = nlp(text)
    doc._.detente_key = "https://example.org/border"
    return [said.id for said in alone(doc)]


@pytest.mark.parametrize("before", ["\n", "Fog lay on the river.\n\n", "Rain fell. Varga came late.\n\n"])
def test_ids_survive_text_around(nlp: Language, alone: Alone, before: str) -> None:
    ids = identities(nlp, alone, TEXT)
    assert len(set(ids)) == len(ids) == 4
    assert identities(nlp, alone, before + TEXT) == ids
    assert identities(nlp, alone, TEXT.replace("\n\n", "\n\nThe bridge was lit.\n\n") + " It was late.") == ids


def test_ids_survive_another_cut_of_the_same_words(nlp: Language, alone: Alone) -> None:
    marked = TEXT.replace("that the border would stay open", "“the border would stay open”")
    said = re.sub(r"\bthat the border", "the border", TEXT)
    assert identities(nlp, alone, marked)[1:] == identities(nlp, alone, TEXT)[1:]
    assert identities(nlp, alone, said)[0] != identities(nlp, alone, TEXT)[0]  # other words, another statement


def test_equal_sentences_are_two_statements(nlp: Language, alone: Alone) -> None:
    ids = identities(nlp, alone, "Varga said that it would rain.\n\nVarga said that it would rain.")
    assert len(set(ids)) == len(ids) == 2


def test_two_people_of_one_name_are_two(nlp: Language) -> None:
    text = "John Moss of Norway said that the cod was late. John Moss of Chile said that the kelp was early."
    doc = nlp(text)
    starts = [match.start() for match in re.finditer("John Moss", text)]
    doc._.detente_times = doc._.detente_parties = ()
    doc._.detente_people = tuple(
        Person(f"person-{party}", "John Moss", party, None, (), (), Words.at(text, start, start + 9))
        for start, party in zip(starts, ("NOR", "CHL"), strict=True)
    )
    doc._.detente_mentions = tuple(
        Mention(start, start + 9, "name", people=(f"person-{party}",))
        for start, party in zip(starts, ("NOR", "CHL"), strict=True)
    )
    found: tuple[Statement, ...] = Statements(nlp)(doc)._.detente_statements
    assert [(said.speaker and said.speaker.id, said.party) for said in found] == [
        ("person-NOR", "NOR"),
        ("person-CHL", "CHL"),
    ]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Varga said the talks had been "frank and useful" for both sides.', ["frank and useful"]),
        ('"The border," Varga added, "stays open."', ["The border,", "stays open."]),
        ("Varga said the talks had been ‘frank’ and “useful”.", ["frank", "useful"]),
        ("Varga said that the border would stay open.", []),
    ],
)
def test_what_stands_in_marks(alone: Alone, text: str, quoted: list[str]) -> None:
    (said,) = alone(text)
    assert [words.text for words in said.quoted] == quoted
    assert all(words.text == text[words.start : words.end] for words in said.quoted)
