"""Ids of people and parties -> references to them, with the names that a reader knows them by."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from detente.knowledge.parties import records
from detente.model.references import Reference

if TYPE_CHECKING:
    from spacy.tokens import Doc

    from detente.model.items import Person


class Cited:
    """Makes references to the people and parties of one Doc. Needs its ``detente_parties`` and ``detente_people``."""

    def __init__(self, doc: Doc) -> None:
        self.people: dict[str, Person] = {person.id: person for person in doc._.detente_people or ()}
        self._parties = {party.id: party.name for party in doc._.detente_parties or ()}

    def person(self, id_: str) -> Reference:
        """A person of the Doc, by id."""
        return Reference("person", id_, self.people[id_].name)

    def party(self, id_: str) -> Reference:
        """A party, by id: as the Doc has it, else as the tables do."""
        known = records().get(id_)
        return Reference("party", id_, self._parties.get(id_) or (known.name if known else id_))

    def parties(self, ids: Iterable[str]) -> tuple[Reference, ...]:
        """Each party once, in order."""
        return tuple(self.party(id_) for id_ in dict.fromkeys(ids))

    def persons(self, ids: Iterable[str]) -> tuple[Reference, ...]:
        """Each person once, in order."""
        return tuple(self.person(id_) for id_ in dict.fromkeys(ids))

    def party_of(self, who: Reference | None) -> str | None:
        """The id of the party that somebody is of, or is."""
        if who is None or who.kind == "described":
            return None
        return who.id if who.kind == "party" else self.people[str(who.id)].party
