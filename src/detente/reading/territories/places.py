"""The places of one report while it is read: each with its names, its mentions, and what is said of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from detente.knowledge.territories import TerritoryRecord
from detente.knowledge.territory_words import TERRITORY

Sort = Literal["islands", "land", "waters"]
#: What each class of places is called, in the order in which they are asked.
SORTS: dict[Sort, frozenset[str]] = {  # codes: classes of places
    "islands": TERRITORY.islands,
    "waters": TERRITORY.waters,
    "land": TERRITORY.land,
}


@dataclass(slots=True)
class Said:
    """That the report says that a party claims or holds a place; ``start`` and ``end`` are its characters."""

    party: str
    start: int
    end: int


@dataclass(slots=True)
class Place:
    """One territory of the report. ``names`` and ``spans`` are characters ``[start, end)`` of the text."""

    record: TerritoryRecord | None
    sort: Sort
    names: list[tuple[int, int]] = field(default_factory=list)  #: where it is named
    others: list[tuple[int, int]] = field(default_factory=list)  #: where it is told again: "the four islands"
    claims: list[Said] = field(default_factory=list)
    holdings: list[Said] = field(default_factory=list)
    members: tuple[str, ...] = ()  #: the names that a list gives its parts
    noun: str | None = None  #: the noun of a list's phrase: "village"
    disputed: bool = False  #: whether the report calls it disputed, or names a claim or a holder

    @property
    def size(self) -> int:
        """How many parts it has in the table; 0 where that is not known."""
        return len(self.record.members) if self.record else 0


def sort_of_kind(kind: str) -> Sort:
    """The class of places that a kind of the table belongs to."""
    lemma = kind.removesuffix("s")
    for sort, nouns in SORTS.items():
        if lemma in nouns or kind == sort:
            return sort
    return "land"


def sort_of_noun(noun: str) -> Sort | None:
    """The class of places that a noun in lower case names, singular or plural; None for other nouns."""
    for sort, nouns in SORTS.items():
        if noun in nouns or noun.removesuffix("s") in nouns:
            return sort
    return None


class Places:
    """All places of a report, by the tokens that mean them, in the order in which they come up."""

    def __init__(self) -> None:
        self.all: list[Place] = []
        self.at: dict[int, Place] = {}  #: by token
        self.lists: dict[int, tuple[Place, ...]] = {}  #: by token of a list or its noun, all that it names
        self._by_id: dict[str, Place] = {}
        self._new: dict[str, Place] = {}

    def known(self, record: TerritoryRecord) -> Place:
        """The place of a record, made when first met."""
        place = self._by_id.get(record.id)
        if place is None:
            place = self._by_id[record.id] = self.made(record, sort_of_kind(record.kind))
        return place

    def made(self, record: TerritoryRecord | None, sort: Sort) -> Place:
        """A new place."""
        place = Place(record, sort)
        self.all.append(place)
        return place

    def new(self, name: str, sort: Sort) -> Place:
        """The place that only the report knows, by its name; made when first met."""
        if name not in self._new:
            self._new[name] = self.made(None, sort)
        return self._new[name]

    def get(self, id_: str) -> Place | None:
        """The place of a record, if the report has it."""
        return self._by_id.get(id_)
