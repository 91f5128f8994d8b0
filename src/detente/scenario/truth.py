"""Whether statements hold, for many states at once: one array of truth values an option."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from detente.scenario.statement import And, If, Iff, Not, Or, Statement, Taken

Bools = NDArray[np.bool_]
Codes = NDArray[np.int64]


def holds(statement: Statement, column: Callable[[str], Bools]) -> Bools:
    """Where the statement holds; ``column`` gives, for an option's id, where the option is taken."""
    match statement:
        case Taken(option):
            return column(option)
        case Not(operand):
            return ~holds(operand, column)
        case And(left, right):
            return holds(left, column) & holds(right, column)
        case Or(left, right):
            return holds(left, column) | holds(right, column)
        case If(then, condition):
            return holds(then, column) | ~holds(condition, column)
        case Iff(left, right):
            same: Bools = holds(left, column) == holds(right, column)
            return same
        case _:
            assert_never(statement)


def decided(statement: Statement, column: Callable[[str], Bools | None]) -> tuple[Bools | bool, Bools | bool]:
    """Where the statement surely holds and where it surely does not, while some options are undecided.

    ``column`` gives None for an undecided option (Kleene's three-valued logic). A value that is the same in all states
    may come as one truth value.
    """
    match statement:
        case Taken(option):
            taken = column(option)
            return (False, False) if taken is None else (taken, ~taken)
        case Not(operand):
            yes, no = decided(operand, column)
            return no, yes
        case And(left, right):
            (a, not_a), (b, not_b) = decided(left, column), decided(right, column)
            return a & b, not_a | not_b
        case Or(left, right) | If(left, Not(right)):
            (a, not_a), (b, not_b) = decided(left, column), decided(right, column)
            return a | b, not_a & not_b
        case If(then, condition):
            return decided(Or(then, Not(condition)), column)
        case Iff(left, right):
            (a, not_a), (b, not_b) = decided(left, column), decided(right, column)
            return (a & b) | (not_a & not_b), (a & not_b) | (not_a & b)
        case _:
            assert_never(statement)


def options_of(statement: Statement) -> Iterator[str]:
    """The ids of the options that a statement speaks of, in its order; an option may come twice."""
    match statement:
        case Taken(option):
            yield option
        case Not(operand):
            yield from options_of(operand)
        case If(then, condition):
            yield from options_of(then)
            yield from options_of(condition)
        case And(left, right) | Or(left, right) | Iff(left, right):
            yield from options_of(left)
            yield from options_of(right)
        case _:
            assert_never(statement)


def alternatives(statement: Statement) -> Iterator[Statement]:
    """Statements of which one holds exactly where the given one does: its outermost ``or``, through ``not``."""
    match statement:
        case Or(left, right):
            yield from alternatives(left)
            yield from alternatives(right)
        case If(then, condition):
            yield from alternatives(then)
            yield from alternatives(Not(condition))
        case Not(Not(operand)):
            yield from alternatives(operand)
        case Not(And(left, right)):
            yield from alternatives(Not(left))
            yield from alternatives(Not(right))
        case _:
            yield statement
