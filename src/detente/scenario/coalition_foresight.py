"""Whether a coalition would leave a state, if it looks ahead to what the rest can answer.

After Inohara and Hipel (2008): a coalition's gain is a state that its members can reach together and each prefers; an
answer spoils it if some member then is no better off than before. Under SEQ each move of an answer is a gain for the
one who makes it; joint gains of several who answer are not considered.
"""

from __future__ import annotations

from collections.abc import Collection

from detente.scenario.board import Board

CONCEPTS = ("nash", "gmr", "smr", "seq")


def stays(board: Board, group: Collection[int], state: int, concept: str) -> bool:
    """Whether a state is stable for a coalition under one of ``CONCEPTS``. For a coalition of one: for that party."""
    rest = [party for party in range(len(board.parties)) if party not in group]

    def gain(end: int) -> bool:
        return all(board.prefers(member, end, state) for member in group)

    def spoils(end: int) -> bool:
        if gain(end):
            return False
        return concept != "smr" or not any(gain(further) for further, way in board.ways(group, end) if way)

    def answered(end: int) -> bool:
        return any(spoils(answer) for answer, way in board.ways(rest, end, improving=concept == "seq") if way)

    return all(concept != "nash" and answered(end) for end, way in board.ways(group, state) if way and gain(end))
