"""The tables of parties as records, one for each party: what it is, and what it is called in English."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache

from detente.knowledge.loader import BadTable, Entry, rows
from detente.model.items import PartyKind

#: The tables of English names, in the order in which a name that two parties share is given.
TABLES = ("states", "territories", "former_states", "de_facto", "organisations", "groups")


@dataclass(frozen=True, slots=True)
class PartyRecord:
    """What the tables know of one party.

    ``id`` is ISO 3166-1 or 3166-3 alpha-3, XKX, or a code of upper-case ASCII letters, digits, hyphens and spaces.
    """

    id: str
    kind: PartyKind
    name: str
    names: tuple[str, ...] = ()  #: others in use, abbreviations included
    adjectives: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()  #: the first is the capital; after ``~`` known, but not read as its government
    part_of: str | None = None  #: the organisation, or the state in which a group is at home


class _Fact(Entry, frozen=True):
    id: str
    kind: PartyKind
    part_of: str | None = None


class _Group(Entry, frozen=True):
    id: str
    name: str
    names: tuple[str, ...] = ()


class _Organisation(_Group, frozen=True):
    adjectives: tuple[str, ...] = ()


class _Placed(_Organisation, frozen=True):
    people: tuple[str, ...] = ()
    capitals: tuple[str, ...] = ()


class PartyName(Entry, frozen=True):
    """A name that stands for a party: a seat or organ, or the first part of a joined adjective (Sino)."""

    name: str
    party: str


class Administrations(Entry, frozen=True):
    """A party and the names that its administrations or governments went by."""

    party: str
    names: tuple[str, ...]


def named(table: str) -> tuple[_Group, ...]:
    """The rows of one of ``TABLES``. Raises BadTable."""
    kind = {"organisations": _Organisation, "groups": _Group}.get(table, _Placed)
    return rows(f"en/parties/{table}", kind, "id")


@cache
def records() -> dict[str, PartyRecord]:
    """Every party of the tables by its id, in the order of the tables. Raises BadTable."""
    facts = {fact.id: fact for fact in rows("facts/parties", _Fact, "id")}
    found: dict[str, PartyRecord] = {}
    for table in TABLES:
        for row in named(table):
            fact = facts.get(row.id)
            if fact is None or row.id in found:
                raise BadTable(f"en/parties/{table}.tsv", 1, f"not once in facts/parties.tsv: {row.id}")
            fields = {name: getattr(row, name) for name in row.__struct_fields__}
            found[row.id] = PartyRecord(kind=fact.kind, part_of=fact.part_of, **fields)
    return found


def kind_of(party: str) -> PartyKind | None:
    """What kind of party the tables say that it is; None for one that they lack."""
    record = records().get(party)
    return record.kind if record is not None else None


def neutral(name: str) -> str:
    """The id of what has no row in the tables: its words, "Gulf Arab monarchies", without an article before them."""
    return " ".join(unicodedata.normalize("NFC", name).split()).removeprefix("the ").removeprefix("The ")
