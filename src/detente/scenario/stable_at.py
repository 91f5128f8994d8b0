"""Whether one state is stable for one party, by the definitions, with the moves that show it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from detente.scenario.board import Board, Step

CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")  #: those that one party's gains and the others' answers decide


@dataclass(frozen=True, slots=True)
class Answer:
    """How the others can answer a gain: their moves, and where they lead."""

    way: tuple[Step, ...]
    end: int


def stable_for(board: Board, party: int, state: int, concept: str, better: Callable[[int], bool] | None = None) -> bool:
    """Whether a state is stable for a party under one of ``CONCEPTS``.

    ``better`` says which states the party likes better than this one; by default its ranks do.
    """
    if better is None:
        better = better_than(board, party, state)
    gains = [target for target in board.moves(party, state) if better(target)]
    if concept == "nash":
        return not gains
    return all(answer_to(board, party, gain, concept, better) is not None for gain in gains)


def answer_to(board: Board, party: int, gain: int, concept: str, better: Callable[[int], bool]) -> Answer | None:
    """The nearest answer of the others to a gain, as the concept allows it; None where there is none.

    GMR: any moves to a state that is no better than the first. SMR: one that the party cannot escape from to a better.
    SEQ and SSEQ: the same by moves that the others gain by.
    """
    others = [other for other in range(len(board.parties)) if other != party]
    for end, way in board.ways(others, gain, improving=concept in ("seq", "sseq")):
        if way and not better(end):
            if concept in ("smr", "sseq") and any(better(escape) for escape in board.moves(party, end)):
                continue
            return Answer(way, end)
    return None


def better_than(board: Board, party: int, state: int) -> Callable[[int], bool]:
    """Which states a party likes better than this one."""
    rank = board.ranks[party]
    return lambda other: bool(rank[other] > rank[state])
