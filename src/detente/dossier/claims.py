"""A territory of a dossier -> who claims it and who holds it, with the reports that say so and the table's word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from detente.dossier.source import Source
from detente.dossier.territories import DossierTerritory, TerritoryTold
from detente.model.date import Date
from detente.model.items import Claim
from detente.model.references import Reference
from detente.model.words import Words


@dataclass(frozen=True, slots=True)
class ClaimTold:
    """Somebody's claim to a place, or hold of it; ``table`` is the date as of which the table of territories has it."""

    who: Reference
    said: tuple[tuple[Source, Words], ...]
    table: Date | None


def claimants(one: DossierTerritory) -> list[ClaimTold]:
    """Who claims it, those named by most reports first."""
    return _told((seen, claim) for seen in one.told for claim in seen.territory.claims)


def holders(one: DossierTerritory) -> list[ClaimTold]:
    """Who holds it or a part of it, likewise."""
    return _told((seen, claim) for seen in one.told for claim in seen.territory.holdings)


def _told(claims: Iterable[tuple[TerritoryTold, Claim]]) -> list[ClaimTold]:
    found: dict[str, tuple[Reference, list[tuple[Source, Words]], list[Date]]] = {}
    for seen, claim in claims:
        _, said, table = found.setdefault(claim.who.id or claim.who.name, (claim.who, [], []))
        if claim.evidence is not None:
            said.append((seen.source, claim.evidence))
        elif claim.as_of is not None:
            table.append(claim.as_of)
    told = [ClaimTold(who, tuple(said), table[0] if table else None) for who, said, table in found.values()]
    return sorted(told, key=lambda one: (-len({source.origin for source, _ in one.said}), one.who.name))
