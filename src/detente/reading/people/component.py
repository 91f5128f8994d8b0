"""The spaCy component ``detente_people``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from spacy.language import Language

from detente.model.inference import Inference
from detente.model.items import Person
from detente.model.words import Words
from detente.reading.extensions import anchors, register, require
from detente.reading.people.bodies import parties, share_bodies
from detente.reading.people.counterparts import share_offices
from detente.reading.people.delayed import name_delayed
from detente.reading.people.discourse import Discourse, in_order
from detente.reading.people.known import Known, known_people, settle_offices
from detente.reading.people.linking import link
from detente.reading.people.named_later import name_guests, name_offices, name_states
from detente.reading.people.names import find_names
from detente.reading.people.offices_held import held_after
from detente.reading.people.party_links import share_parties
from detente.reading.people.titles import titles
from detente.reading.people.tokens import Tokens

if TYPE_CHECKING:
    from spacy.tokens import Doc

register()


@Language.factory(
    "detente_people",
    assigns=["doc._.detente_people", "doc._.detente_mentions"],
    requires=["token.tag", "token.dep", "doc.ents"],
)
def _people(nlp: Language, name: str) -> People:  # noqa: ARG001 - the factory's signature is spaCy's
    return People()


class People:
    """Finds the people of a report, their offices and parties, and what each later mention stands for.

    Reads ``doc._.detente_party_mentions``. Sets ``doc._.detente_people`` and
    ``doc._.detente_mentions``.
    """

    def __call__(self, doc: Doc) -> Doc:
        """The Doc, with people and mentions. Raises MissingComponent without parties."""
        require(doc, "people")
        tokens = Tokens.of(doc)
        found = titles(tokens)
        spotted = find_names(tokens, found)
        held = held_after(tokens, spotted, found)
        chains, names = link(tokens, spotted)
        people = known_people(tokens, chains, held)
        by_number = {person.number: person for person in people}
        names = [name for name in names if name.person in by_number]
        name_delayed(tokens, by_number, names, found)
        for person in people:
            settle_offices(person)
        name_offices(tokens, by_number, names, found)
        share_offices(tokens, by_number, names)
        share_parties(tokens, by_number, names, found)
        name_guests(tokens, by_number, names, found)
        name_states(tokens, by_number, found)
        name_offices(tokens, by_number, names, found)
        bodies, named = parties(tokens, share_bodies(tokens, people, found))
        doc._.detente_parties += tuple(bodies)
        for person in people:
            settle_offices(person)
        identity = anchors(doc)
        ids = {person.number: identity.named("person", person.name) for person in people}
        discourse = Discourse(tokens, by_number, ids, names, found)
        doc._.detente_mentions = in_order([*discourse.mentions(), *named])
        for person in people:
            settle_offices(person)
        doc._.detente_people = tuple(_item(ids[person.number], tokens, person) for person in people)
        return doc


def _item(identity: str, tokens: Tokens, person: Known) -> Person:
    spans = [(tokens.start[name.start], tokens.end(name.end - 1)) for name in person.names]
    first = person.names[0]
    forms: dict[str, None] = {}
    for name in person.names:
        forms.setdefault(" ".join(tokens.words(name.start, name.end).split()))
        if len(name.key) == 1 and name.begin < name.start:
            forms.setdefault(" ".join(tokens.words(name.begin, name.end).split()))
    for start, end in person.described:
        forms.setdefault(" ".join(tokens.words(start, end).split()))
    forms.pop(person.name, None)
    return Person(
        id=identity,
        name=person.name,
        party=person.party,
        office=person.office,
        aliases=tuple(forms),
        mentions=tuple(Words.at(tokens.report, start, end) for start, end in spans),
        evidence=Words.at(tokens.report, tokens.start[first.begin], tokens.end(first.end - 1)),
        offices=tuple(person.offices),
        inferred=_inferred(person),
    )


def _inferred(person: Known) -> tuple[Inference, ...]:
    """From what the party is known, where the report does not say it of the person."""
    if person.party_basis in (None, "said"):
        return ()
    return (Inference("party", "table" if person.party_basis == "table" else "context"),)
