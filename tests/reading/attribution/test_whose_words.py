"""Constructions of English that say whose words a statement is: one short passage each."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from detente.model.report import Report

if TYPE_CHECKING:
    from detente.model.items import Statement
    from detente.model.references import Reference
    from detente.reading.reader import Reader

_CASES = Path(__file__).parent / "whose_words.txt"


def _cases() -> list[tuple[str, ...]]:
    """Construction, text, words of the statement, speaker, party."""
    lines = _CASES.read_text(encoding="utf-8").partition("\n\n")[2].splitlines()
    name = text = ""
    cases: list[tuple[str, ...]] = []
    for line in lines:
        kind, rest = line[:2], line[2:]
        if kind == "# ":
            name = rest
        elif kind == "> ":
            text = rest
        elif kind == "S ":
            cases.append((name, text, *(part.strip() for part in rest.split("|"))))
    return cases


def _statement(reader: Reader, text: str, words: str) -> Statement:
    reading = reader.read(Report(text, "test", "text", ""))
    people = {person.id: person.name for person in reading.people or ()}
    for each in reading.statements or ():
        for who in (each.speaker, each.addressee, *each.speakers, *(link.speaker for link in each.chain)):
            assert who is None or who.kind != "person" or people[str(who.id)] == who.name
    fits = [each for each in reading.statements or () if words in (each.content or each.evidence).text]
    return min(fits, key=lambda each: len((each.content or each.evidence).text))


def _known_as(who: Reference | None) -> str | None:
    """A party goes by its id, everybody else by name or words."""
    return who.id if who is not None and who.kind == "party" else who.name if who is not None else None


@pytest.mark.parametrize(
    ("text", "words", "speaker", "party"), [case[1:] for case in _cases()], ids=[case[0] for case in _cases()]
)
def test_whose_words(reader: Reader, text: str, words: str, speaker: str, party: str) -> None:
    found = _statement(reader, text, words)
    assert (_known_as(found.speaker), found.party or "-") == (speaker, party)


def test_both_ministers_are_the_two_just_named(reader: Reader) -> None:
    text = "Peru's envoy Ana Quiroga met Myanmar's Foreign Minister Aung Thura. Both ministers said the ferry was full."
    found = _statement(reader, text, "the ferry was full")
    assert [(who.kind, who.name) for who in found.speakers] == [("person", "Ana Quiroga"), ("person", "Aung Thura")]


def test_the_mediators_are_those_who_are_listed(reader: Reader) -> None:
    text = "The mediators, Qatar and Egypt, said that the lists were ready."
    found = _statement(reader, text, "the lists were ready")
    assert [(who.kind, who.id) for who in found.speakers] == [("party", "QAT"), ("party", "EGY")]


def test_what_a_medium_cites_is_no_statement_of_its_own(reader: Reader) -> None:
    text = "Tass, citing the Russian embassy in Lima, said that four sailors had been released."
    statements = reader.read(Report(text, "test", "text", "")).statements or ()
    assert [(_known_as(each.speaker), each.relay) for each in statements] == [("RUS", "Tass")]
