"""The states of a conflict: those that can occur, as integers; infeasible ones are cut while options are decided."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from detente.errors import BadScenario
from detente.scenario.limits import LIMITS
from detente.scenario.model import Scenario
from detente.scenario.statement import Statement
from detente.scenario.truth import Bools, Codes, alternatives, decided, holds, options_of

_MOST_ON_THE_WAY = 2 * LIMITS.states  # partial states held while options are decided

Indices = NDArray[np.intp]


@dataclass(frozen=True)
class States:
    """The feasible states in order of their binary value, the first option counting least.

    A *cell* is a feasible choice of all options; a *state* is a cell, or several that count as one. ``codes`` has the
    cells' binary values, ascending; ``state`` the state of each cell, or None where each cell is a state of its own.
    States are ordered by their first cell, ``first``.
    """

    options: tuple[str, ...]
    codes: Codes  # (cells,)
    state: Indices | None  # (cells,)
    first: Indices  # (states,)

    def __len__(self) -> int:
        return len(self.first)

    @property
    def combined(self) -> bool:
        """Whether some state stands for several cells."""
        return self.state is not None

    @property
    def free(self) -> bool:
        """Whether every choice of the options is feasible."""
        return len(self.codes) == 1 << len(self.options)

    @cached_property
    def letters(self) -> NDArray[np.uint8]:
        """The keys of the states as ASCII: (states, options) of Y, N and, where a state's cells differ, ``-``."""
        bits = np.arange(len(self.options))
        codes = self.codes if self.state is None else self.codes[self.first]
        letters = np.empty((len(self), len(self.options)), np.uint8)
        for bit in bits:
            letters[:, bit] = ord("N") + ((codes >> bit) & 1).astype(np.uint8) * np.uint8(ord("Y") - ord("N"))
        if self.state is not None:
            for state in np.flatnonzero(self._size > 1):
                taken = (self.codes[self.state == state][:, None] >> bits) & 1
                letters[state, taken.min(axis=0) != taken.max(axis=0)] = ord("-")
        return letters

    def key(self, state: int) -> str:
        """The key of one state."""
        key: bytes = self.letters[state].tobytes()
        return key.decode("ascii")

    def keys(self, where: Bools | None = None) -> list[str]:
        """The keys of all states, or of those where it is true, in order."""
        letters = self.letters if where is None else self.letters[where]
        if not letters.shape[1]:
            return [""] * len(letters)
        return [key.decode("ascii") for key in np.ascontiguousarray(letters).view(f"S{letters.shape[1]}").ravel()]

    def find(self, key: str) -> int | None:
        """The state with this key; None where there is none."""
        if key in self._combined_keys:
            return self._combined_keys[key]
        if len(key) != len(self.options) or set(key) - {"Y", "N"}:
            return None
        code = sum(1 << bit for bit, letter in enumerate(key) if letter == "Y")
        found = self.find_all(np.array([code]))
        return None if found is None else int(found[0])

    def find_all(self, codes: Codes) -> Indices | None:
        """The states that are one cell each, by its binary value; None where one is no such state's."""
        if self.free:
            if len(codes) and not 0 <= codes.min() <= codes.max() < len(self.codes):
                return None
            cells = codes
        else:
            cells = np.minimum(np.searchsorted(self.codes, codes), len(self.codes) - 1)
            if (self.codes[cells] != codes).any():
                return None
        if self.state is None:
            return cells
        state = self.state[cells]
        return None if self._size[state].max(initial=1) > 1 else state

    @cached_property
    def _combined_keys(self) -> dict[str, int]:
        return {self.key(int(state)): int(state) for state in np.flatnonzero(self._size > 1)}

    @cached_property
    def _size(self) -> Indices:
        """How many cells each state has."""
        return np.ones(len(self), np.intp) if self.state is None else np.bincount(self.state, minlength=len(self))

    def holds(self, statement: Statement) -> Bools:
        """Where a statement holds. A state of several cells is judged by the first."""
        return self.holds_in_cells(statement)[self.first]

    def holds_in_cells(self, statement: Statement) -> Bools:
        """The cells in which a statement holds."""
        return holds(statement, self._column)

    def _column(self, option: str) -> Bools:
        if option not in self._columns:
            self._columns[option] = (self.codes >> self.options.index(option)) & 1 != 0
        return self._columns[option]

    @cached_property
    def _columns(self) -> dict[str, Bools]:
        return {}


def states_of(scenario: Scenario) -> States:
    """The states of a scenario. Raises BadScenario where there is none, or more than ``LIMITS.states``."""
    options = tuple(option.id for option in scenario.options)
    if len(options) > LIMITS.options:
        raise BadScenario(f"{len(options)} options; at most {LIMITS.options} can be solved")
    if len(scenario.parties) > LIMITS.parties:
        raise BadScenario(f"{len(scenario.parties)} parties; at most {LIMITS.parties} can be solved")
    codes = _feasible(options, [never.statement for never in scenario.nevers])
    if not len(codes):
        raise BadScenario("no state is feasible: together the nevers rule out every choice of options; loosen one")
    cells = States(options, codes, None, np.arange(len(codes)))
    if not scenario.combine:
        return cells
    state = _combined([cells.holds_in_cells(statement) for statement in scenario.combine])
    if state is None:
        return cells
    return States(options, codes, state, np.unique(state, return_index=True)[1])


def _feasible(options: Sequence[str], nevers: Sequence[Statement]) -> Codes:
    """The binary values of all choices in which no never holds, ascending."""
    parts = [(part, frozenset(options_of(part))) for never in nevers for part in alternatives(never)]
    bit = {option: number for number, option in enumerate(options)}
    order = _order(options, [about for _, about in parts])
    constrained = set().union(*(about for _, about in parts))
    codes = np.zeros(1, np.int64)
    done: set[str] = set()
    columns: dict[str, Bools] = {}
    for option in order:
        if option not in constrained:
            break  # what is left is free
        codes = np.concatenate([codes, codes | np.int64(1 << bit[option])])
        done.add(option)
        columns.clear()

        def column(name: str, codes: Codes = codes) -> Bools | None:
            if name in done and name not in columns:
                columns[name] = (codes >> bit[name]) & 1 != 0
            return columns.get(name)

        cut = np.zeros(len(codes), np.bool_)
        for part, about in parts:
            if option in about:
                cut |= decided(part, column)[0]
        codes = codes[~cut]
        if len(codes) > _MOST_ON_THE_WAY:
            raise BadScenario(f"more than {LIMITS.states:,} states; rule more out with nevers, or leave options out")
    free = [option for option in options if option not in done]
    if len(codes) << len(free) > LIMITS.states:
        raise BadScenario(
            f"{len(codes) << len(free):,} states, and at most {LIMITS.states:,} can be solved; "
            "rule more out with nevers, or leave options out"
        )
    for option in free:
        codes = np.concatenate([codes, codes | np.int64(1 << bit[option])])
    codes.sort()
    return codes


def _order(options: Sequence[str], abouts: Sequence[frozenset[str]]) -> list[str]:
    """An order of deciding options in which nevers cut early: next is what the almost decided ones still wait for."""
    order: dict[str, None] = {}
    open_abouts = [about for about in abouts if about]
    while open_abouts:
        waiting = min(open_abouts, key=lambda about: (len(about - order.keys()), -len(about)))
        order |= {option: None for option in options if option in waiting}
        open_abouts = [about for about in open_abouts if about - order.keys()]
    return [*order, *(option for option in options if option not in order)]


def _combined(classes: Sequence[Bools]) -> Indices | None:
    """The state of each cell, where the cells of each class count as one; None where that changes nothing.

    Classes that share a cell are one class.
    """
    joined: list[Bools] = []
    for members in classes:
        apart = [other for other in joined if not (other & members).any()]
        touching = [other for other in joined if (other & members).any()]
        joined = [*apart, np.logical_or.reduce([members, *touching])]
    joined = [members for members in joined if members.sum() > 1]
    if not joined:
        return None
    first = np.arange(len(joined[0]))
    for members in joined:
        first[members] = np.flatnonzero(members)[0]
    return np.unique(first, return_inverse=True)[1]
