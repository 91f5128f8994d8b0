"""Which coalitions would leave together what nobody would leave alone."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from detente.scenario.board import Board
from detente.scenario.coalition_foresight import CONCEPTS, stays
from detente.scenario.coalitions import Coalition
from detente.scenario.solution import Solution
from detente.scenario.words.concepts import NAME, strongest
from detente.scenario.words.document import Block, Bullets, Paragraph
from detente.scenario.words.wording import Wording, listed

MOST_STATES = 8  #: named of one coalition
MOST_STATES_SEARCHED = 256  #: in larger games answers are not searched for


def left_together(solution: Solution, words: Wording) -> Iterator[Block]:
    """The coalitions that undo equilibria, each state told for its smallest ones only."""
    nash = solution.equilibria["nash"]
    undone = {group: nash & ~stays_put for group, stays_put in solution.coalition_nash.items()}
    by_group: dict[Coalition, list[int]] = {}
    for group, where in undone.items():
        smaller = [other_where for other, other_where in undone.items() if set(other) < set(group)]
        if states := np.flatnonzero(where & ~np.logical_or.reduce([np.zeros_like(where), *smaller])).tolist():
            by_group[group] = states
    if not by_group:
        return
    yield Paragraph("What nobody leaves alone may be left together, if each of a coalition gains by it:")
    yield Bullets(
        tuple(
            (
                f"{_named(words, group)} would leave {_numbered(states)} together.",
                tuple(_ahead(words.board, group, states)),
            )
            for group, states in sorted(by_group.items(), key=lambda item: (len(item[0]), item[0]))
        )
    )


def _ahead(board: Board, group: Coalition, states: list[int]) -> Iterator[str]:
    """Where the coalition would stay after all, for fear of what the rest can answer."""
    if len(board.states) > MOST_STATES_SEARCHED or len(group) == len(board.parties):
        return
    kept: dict[tuple[str, ...], list[int]] = {}
    for state in states[:MOST_STATES]:
        holds = [concept for concept in CONCEPTS[1:] if stays(board, group, state, concept)]
        if holds:
            kept.setdefault(tuple(strongest(holds)), []).append(state)
    for concepts, where in kept.items():
        names = listed([NAME[concept] for concept in concepts], quotes=False)
        yield f"In {_numbered(where)} they would stay if they look ahead to what the rest can answer ({names})."


def _named(words: Wording, group: Coalition) -> str:
    names = listed([words.mid(party) for party in group], quotes=False)
    return names[:1].upper() + names[1:]


def _numbered(states: list[int]) -> str:
    shown = [str(state + 1) for state in states[:MOST_STATES]]
    if len(states) > MOST_STATES:
        shown.append(f"{len(states) - MOST_STATES} more")
    return f"{'state' if len(states) == 1 else 'states'} {listed(shown, quotes=False)}"
