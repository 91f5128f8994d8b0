"""The table of territories as records."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.knowledge.loader import BadTable, Entry, rows
from detente.model.date import Date

TerritoryStatus = Literal["active", "dormant", "settled"]


@dataclass(frozen=True, slots=True)
class TerritoryName:
    """One name in use. ``side`` is the party that uses it; None where it is common or neutral."""

    text: str
    side: str | None = None
    weak: bool = False  #: counts only in company: a claimant or another name of the territory
    acts: bool = False  #: also names who governs there


@dataclass(frozen=True, slots=True)
class TerritoryRecord:
    """What the tables know of one territory, as of a date. ``coordinates`` are latitude and longitude in degrees."""

    id: str
    kind: str
    names: tuple[TerritoryName, ...]
    members: tuple[str, ...]
    claimed_by: tuple[str, ...]
    held_by: tuple[str, ...]
    coordinates: tuple[float, float]
    status: TerritoryStatus
    as_of: Date


class _Fact(Entry, frozen=True, kw_only=True):
    id: str
    kind: str
    members: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    held_by: tuple[str, ...] = ()
    lat: float
    lon: float
    status: TerritoryStatus
    as_of: Date


class _Name(Entry, frozen=True):
    territory: str
    name: str
    side: str | None = None
    use: Literal["weak", "acts"] | None = None


@cache
def territories() -> dict[str, TerritoryRecord]:
    """Every territory by its id, in the order of the table. Raises BadTable."""
    facts = rows("facts/territories", _Fact, "id")
    names: dict[str, list[TerritoryName]] = {fact.id: [] for fact in facts}
    for row in rows("en/territory_names", _Name):
        if row.territory not in names:
            raise BadTable("en/territory_names.tsv", 1, f"not in facts/territories.tsv: {row.territory}")
        names[row.territory].append(TerritoryName(row.name, row.side, row.use == "weak", row.use == "acts"))
    return {
        fact.id: TerritoryRecord(
            fact.id,
            fact.kind,
            _names(fact.id, names[fact.id]),
            fact.members,
            fact.claimed_by,
            fact.held_by,
            (fact.lat, fact.lon),
            fact.status,
            fact.as_of,
        )
        for fact in facts
    }


@cache
def wholes() -> dict[str, str]:
    """What each part belongs to, by id."""
    return {member: record.id for record in territories().values() for member in record.members}


def _names(id_: str, listed: list[TerritoryName]) -> tuple[TerritoryName, ...]:
    """The names listed; the id is a name of its own unless it stands there with a mark or a side."""
    if "(" in id_ or any(name.text == id_ for name in listed):
        return tuple(listed)
    return (TerritoryName(id_), *listed)
