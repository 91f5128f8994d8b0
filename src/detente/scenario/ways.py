"""Ways from now to an outcome: the shortest, and the one on which the fewest moves go against those who make them.

Status quo analysis of Li, Kilgour and Hipel (2005), with the moves themselves. A way is a legal sequence: nobody moves
twice in a row.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from heapq import heappop, heappush

from detente.errors import UsageError
from detente.scenario.game import Game, Step

MOST_STATES = 1 << 14


@dataclass(frozen=True, slots=True)
class Way:
    """Moves that lead to ``end``; ``against`` has the places, from 0, of those whose mover does not gain."""

    end: int
    steps: tuple[Step, ...]
    against: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Ways:
    """How an outcome can be reached. Each is None where it cannot be, in that manner."""

    shortest: Way | None
    improving: Way | None  #: each move is a gain for the one who makes it
    easiest: Way | None  #: with the fewest moves that are not; of those the shortest


def ways_to(game: Game, ends: Collection[int], start: int) -> dict[int, Ways]:
    """The ways from a state to each of some others. Raises UsageError where there are too many states to search."""
    if len(game.states) > MOST_STATES:
        raise UsageError(f"{len(game.states):,} states; ways are searched among at most {MOST_STATES:,}")
    shortest = _nearest(game, ends, start, improving=False)
    improving = _nearest(game, ends, start, improving=True)
    easiest = _easiest(game, ends, start)
    return {end: Ways(shortest.get(end), improving.get(end), easiest.get(end)) for end in ends}


def _nearest(game: Game, ends: Collection[int], start: int, *, improving: bool) -> dict[int, Way]:
    found = {}
    left = set(ends)
    for end, steps in game.ways(range(len(game.parties)), start, improving=improving):
        if end in left:
            found[end] = _way(game, start, steps)
            left.discard(end)
        if not left:
            break
    return found


def _easiest(game: Game, ends: Collection[int], start: int) -> dict[int, Way]:
    """Dijkstra's search over states with their last mover; a way costs its moves against somebody, then its moves."""
    left, found = set(ends), {}
    done: set[tuple[int, int]] = set()
    waiting: list[tuple[int, int, int, int, tuple[Step, ...]]] = [(0, 0, start, -1, ())]
    while waiting and left:
        against, length, state, last, steps = heappop(waiting)
        if (state, last) in done:
            continue
        done.add((state, last))
        if state in left:
            found[state] = _way(game, start, steps)
            left.discard(state)
        for party in range(len(game.parties)):
            if party == last:
                continue
            for target in game.moves(party, state):
                if (target, party) not in done:
                    cost = against + (not game.prefers(party, target, state))
                    heappush(waiting, (cost, length + 1, target, party, (*steps, Step(party, target))))
    return found


def _way(game: Game, start: int, steps: tuple[Step, ...]) -> Way:
    against, here = [], start
    for place, step in enumerate(steps):
        if not game.prefers(step.party, step.to, here):
            against.append(place)
        here = step.to
    return Way(here, steps, tuple(against))
