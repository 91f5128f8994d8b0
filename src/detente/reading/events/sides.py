"""Who does it to whom, where neither syntax nor a rule of context says: a trigger with roles -> the same, completed.

Each party named around the trigger (:mod:`detente.reading.events.beside`) is on an open side or not as the sum of the
weights of its traits has it. The weights were learned from annotated reports
(``training/events/sides.py``) and stand in ``sides.tsv``.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, NamedTuple

from detente.reading.english.cast import Actors
from detente.reading.events.beside import Around
from detente.reading.events.roles import Roles, is_spoken_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from spacy.tokens import Doc

    from detente.reading.events.beside import Situation
    from detente.reading.events.triggers import Trigger

Pair = tuple[float, float]
_LEAST = 0.85  # log odds from which a party is on an open side, seven to three: a wrong one is worse than none
_NOTHING = (0.0, 0.0)


class Chosen(NamedTuple):
    """Roles, and the log odds of the likeliest party of each side."""

    roles: Roles
    odds: Pair


@cache
def weights() -> Mapping[str, Pair]:
    """The weights of each trait for being the source and the target; a trait that it lacks weighs nothing."""
    text = files(__package__).joinpath("sides.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {trait: (float(source), float(target)) for trait, source, target in rows}


class Sides:
    """Chooses the sides of the happenings of one Doc; ``by`` other weights than the product's, none to leave all."""

    def __init__(self, doc: Doc, by: Mapping[str, Pair] | None = None) -> None:
        self._by = by if by is not None else weights()
        self.around = Around(doc)

    def chosen(self, trigger: Trigger, roles: Roles, situation: Situation) -> Chosen:
        """Both sides; of one that is given only the odds are new."""
        if not self._by:
            return Chosen(roles, _NOTHING)
        source: dict[str, float] = {}
        target: dict[str, float] = {}
        for party, traits in self.around.beside(trigger, roles, situation):
            known = [self._by.get(trait, _NOTHING) for trait in traits]
            source[party], target[party] = sum(s for s, _ in known), sum(t for _, t in known)
        spoken_of = is_spoken_of(trigger.name)  # whoever condemns or demands it has not done it
        actors = roles.source if roles.source or spoken_of else _side(source, roles.source, roles.target)
        patients = roles.target or _side(target, roles.target, actors)
        odds = (max(source.values(), default=0.0), max(target.values(), default=0.0))
        return Chosen(Roles(actors, patients), odds)


def _side(odds: dict[str, float], known: Actors, other: Actors) -> Actors:
    free = {party: each for party, each in odds.items() if party not in other.parties}
    parties = tuple(party for party, each in free.items() if each > _LEAST)
    return Actors(parties, known.people) if parties else known
