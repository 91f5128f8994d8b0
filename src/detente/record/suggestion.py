"""The record -> disputes that it may be about: pairs of parties that do something to one another or claim one place."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Select, select

from detente.knowledge.parties import kind_of, records
from detente.record.schema import current, item, item_who, who

_AT_ODDS = frozenset({"state", "group", "former state"})  # organisations are where disputes are held
_PLACES = 5  # that are named


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A pair of parties: in how many reports they act on one another, in how many events, and what both claim.

    ``places`` has the name of each place that both claim, with the number of reports that say so.
    """

    parties: tuple[str, str]
    names: tuple[str, str]
    reports: int
    events: int
    places: dict[str, int]

    @property
    def name(self) -> str:
        """A name for the dispute: its parties', and the place that is named most."""
        pair = f"{self.names[0]} and {self.names[1]}"
        return f"{pair}: {next(iter(self.places))}" if self.places else pair


def suggestions(connection: Connection, least: int = 2) -> list[Suggestion]:
    """Pairs with at least as many reports, those with most of them first."""
    events: Counter[tuple[str, str]] = Counter()
    reports: defaultdict[tuple[str, str], set[int]] = defaultdict(set)
    for one, other, reading_n in connection.execute(_pairs("events", "source", "target")):
        if pair := _pair(one, other):
            events[pair] += 1
            reports[pair].add(reading_n)
    places: defaultdict[tuple[str, str], defaultdict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    called: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for one, other, reading_n, text in connection.execute(
        _pairs("territories", "claimed_by", "claimed_by", item.c.json)
    ):
        if one < other and (pair := _pair(one, other)):
            place = json.loads(text)
            places[pair][place["known"] or place["name"]].add(reading_n)
            called[place["known"] or place["name"]][place["name"]] += 1
            reports[pair].add(reading_n)
    found = list(_suggestions(reports, events, places, called, least))
    return sorted(found, key=lambda one: (-one.reports, -one.events, one.parties))


def _suggestions(
    reports: dict[tuple[str, str], set[int]],
    events: Counter[tuple[str, str]],
    places: dict[tuple[str, str], defaultdict[str, set[int]]],
    called: dict[str, Counter[str]],
    least: int,
) -> Iterator[Suggestion]:
    known = records()
    for pair, numbers in reports.items():
        if len(numbers) >= least:
            usual = {place: min(names.items(), key=lambda one: (-one[1], one[0]))[0] for place, names in called.items()}
            counted = sorted(((len(where), usual[place]) for place, where in places.get(pair, {}).items()), key=_most)
            names = (known[pair[0]].name, known[pair[1]].name)
            named = {name: count for count, name in counted[:_PLACES]}
            yield Suggestion(pair, names, len(numbers), events[pair], named)


def _most(counted: tuple[int, str]) -> tuple[int, str]:
    return -counted[0], counted[1]


def _pair(one: str, other: str) -> tuple[str, str] | None:
    if one == other or kind_of(one) not in _AT_ODDS or kind_of(other) not in _AT_ODDS:
        return None
    return (one, other) if one < other else (other, one)


def _pairs(section: str, role: str, other_role: str, *more: Any) -> Select[Any]:
    """The parties in two fields of each item of a section, with the number of its reading."""
    first, second = item_who.alias("first"), item_who.alias("second")
    one, other = who.alias("one"), who.alias("other")
    joined = item.join(current, current.c.reading_n == item.c.reading_n)
    joined = joined.join(first, first.c.item_n == item.c.n).join(one, one.c.n == first.c.who_n)
    joined = joined.join(second, second.c.item_n == item.c.n).join(other, other.c.n == second.c.who_n)
    return (
        select(one.c.party, other.c.party, item.c.reading_n, *more)
        .select_from(joined)
        .where(item.c.section == section, first.c.role == role, second.c.role == other_role)
        .where(one.c.party != "", other.c.party != "", one.c.party != other.c.party)
    )
