"""Own passages whose offices name no state: the party by what stands around it, never wrong where it is inferred."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from detente.model.inference import Inference
from detente.reading.people import People
from detente.reading.people.lexicon import leaders

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.language import Language
    from spacy.tokens import Doc

    from detente.model.mention import Mention

    NamesOf = Callable[[Doc, Mention], tuple[str, ...]]

_PARTIES = 0.85  # share of people whose party is right, silence counted as wrong
_MENTIONS = 0.85


@dataclass
class Passage:
    text: str
    parties: dict[str, str] = field(default_factory=dict)
    mentions: list[tuple[str, str]] = field(default_factory=list)


def passages() -> list[Passage]:
    found: list[Passage] = []
    for line in (Path(__file__).parent / "contexts.txt").read_text(encoding="utf-8").splitlines():
        kind, rest = line[:2], line[2:]
        if kind == "> ":
            found.append(Passage(rest.replace(" ¶ ", "\n\n")))
        elif kind == "P ":
            name, party, *_ = (part.strip() for part in rest.split("|"))
            found[-1].parties[name] = party
        elif kind == "M ":
            words, who = rest.split(" = ")
            found[-1].mentions.append((words.strip(), who.strip()))
    return found


@pytest.fixture(scope="module")
def read(nlp: Language) -> list[tuple[Passage, Doc]]:
    parties, people = nlp.create_pipe("detente_parties"), People()
    own = passages()
    return [(passage, people(parties(doc))) for passage, doc in zip(own, nlp.pipe(p.text for p in own), strict=True)]


def test_what_is_inferred_is_right(read: list[tuple[Passage, Doc]]) -> None:
    inferred = [
        (person.name, person.party, passage.parties.get(person.name))
        for passage, doc in read
        for person in doc._.detente_people
        if any(each.field == "party" for each in person.inferred)
    ]
    assert len(inferred) >= 20
    assert [entry for entry in inferred if entry[1] != entry[2]] == []


def test_most_parties_are_known(read: list[tuple[Passage, Doc]]) -> None:
    right = [
        {person.name: person.party or "-" for person in doc._.detente_people}.get(name) == party
        for passage, doc in read
        for name, party in passage.parties.items()
    ]
    assert sum(right) / len(right) >= _PARTIES


def test_a_party_and_its_basis_come_together(read: list[tuple[Passage, Doc]]) -> None:
    for _, doc in read:
        for person in doc._.detente_people:
            assert person.party is not None or person.inferred == ()


def test_group_words_and_bodies(read: list[tuple[Passage, Doc]], names_of: NamesOf) -> None:
    right: list[bool] = []
    for passage, doc in read:
        for words, who in passage.mentions:
            match = re.search(rf"\b{re.escape(words)}\b", passage.text)
            assert match is not None
            at = [m for m in doc._.detente_mentions if (m.start, m.end) == match.span()]
            found = set(names_of(doc, at[0])) if at else set()
            right.append(found == set(who.split(", ")))
    assert sum(right) / len(right) >= _MENTIONS


@pytest.mark.parametrize(
    ("published", "party"), [(None, "GBR"), ("2021-03-04", "GBR"), ("1985-03-04", None), ("2024", "GBR")]
)
def test_the_table_of_leaders_gives_way_to_the_date(nlp: Language, published: str | None, party: str | None) -> None:
    doc = nlp("Boris Johnson said on Monday that the protocol would be rewritten.")
    doc._.detente_published, doc._.detente_parties = published, ()
    assert People()(doc)._.detente_people[0].party == party


def test_every_leader_has_years() -> None:
    posts = [post for held in leaders().values() for post in held]
    assert len(posts) > 1000
    assert [post for post in posts if post.since < 1900 or (post.until is not None and post.until < post.since)] == []


def test_those_who_changed_sides_belong_where_they_were_then(nlp: Language) -> None:
    for published, party in (("2012-05-01", "NOR"), ("2020-05-01", "NATO"), (None, None)):
        doc = nlp("Jens Stoltenberg said on Monday that he was hopeful.")
        doc._.detente_published, doc._.detente_parties = published, ()
        assert People()(doc)._.detente_people[0].party == party


def test_a_surname_with_an_office_is_known_where_its_state_is_named(nlp: Language) -> None:
    parties = nlp.create_pipe("detente_parties")
    doc = nlp("President Lukashenko flew home on Monday. Belarus had not been invited, President Lukashenko said.")
    doc._.detente_published = "2019-04-02"
    [person] = People()(parties(doc))._.detente_people
    assert (person.party, person.inferred) == ("BLR", (Inference("party", "table"),))
