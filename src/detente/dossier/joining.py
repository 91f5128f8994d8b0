"""Mentions -> clusters, each one happening; every mention in exactly one.

Only mentions that stand near one another in a block are compared (:mod:`detente.dossier.blocks`): no
loop over all pairs. The best pairs are joined first, unless the dates of what they belong to exclude one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from detente.dossier.blocks import pairs
from detente.dossier.days import Span, overlap
from detente.dossier.likeness import JOINS, SLACK, Weights, likeness
from detente.dossier.mention import Mention


@dataclass(frozen=True, slots=True)
class Join:
    """That two items are the same, and why; ``by`` is ``likeness``, ``process`` or ``analyst``."""

    one: str
    other: str
    why: str
    by: str


@dataclass(frozen=True, slots=True)
class Decisions:
    """What the analyst said of items by id: which pairs are one, and which are not."""

    must: frozenset[tuple[str, str]] = frozenset()
    cannot: frozenset[tuple[str, str]] = frozenset()


@dataclass
class Clusters:
    """A union of mentions that keeps the days which all of a cluster's exact dates allow."""

    every: Sequence[Mention]
    decisions: Decisions
    root: dict[str, str] = field(default_factory=dict)
    members: dict[str, list[Mention]] = field(default_factory=dict)
    exact: dict[str, Span | None] = field(default_factory=dict)
    joins: list[Join] = field(default_factory=list)
    refused: list[Join] = field(default_factory=list)

    def __post_init__(self) -> None:
        for one in self.every:
            self.root[one.item] = one.item
            self.members[one.item] = [one]
            exact = one.span is not None and one.span[1] - one.span[0] <= SLACK
            known = one.span if exact and one.status != "scheduled" else None  # a plan may be put off
            self.exact[one.item] = known
        self._apart: defaultdict[str, set[str]] = defaultdict(set)
        for first, second in self.decisions.cannot:
            self._apart[first].add(second)
            self._apart[second].add(first)

    def find(self, identity: str) -> str:
        """The id of the cluster that an item is in."""
        while self.root[identity] != identity:
            self.root[identity] = self.root[self.root[identity]]
            identity = self.root[identity]
        return identity

    def join(self, one: str, other: str, why: str, by: str) -> bool:
        """Make two items' clusters one, unless their dates or the analyst keep them apart."""
        first, second = sorted((self.find(one), self.find(other)))
        if first == second:
            return True
        reason = None if by == "analyst" else self._reason(first, second)
        if self._kept_apart(first, second):
            reason = "the analyst keeps them apart"
        if reason:
            self.refused.append(Join(one, other, f"{reason} ({why})", by))
            return False
        self.joins.append(Join(one, other, why, by))
        self.root[second] = first
        self.members[first] += self.members.pop(second)
        self.exact[first] = _both(self.exact[first], self.exact.pop(second))
        return True

    def _reason(self, first: str, second: str) -> str | None:
        one, other = self.exact[first], self.exact[second]
        if one and other and not overlap(one, other, SLACK):
            return "their dates exclude one another"
        return None

    def _kept_apart(self, first: str, second: str) -> bool:
        if not self._apart:
            return False
        ids = {mention.item for mention in self.members[second]}
        return any(self._apart[mention.item] & ids for mention in self.members[first] if mention.item in self._apart)

    def clusters(self) -> list[list[Mention]]:
        """Every cluster, its mentions in order, the clusters by their first."""
        made = [sorted(found, key=lambda one: one.key) for found in self.members.values()]
        return sorted(made, key=lambda found: found[0].key)


def _both(one: Span | None, other: Span | None) -> Span | None:
    if one is None or other is None:
        return one or other
    return min(one[0], other[0]), max(one[1], other[1])


def put_together(made: Clusters) -> None:
    """Join what the analyst says is one: the whole events that the two items are in by then, whatever their dates."""
    for first, second in sorted(made.decisions.must):
        if first in made.root and second in made.root:
            made.join(first, second, "put together by the analyst", "analyst")


def joined(every: Sequence[Mention], decisions: Decisions, weights: Weights) -> Clusters:
    """The mentions, put together; ``every`` in order of their keys."""
    made = Clusters(every, decisions)
    scored = []
    for first, second in pairs(every, weights):
        one, other = every[first], every[second]
        found = likeness(one, other, weights)
        if found is not None and found.score >= JOINS:
            scored.append((-round(found.score, 9), one.key, other.key, found.why))
    for _, one_key, other_key, why in sorted(scored):
        made.join(one_key[2], other_key[2], why, "likeness")
    return made
