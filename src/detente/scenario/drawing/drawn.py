"""The graph of a solution: which states and moves are worth drawing, and what was left out."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

import numpy as np

from detente.scenario.board import Board
from detente.scenario.deals import deals
from detente.scenario.drawing.graph import Arrow, Graph, Node
from detente.scenario.solution import Solution
from detente.scenario.words.concepts import NAME, strongest
from detente.scenario.words.wording import Wording

MOST_NODES = 16
MOST_ARROWS = 32


def drawn(solution: Solution) -> Graph:
    """Choose what to draw: now, what holds, deals, and what gains lead to from there, nearest first."""
    board = Board.of(solution.game, solution.ranks)
    words = Wording(board)
    states = _chosen(solution, board)
    arrows = _arrows(board, states, best=False)
    notes = ["Double border: holds, under the foresight named. Arrows: moves by which a party gains."]
    if len(arrows) > MOST_ARROWS:
        arrows = _arrows(board, states, best=True)
        notes = ["Double border: holds, under the foresight named. Arrows: each party's best gains, not all gains."]
    if len(states) < len(board.states):
        left = f"Drawn are {len(states)} of {len(board.states):,} states: now, what holds, deals, and where gains lead."
        notes.append(left)
    if board.now is not None:
        notes.append("Grey: now.")
    return Graph(
        title=board.scenario.name,
        parties=tuple(words.names),
        nodes=tuple(_node(solution, words, state) for state in states),
        arrows=tuple(arrows),
        notes=tuple(notes),
    )


def _chosen(solution: Solution, board: Board) -> list[int]:
    if len(board.states) <= MOST_NODES:
        return list(range(len(board.states)))
    chosen: dict[int, None] = {}
    for state in _worth_it(solution, board):
        if len(chosen) >= MOST_NODES:
            break
        chosen[state] = None
    return sorted(chosen)


def _worth_it(solution: Solution, board: Board) -> Iterator[int]:
    """States by how much they tell."""
    if board.now is not None:
        yield board.now
    for concept in ("nash", "seq", "sseq"):
        yield from np.flatnonzero(solution.equilibria[concept])[: MOST_NODES // 2].tolist()
    yield from (deal.state for deal in deals(solution)[: MOST_NODES // 2])
    everybody = range(len(board.parties))
    if board.now is not None:
        yield from (state for state, _ in board.ways(everybody, board.now, improving=True, most=MOST_NODES))
    for concept in ("smr", "gmr"):
        yield from np.flatnonzero(solution.equilibria[concept]).tolist()
    if board.now is not None:
        yield from (state for state, _ in board.ways(everybody, board.now, most=MOST_NODES))


def _arrows(board: Board, states: list[int], *, best: bool) -> list[Arrow]:
    shown = set(states)
    found = []
    for state in states:
        for party in range(len(board.parties)):
            targets = [target for target in board.improvements(party, state) if target in shown]
            if best and targets:
                top = board.ranks[party][targets[0]]
                targets = [target for target in targets if board.ranks[party][target] == top]
            found += [Arrow(state, target, party) for target in targets]
    return found


def _node(solution: Solution, words: Wording, state: int) -> Node:
    taken = [option.id for option in words.options(state)]
    lines = wrap(" + ".join(taken), 26, break_long_words=False, break_on_hyphens=False) or ["nothing taken"]
    holds = strongest([concept for concept, where in solution.equilibria.items() if where[state]])
    told = f"holds: {', '.join(NAME[concept] for concept in holds)}" if holds else ""
    now = state == words.board.now
    return Node(state, f"{state + 1} now" if now else f"{state + 1}", tuple(lines), told, now)
