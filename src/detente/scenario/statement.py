"""Statements about a state: which options are taken, joined by not, and, or, if, iff."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Taken:
    """True where the option is taken."""

    option: str


@dataclass(frozen=True, slots=True)
class Not:
    """True where the operand is false."""

    operand: Statement


@dataclass(frozen=True, slots=True)
class And:
    """True where both sides are."""

    left: Statement
    right: Statement


@dataclass(frozen=True, slots=True)
class Or:
    """True where a side is."""

    left: Statement
    right: Statement


@dataclass(frozen=True, slots=True)
class If:
    """``then if condition``: true unless the condition holds and ``then`` does not."""

    then: Statement
    condition: Statement


@dataclass(frozen=True, slots=True)
class Iff:
    """True where both sides hold or neither does."""

    left: Statement
    right: Statement


Statement = Taken | Not | And | Or | If | Iff
