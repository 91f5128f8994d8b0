"""The table of territories as records."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

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
    """What the table knows of one territory, as of a date. ``coordinates`` are latitude and longitude in degrees."""

    id: str
    kind: str
    names: tuple[TerritoryName, ...]
    members: tuple[str, ...]
    claimed_by: tuple[str, ...]
    held_by: tuple[str, ...]
    coordinates: tuple[float, float]
    status: TerritoryStatus
    as_of: Date


@cache
def territories() -> dict[str, TerritoryRecord]:
    """Every territory by its id, in the order of the table. Raises ValueError where a row is not whole."""
    found: dict[str, TerritoryRecord] = {}
    text = files(__package__).joinpath("territories.tsv").read_text(encoding="utf-8")
    head, *body = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    for row in body:
        if len(row) != len(head):
            raise ValueError(f"territories.tsv: {len(row)} fields where the head has {len(head)}: {row[0]}")
        id_, kind, names, members, claimed_by, held_by, lat, lon, status, as_of = row
        if id_ in found:
            raise ValueError(f"territories.tsv: twice in the table: {id_}")
        found[id_] = TerritoryRecord(
            id_,
            kind,
            _names(id_, names),
            _list(members),
            _list(claimed_by),
            _list(held_by),
            (float(lat), float(lon)),
            cast("TerritoryStatus", status),
            Date.parse(as_of),
        )
    return found


@cache
def wholes() -> dict[str, str]:
    """What each part belongs to, by id."""
    return {member: record.id for record in territories().values() for member in record.members}


@cache
def word_classes() -> dict[str, frozenset[str]]:
    """The words of places, claims and holding, as ``words.toml`` has them."""
    table = tomllib.loads(files(__package__).joinpath("words.toml").read_text(encoding="utf-8"))
    return {name: frozenset(words) for name, words in table.items()}


def _names(id_: str, field: str) -> tuple[TerritoryName, ...]:
    """The names listed; the id is a name of its own unless it stands there with a mark or a side."""
    listed = [_name(name) for name in _list(field)]
    if "(" in id_ or any(name.text == id_ for name in listed):
        return tuple(listed)
    return (TerritoryName(id_), *listed)


def _name(field: str) -> TerritoryName:
    side, colon, text = field.partition(":")
    if not colon:
        side, text = "", field
    return TerritoryName(text.lstrip("?~"), side or None, text.startswith("?"), text.startswith("~"))


def _list(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split(";") if part)
