"""States, moves and preferences in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from detente.scenario.board import Board, Step
from detente.scenario.model import Option, Party, Want


class Wording:
    """Words for the states, parties and moves of one board."""

    def __init__(self, board: Board) -> None:
        self.board = board
        self.parties = board.scenario.parties
        self.names = [party.name for party in self.parties]
        self._bit = {option.id: bit for bit, option in enumerate(board.scenario.options)}

    def mid(self, party: int) -> str:
        """A party's name inside a sentence."""
        name = self.names[party]
        return f"the {name[4:]}" if name.startswith("The ") else name

    def name(self, state: int) -> str:
        """``state 12``, by its place in the list of states; ``now`` is said with it."""
        return f"state {state + 1}" + (" (now)" if state == self.board.now else "")

    def options(self, state: int, letter: str = "Y") -> list[Option]:
        """The options that are taken (or, with another letter of the key, are not or differ) in a state."""
        key = self.board.states.key(state)
        return [option for option, one in zip(self.board.scenario.options, key, strict=True) if one == letter]

    def ids(self, state: int) -> str:
        """``two_first + ru_ready``: the ids of what is taken."""
        return " + ".join(option.id for option in self.options(state)) or "nothing taken"

    def by_party(self, state: int) -> list[str]:
        """``Japan: Settle for …; Sign …``, a line a party."""
        lines = []
        for party in self.parties:
            own = [option for option in self.board.scenario.options if option.party == party.id]
            if not own:
                continue
            taken = [option.text for option in self.options(state) if option.party == party.id]
            either = [f"{option.text} (or not)" for option in self.options(state, "-") if option.party == party.id]
            lines.append(f"{party.name}: {'; '.join([*taken, *either]) or 'nothing of what it could do'}")
        return lines

    def state(self, state: int) -> str:
        """A state in one line: what everybody does."""
        taken = [
            f"{party.name}: {texts}"
            for party in self.parties
            if (texts := "; ".join(option.text for option in self.options(state) if option.party == party.id))
        ]
        return f"{self.name(state)} [{' · '.join(taken) or 'nobody does anything'}]"

    def move(self, party: int, source: int, target: int) -> str:
        """``Japan takes up “Sign a peace treaty” and drops “…”``."""
        return f"{self.names[party]} {self.doing(party, source, target)}"

    def doing(self, party: int, source: int, target: int) -> str:
        """The same without the name."""
        states = self.board.states
        before, after = states.key(source), states.key(target)
        own = [option for option in self.board.scenario.options if option.party == self.parties[party].id]
        up = [option.text for option in own if after[self._bit[option.id]] == "Y" != before[self._bit[option.id]]]
        down = [option.text for option in own if after[self._bit[option.id]] == "N" != before[self._bit[option.id]]]
        done = [f"takes up {listed(up)}"] if up else []
        done += [f"drops {listed(down)}"] if down else []
        return " and ".join(done) or "moves"

    def way(self, start: int, steps: Sequence[Step]) -> str:
        """Several moves in turn."""
        told = []
        for step in steps:
            told.append(self.move(step.party, start, step.to))
            start = step.to
        return "; then ".join(told)

    def why(self, party: int, better: int, worse: int) -> str:
        """Why a party prefers one state to another: the want that decides, or the places in its ranking."""
        return because(self.deciding(party, better, worse), self.parties[party], self.board, better, worse)

    def deciding(self, party: int, one: int, other: int) -> tuple[int, Want] | None:
        """The first want, with its number from 1, in which two states differ; None where none does."""
        for number, want in enumerate(self.parties[party].wants, start=1):
            truth = self.board.states.holds(want.statement)
            if truth[one] != truth[other]:
                return number, want
        return None


def because(found: tuple[int, Want] | None, party: Party, board: Board, better: int, worse: int) -> str:
    """A reason as ``for the sake of “handover” (its want 2)``."""
    if found is not None:
        number, want = found
        return f"for the sake of “{want.text}”, its want {number}"
    rank = board.ranks[[one.id for one in board.scenario.parties].index(party.id)]
    tiers = int(rank.max()) + 1
    if rank[better] == rank[worse]:
        return "being indifferent"
    return f"which it ranks {tiers - int(rank[better])} of {tiers}, before {tiers - int(rank[worse])}"


def listed(texts: Iterable[str], *, quotes: bool = True, word: str = "and") -> str:
    """``“A”, “B” and “C”``."""
    items = [f"“{text}”" if quotes else text for text in texts]
    return f" {word} ".join([", ".join(items[:-1]), items[-1]]) if len(items) > 1 else "".join(items)
