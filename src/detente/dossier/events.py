"""Clusters of mentions -> the events of a dossier, weightiest first; each is told when somebody asks for it.

A dispute of many reports has tens of thousands of them, and a brief tells some hundreds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import overload

from msgspec import Struct

from detente.dossier.event import DossierEvent, best_told, event_of
from detente.dossier.joining import Clusters, Join
from detente.dossier.mention import Mention
from detente.dossier.weight import Weight, weight

_AGAIN = 0.5  # share of its weight with which counts what the sentences of weightier events tell, too


class _Ranked(Struct, frozen=True, eq=False, gc=False):
    """A cluster, those of its mentions that are not told in passing, the one that tells it best, and its weight."""

    mentions: Sequence[Mention]
    core: Sequence[Mention]
    told: Mention
    weight: Weight


class Events(Sequence[DossierEvent]):
    """The events of clusters that change no more."""

    def __init__(self, made: Clusters, parties: Collection[str], confirmed: Collection[str]) -> None:
        self._made = made
        aside = {join.other for join in made.joins if join.by == "passing"}
        ranked = [_ranked(found, aside, parties, confirmed) for found in made.clusters()]
        self._ranked = _told_once(sorted(ranked, key=lambda one: (-one.weight.value, one.told.key)))
        self._told: dict[int, DossierEvent] = {}
        self._at: dict[str, int] = {}
        self._joins: tuple[defaultdict[str, list[Join]], defaultdict[str, list[Join]]] | None = None

    def __len__(self) -> int:
        return len(self._ranked)

    @overload
    def __getitem__(self, place: int) -> DossierEvent: ...

    @overload
    def __getitem__(self, place: slice) -> list[DossierEvent]: ...

    def __getitem__(self, place: int | slice) -> DossierEvent | list[DossierEvent]:
        if isinstance(place, slice):
            return [self._event(each) for each in range(*place.indices(len(self)))]
        return self._event(range(len(self))[place])

    def of(self, identity: str) -> DossierEvent | None:
        """The event that an item's id leads to."""
        if not self._at:
            self._at = {one.item: place for place, each in enumerate(self._ranked) for one in each.mentions}
        place = self._at.get(identity)
        return None if place is None else self._event(place)

    def ids(self) -> Collection[str]:
        """The ids of all mentions."""
        return self._made.root.keys()

    def told_in(self, numbers: Collection[int]) -> Iterator[DossierEvent]:
        """Those that a source of these numbers tells, weightiest first."""
        for place, one in enumerate(self._ranked):
            if any(each.source.number in numbers for each in one.mentions):
                yield self._event(place)

    def parties(self) -> Iterator[frozenset[str]]:
        """The parties of each event."""
        return (frozenset().union(*(each.parties for each in one.mentions)) for one in self._ranked)

    def _event(self, place: int) -> DossierEvent:
        if place not in self._told:
            one, root = self._ranked[place], self._made.find(self._ranked[place].told.item)
            joins, refused = self._every_join()
            reasons = tuple(joins.get(root, ())), tuple(refused.get(root, ()))
            self._told[place] = event_of(one.mentions, one.core, one.told, one.weight, *reasons)
        return self._told[place]

    def _every_join(self) -> tuple[defaultdict[str, list[Join]], defaultdict[str, list[Join]]]:
        """By the root of each cluster what was joined in it, and what was not joined to it."""
        if self._joins is None:
            self._joins = _by_cluster(self._made, self._made.joins), _by_cluster(self._made, self._made.refused)
        return self._joins


def _ranked(
    found: Sequence[Mention], aside: Collection[str], parties: Collection[str], confirmed: Collection[str]
) -> _Ranked:
    core = [one for one in found if one.item not in aside] or found
    return _Ranked(found, core, best_told(core), weight(found, parties, confirmed))


def _told_once(ranked: Sequence[_Ranked]) -> list[_Ranked]:
    """By their weight; of what stands below the lead and only in sentences of weightier ones only a share counts."""
    told: set[tuple[int, tuple[int, int]]] = set()
    shares: list[float] = []
    for one in ranked:
        sentences = {(each.source.number, each.sentence) for each in one.mentions}
        is_again = one.told.prominence == "body" and sentences <= told
        shares.append(_AGAIN if is_again else 1.0)
        told |= sentences
    return [
        one for _, one in sorted(zip(shares, ranked, strict=True), key=lambda pair: -pair[0] * pair[1].weight.value)
    ]


def _by_cluster(made: Clusters, given: Iterable[Join]) -> defaultdict[str, list[Join]]:
    """Joins by the cluster of either item."""
    found: defaultdict[str, list[Join]] = defaultdict(list)
    for join in given:
        for root in dict.fromkeys((made.find(join.one), made.find(join.other))):
            found[root].append(join)
    return found
