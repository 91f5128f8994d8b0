"""An event of a dossier -> other events that somebody may take for the same: of about its days, with its parties."""

from __future__ import annotations

from detente.dossier.account import Dossier
from detente.dossier.content import content
from detente.dossier.days import overlap, span
from detente.dossier.event import DossierEvent

_SLACK = 7  # days
_PREFIX = "event-"


def near(made: Dossier, one: DossierEvent, most: int = 12) -> list[tuple[str, DossierEvent]]:
    """The events nearest in words, each with the id of an item by which it can be named; none for what has no date."""
    days, parties, words = span(one.date), one.parties, set(content(one.clause))
    found: list[tuple[float, str, DossierEvent]] = []
    for other in made.events:
        when = span(other.date)
        if other is one or days is None or when is None or not overlap(days, when, _SLACK):
            continue
        if not parties & other.parties:
            continue
        named = next((mention.item for mention in other.mentions if mention.item.startswith(_PREFIX)), None)
        shared = words & set(content(other.clause))
        if named is not None and shared:
            found.append((-len(shared) / len(words), named, other))
    return [(named, other) for _, named, other in sorted(found, key=lambda each: each[:2])[:most]]
