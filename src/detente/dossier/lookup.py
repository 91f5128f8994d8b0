"""A dossier -> what of it an item of a report belongs to: the event, date, agreement, person or territory.

An item's id leads to the one entry that it is part of; whatever else has no entry stands for itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from detente.dossier.account import Dossier
from detente.dossier.agenda import Due
from detente.dossier.agreements import DossierAgreement
from detente.dossier.event import DossierEvent
from detente.dossier.people import Somebody
from detente.dossier.source import Source
from detente.dossier.territories import DossierTerritory
from detente.model.items import Statement

Entry = DossierEvent | Due | DossierAgreement | Somebody | DossierTerritory


class Lookup:
    """The entries of a dossier by the ids of their items, and the keys of its reports."""

    def __init__(self, made: Dossier) -> None:
        self.made = made
        self.keys = frozenset(source.head.key for source in made.sources)  #: of its reports
        self._due: dict[str, Entry] = {step.item: due for due in made.agenda for step in due.history}
        self._entries: dict[str, Entry] = dict(_entries(made))

    def entry(self, identity: str) -> Entry | None:
        """What an item is part of; null where it stands alone, or belongs to another dispute."""
        return self._entries.get(identity) or self.made.event(identity) or self._due.get(identity)

    def statements(self, one: Somebody) -> list[tuple[Source, Statement]]:
        """What somebody said, in the order of the reports."""
        ids = {seen.source.id: seen.person.id for seen in one.seen}
        return [
            (source, statement)
            for source in self.made.sources
            if source.id in ids
            for statement in source.reading.statements or ()
            if ids[source.id] in {who.id for who in (statement.speaker, *statement.speakers) if who is not None}
        ]


def _entries(made: Dossier) -> Iterator[tuple[str, Entry]]:
    """What is no event; of two entries of one item the later holds."""
    for somebody in made.people:
        yield from ((seen.person.id, somebody) for seen in somebody.seen)
    for territory in made.territories:
        yield from ((told.territory.id, territory) for told in territory.told)
    yield from _agreements(made)


def _agreements(made: Dossier) -> Iterator[tuple[str, Entry]]:
    at = {
        (step.source.id, step.words.start, step.words.end): one for one in made.agreements for step in one.history
    }  # fmt: skip
    for source in made.sources:
        for item in (told.agreement for told in source.digest.agreements):
            for words in (item.evidence, *item.mentions):
                if (one := at.get((source.id, words.start, words.end))) is not None:
                    yield item.id, one
                    break
