"""Own passages about many disputes: who is named, with which office and party, and whom later mentions stand for."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from detente.reading.people import People

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

    from detente.model.mention import Mention

    NamesOf = Callable[[Doc, Mention], tuple[str, ...]]


@dataclass
class Passage:
    text: str
    people: set[tuple[str, str, str]] = field(default_factory=set)
    mentions: list[tuple[str, int, str]] = field(default_factory=list)


def passages() -> list[Passage]:
    found: list[Passage] = []
    for line in (Path(__file__).parent / "passages.txt").read_text(encoding="utf-8").splitlines():
        kind, rest = line[:2], line[2:]
        if kind == "> ":
            found.append(Passage(rest))
        elif kind == "P ":
            name, party, office = (part.strip() for part in rest.split("|"))
            found[-1].people.add((name, party, office.lower()))
        elif kind == "M ":
            words, who = rest.split(" = ")
            words, _, nth = words.partition("#")
            found[-1].mentions.append((words.strip(), int(nth or 1), who.strip()))
    return found


PASSAGES = passages()


@pytest.fixture(scope="module")
def read(nlp: Language) -> dict[str, Doc]:
    parties, people = nlp.create_pipe("detente_parties"), People()
    return {doc.text: people(parties(doc)) for doc in nlp.pipe(passage.text for passage in PASSAGES)}


@pytest.mark.parametrize("passage", PASSAGES, ids=lambda passage: passage.text[:40])
def test_people(read: dict[str, Doc], passage: Passage) -> None:
    found = {
        (person.name, person.party or "-", (person.office or "-").lower())
        for person in read[passage.text]._.detente_people
    }
    assert found == passage.people


@pytest.mark.parametrize(
    ("text", "words", "nth", "who"),
    [(passage.text, *mention) for passage in PASSAGES for mention in passage.mentions],
)
def test_mentions(read: dict[str, Doc], names_of: NamesOf, text: str, words: str, nth: int, who: str) -> None:
    start = [match.start() for match in re.finditer(rf"\b{re.escape(words)}\b", text)][nth - 1]
    at = [m for m in read[text]._.detente_mentions if (m.start, m.end) == (start, start + len(words))]
    assert (", ".join(names_of(read[text], at[0])) if at else "-") == who


def test_every_item_rests_on_the_words_of_the_report(read: dict[str, Doc]) -> None:
    for text, doc in read.items():
        for person in doc._.detente_people:
            for words in (person.evidence, *person.mentions):
                assert text[words.start : words.end] == words.text
        starts = [mention.start for mention in doc._.detente_mentions]
        assert starts == sorted(starts)


def test_there_are_passages_enough() -> None:
    assert len(PASSAGES) >= 100
