"""Stability where preferences are great or small, or not known.

Of two states a party prefers one; greatly, if the first want in which they differ is marked ``strongly``; or it is not
known which, if that want is marked ``unsure``. How a state is judged then depends on which of these count as a gain,
and which as an answer that spoils it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from detente.scenario.board import Board
from detente.scenario.model import Want

#: how a state compares with another for a party: greatly better, better, equally good, worse, greatly worse, not known
Relation = Literal["++", "+", "=", "-", "--", "?"]
CONCEPTS = ("nash", "gmr", "smr", "seq", "sseq")
MOST_STATES = 256  #: each is judged by searching for answers

BETTER: frozenset[Relation] = frozenset(("+", "++"))
NO_BETTER: frozenset[Relation] = frozenset(("=", "-", "--"))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What counts: as a gain that tempts a party away, as an end that deters it, and as a gain for those who answer."""

    tempts: frozenset[Relation]
    deters: frozenset[Relation]
    answers: frozenset[Relation] = BETTER


PLAIN = Judgement(BETTER, NO_BETTER)
#: Hamouda, Kilgour and Hipel (2004): an answer must leave the one who moved greatly worse than before
STRONG = Judgement(BETTER, frozenset(("--",)))
#: Li, Hipel, Kilgour and Fang (2004), types a to d: do unsure gains tempt, and do unsure losses deter
UNSURE = {
    "a": Judgement(BETTER | {"?"}, NO_BETTER, BETTER | {"?"}),
    "b": Judgement(BETTER, NO_BETTER, BETTER | {"?"}),
    "c": Judgement(BETTER | {"?"}, NO_BETTER | {"?"}, BETTER | {"?"}),
    "d": Judgement(BETTER, NO_BETTER | {"?"}, BETTER | {"?"}),
}


class Graded:
    """A board with how much, or whether surely, each party prefers one state to another.

    ``as_written``: wants that are marked unsure are taken as they stand.
    """

    def __init__(self, board: Board, *, as_written: bool = False) -> None:
        self.board, self._as_written = board, as_written
        self._wants = [party.wants[::-1] for party in board.parties]  # the least important first, as bits
        self._codes = [_codes(board, wants) for wants in self._wants]

    def relation(self, party: int, state: int, other: int) -> Relation:
        """How ``other`` compares with ``state`` for a party."""
        if self.board.parties[party].ranking is not None:
            difference = int(self.board.ranks[party][other]) - int(self.board.ranks[party][state])
            return "+" if difference > 0 else "-" if difference < 0 else "="
        codes = self._codes[party]
        differ = codes[state] ^ codes[other]
        if not differ:
            return "="
        first = differ.bit_length() - 1
        want = self._wants[party][first]
        if want.unsure and not self._as_written:
            return "?"
        if codes[other] >> first & 1:
            return "++" if want.strongly else "+"
        return "--" if want.strongly else "-"

    def stable(self, party: int, state: int, concept: str, judgement: Judgement) -> bool:
        """Whether a state is stable for a party under one of ``CONCEPTS``."""
        tempting = [
            target for target in self.board.moves(party, state)
            if self.relation(party, state, target) in judgement.tempts
        ]  # fmt: skip
        if concept == "nash":
            return not tempting
        return all(self._answered(party, state, target, concept, judgement) for target in tempting)

    def equilibria(self, concept: str, judgement: Judgement) -> list[int]:
        """The states that are stable for everybody."""
        parties = range(len(self.board.parties))
        return [
            state for state in range(len(self.board.states))
            if all(self.stable(party, state, concept, judgement) for party in parties)
        ]  # fmt: skip

    def _answered(self, party: int, state: int, gain: int, concept: str, judgement: Judgement) -> bool:
        def deters(end: int) -> bool:
            return self.relation(party, state, end) in judgement.deters

        def gains(other: int, here: int) -> list[int]:
            return [
                there for there in self.board.moves(other, here)
                if self.relation(other, here, there) in judgement.answers
            ]  # fmt: skip

        others = [other for other in range(len(self.board.parties)) if other != party]
        no_escape = concept in ("smr", "sseq")
        step = gains if concept in ("seq", "sseq") else None
        for end, way in self.board.ways(others, gain, step=step):
            if way and deters(end) and (not no_escape or all(map(deters, self.board.moves(party, end)))):
                return True
        return False


def _codes(board: Board, wants: Sequence[Want]) -> list[int]:
    """For each state which wants it satisfies, as bits."""
    codes = [0] * len(board.states)
    for bit, want in enumerate(wants):
        for state in board.states.holds(want.statement).nonzero()[0].tolist():
            codes[state] |= 1 << bit
    return codes
