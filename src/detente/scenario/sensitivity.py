"""What follows from other wants: what becomes stable or no longer is, and whether a deal opens."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from detente.errors import UsageError
from detente.scenario.changes import Change, every_change
from detente.scenario.deals import better_for_all
from detente.scenario.limits import LIMITS
from detente.scenario.moves import CellMoves
from detente.scenario.preferences import Ranks, by_truth
from detente.scenario.simultaneous import simultaneous
from detente.scenario.solution import Game
from detente.scenario.stability import equilibria, stable
from detente.scenario.statement import Statement
from detente.scenario.states import States
from detente.scenario.truth import Bools


@dataclass(frozen=True, slots=True)
class Effect:
    """The effect of changes. States go by number; ``becomes`` and ``ceases`` by concept, where there is any."""

    changes: tuple[Change, ...]
    same_ranking: bool  #: whether every party ranks all states as before
    becomes: dict[str, tuple[int, ...]]  #: equilibria that were none
    ceases: dict[str, tuple[int, ...]]  #: equilibria no longer
    deals: tuple[int, ...]  #: what all then prefer to now and can reach
    holding: tuple[int, ...]  #: of the deals, those from which nobody gains by moving alone


def check_size(states: States) -> None:
    """Raise UsageError where trying every change would take too long."""
    if len(states) > LIMITS.states_tried:
        raise UsageError(
            f"{len(states):,} states; every change is tried in scenarios of at most {LIMITS.states_tried:,}"
        )


class Sensitivity:
    """Solves one game again and again with other wants; states, moves and the truth of statements are kept."""

    def __init__(self, game: Game) -> None:
        self.game = game
        self.ranks = game.ranks()
        self.base = self._equilibria(self.ranks)
        self._reach = None if game.now is None else game.moves.fewest(game.now, None)
        self.deals, self.holding = self._deals(self.ranks, self.base)
        self._truth: dict[Statement, Bools] = {}
        self._solved: dict[bytes, dict[str, Bools]] = {}

    def effect(self, changes: Sequence[Change]) -> Effect:
        """What follows from changes made one after another."""
        ranks = self.after(changes)
        if all(np.array_equal(new, old) for new, old in zip(ranks, self.ranks, strict=True)):
            return Effect(tuple(changes), True, {}, {}, self.deals, self.holding)
        key = b"".join(rank.tobytes() for rank in ranks)
        if key not in self._solved:
            self._solved[key] = self._equilibria(ranks)
        found = self._solved[key]
        becomes, ceases = {}, {}
        for concept, where in found.items():
            if new := tuple(np.flatnonzero(where & ~self.base[concept]).tolist()):
                becomes[concept] = new
            if gone := tuple(np.flatnonzero(self.base[concept] & ~where).tolist()):
                ceases[concept] = gone
        return Effect(tuple(changes), False, becomes, ceases, *self._deals(ranks, found))

    def after(self, changes: Sequence[Change]) -> list[Ranks]:
        """Each party's ranks after changes made one after another."""
        ids = [party.id for party in self.game.scenario.parties]
        ranks = list(self.ranks)
        for change in changes:
            ranks[ids.index(change.party)] = self._rank(change)
        return ranks

    def effects(self, parties: Iterable[int] | None = None) -> Iterator[Effect]:
        """The effect of every one-statement move or deletion, of all parties or of some. Raises UsageError."""
        check_size(self.game.states)
        for number, party in enumerate(self.game.scenario.parties):
            if parties is None or number in parties:
                for change in every_change(party):
                    yield self.effect([change])

    def _rank(self, change: Change) -> Ranks:
        for want in change.wants:
            if want.statement not in self._truth:
                self._truth[want.statement] = self.game.states.holds(want.statement)
        return by_truth([self._truth[want.statement] for want in change.wants], len(self.game.states))

    def _equilibria(self, ranks: Sequence[Ranks]) -> dict[str, Bools]:
        moves = self.game.moves
        found = stable(moves, ranks)
        if isinstance(moves, CellMoves):
            found["sim"] = simultaneous(moves, ranks)
        return {concept: equilibria(by_party) for concept, by_party in found.items()}

    def _deals(self, ranks: Sequence[Ranks], holds: dict[str, Bools]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        if self._reach is None:
            return (), ()
        found = better_for_all(self.game, ranks, self._reach)
        return tuple(found.tolist()), tuple(found[holds["nash"][found]].tolist())
