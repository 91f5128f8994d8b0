"""Ways from now to an outcome: the shortest, and the one on which the fewest moves go against those who make them.

Status quo analysis of Li, Kilgour and Hipel (2005), with the moves themselves. A way is a legal sequence: nobody moves
twice in a row.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from heapq import heappop, heappush

from detente.errors import UsageError
from detente.scenario.board import Board, Step
from detente.scenario.limits import LIMITS
from detente.scenario.states import States


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


def check_size(states: States) -> None:
    """Raise UsageError where ways would be searched among too many states."""
    if len(states) > LIMITS.states_tried:
        raise UsageError(f"{len(states):,} states; ways are searched among at most {LIMITS.states_tried:,}")


def ways_to(board: Board, ends: Collection[int], start: int) -> dict[int, Ways]:
    """The ways from a state to each of some others. Raises UsageError where there are too many states to search."""
    check_size(board.states)
    moves = sum(lines.moves for lines in board.lines)
    if moves > LIMITS.moves_searched:
        raise UsageError(f"{moves:,} moves; ways are searched among at most {LIMITS.moves_searched:,}")
    shortest = _nearest(board, ends, start, improving=False)
    improving = _nearest(board, ends, start, improving=True)
    easiest = _easiest(board, ends, start)
    return {end: Ways(shortest.get(end), improving.get(end), easiest.get(end)) for end in ends}


def _nearest(board: Board, ends: Collection[int], start: int, *, improving: bool) -> dict[int, Way]:
    found = {}
    left = set(ends)
    for end, steps in board.ways(range(len(board.parties)), start, improving=improving):
        if end in left:
            found[end] = _way(board, start, steps)
            left.discard(end)
        if not left:
            break
    return found


def _easiest(board: Board, ends: Collection[int], start: int) -> dict[int, Way]:
    """Dijkstra's search over states with their last mover; a way costs its moves against somebody, then its moves."""
    left, found = set(ends), {}
    done: set[tuple[int, int]] = set()
    waiting: list[tuple[int, int, int, int, tuple[Step, ...]]] = [(0, 0, start, -1, ())]
    known: dict[tuple[int, int], tuple[int, int, tuple[Step, ...]]] = {}  # the best so far, waiting
    while waiting and left:
        against, length, state, last, steps = heappop(waiting)
        if (state, last) in done:
            continue
        done.add((state, last))
        if state in left:
            found[state] = _way(board, start, steps)
            left.discard(state)
        for party in range(len(board.parties)):
            if party == last:
                continue
            for target in board.moves(party, state):
                if (target, party) not in done:
                    cost = against + (not board.prefers(party, target, state))
                    further = (cost, length + 1, (*steps, Step(party, target)))
                    if (target, party) not in known or further < known[target, party]:
                        known[target, party] = further
                        heappush(waiting, (cost, length + 1, target, party, further[2]))
    return found


def _way(board: Board, start: int, steps: tuple[Step, ...]) -> Way:
    against, here = [], start
    for place, step in enumerate(steps):
        if not board.prefers(step.party, step.to, here):
            against.append(place)
        here = step.to
    return Way(here, steps, tuple(against))
