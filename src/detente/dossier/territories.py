"""Sources -> each place that somebody claims, once, with every report that tells of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from msgspec import Struct

from detente.dossier.source import Source
from detente.model.items import Territory
from detente.model.references import Reference


class TerritoryTold(Struct, frozen=True, gc=False):
    """A territory as one report has it."""

    source: Source
    territory: Territory


@dataclass(frozen=True, slots=True)
class DossierTerritory:
    """A territory; ``id`` is that of its earliest-published item. Being listed says nothing on whose it is."""

    id: str
    name: str
    known: str | None  #: its id in the table of territories
    claimed_by: tuple[Reference, ...]  #: by any report or the table, each once
    held_by: Reference | None  #: as the first report has it
    told: tuple[TerritoryTold, ...]


def territories(given: Iterable[Source]) -> list[DossierTerritory]:
    """The territories, those of most reports first; one of the table is known by its id, others by their name."""
    found: dict[str, list[TerritoryTold]] = {}
    for source in given:
        for item in source.digest.territories:
            found.setdefault(item.known or item.name, []).append(TerritoryTold(source, item))
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    return [_territory(told) for _, told in ordered]


def _territory(told: list[TerritoryTold]) -> DossierTerritory:
    first = told[0].territory
    claimants = {who.id or who.name: who for one in told for who in one.territory.claimed_by if who.name != first.name}
    return DossierTerritory(first.id, first.name, first.known, tuple(claimants.values()), first.held_by, tuple(told))
