"""The tables of parties as records, one for each party."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from detente.model.items import PartyKind


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """What the tables know of one party. ``id`` is ISO 3166-1 or 3166-3 alpha-3, XKX, or a name."""

    id: str
    kind: PartyKind
    name: str
    names: tuple[str, ...] = ()  #: others in use, abbreviations included
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()  #: the first is the capital; after ``~`` known, but not read as its government
    part_of: str | None = None  #: the organisation, or the state in which a group is at home


@cache
def records() -> dict[str, PartyRecord]:
    """Every party of the tables by its id, in the order of the tables."""
    found: dict[str, PartyRecord] = {}
    for table, kind in _PLACED.items():
        for row in rows(table):
            id_, name, names, adjectives, people, capitals = row
            found[id_] = PartyRecord(id_, kind, name, _list(names), _list(adjectives), _list(people), _list(capitals))
    for id_, name, names, adjectives, part_of in rows("organisations"):
        others = (id_, *_list(names))
        found[id_] = PartyRecord(id_, "organisation", name, others, _list(adjectives), part_of=part_of or None)
    for id_, name, names, state in rows("groups"):
        found[id_] = PartyRecord(id_, "group", name, _with_id(id_, names), part_of=state or None)
    return found


def kind_of(party: str) -> PartyKind | None:
    """What kind of party the tables say that it is; None for one that they lack."""
    record = records().get(party)
    return record.kind if record is not None else None


_PLACED: dict[str, PartyKind] = {
    "states": "state",
    "territories": "state",
    "former_states": "former state",
    "de_facto": "group",
}


def rows(table: str) -> list[tuple[str, ...]]:
    """The rows of ``parties/<table>.tsv`` without its head. Raises ValueError where a row lacks a field."""
    text = files(__package__).joinpath(f"{table}.tsv").read_text(encoding="utf-8")
    lines = [tuple(line.split("\t")) for line in text.splitlines() if line and not line.startswith("#")]
    head, *body = lines
    for line in body:
        if len(line) != len(head):
            raise ValueError(f"{table}.tsv: {len(line)} fields where the head has {len(head)}: {line[0]}")
    return body


@cache
def word_lists(table: str) -> dict[str, Any]:
    """``parties/<table>.toml``."""
    text = files(__package__).joinpath(f"{table}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _with_id(id_: str, names: str) -> tuple[str, ...]:
    """The names with the id, unless the table has it among the names as one that needs company."""
    listed = _list(names)
    return listed if f"?{id_}" in listed else (id_, *listed)


def _list(field: str) -> tuple[str, ...]:
    return tuple(part for part in field.split(";") if part)
