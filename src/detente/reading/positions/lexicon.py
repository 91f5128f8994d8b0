"""The tables of ``knowledge/en/positions``: kinds of issues, words of stances, of conditions and of how firm."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.loader import Entry, table
from detente.model.items import Stance

if TYPE_CHECKING:
    from collections.abc import Mapping


class StanceWords(Entry, frozen=True):
    """Words as lemmas, in lower case."""

    acts: dict[str, Stance]
    types: dict[str, Stance]
    negated: dict[Stance, Stance]
    words: dict[Stance, tuple[str, ...]]
    phrasal: dict[str, Stance]
    own: dict[str, frozenset[str]]
    modals: dict[str, frozenset[str]]
    self: dict[str, frozenset[str]]
    firmness: dict[str, tuple[str, ...]]


class _Clauses(Entry, frozen=True):
    result: tuple[str, ...]
    other: tuple[str, ...]
    future: frozenset[str]
    threatening: frozenset[str]
    holding: frozenset[str]
    before: frozenset[str]
    none: frozenset[str]


class _Phrases(Entry, frozen=True):
    heads: tuple[str, ...]
    future: frozenset[str]


class _Consequences(Entry, frozen=True):
    heads: tuple[str, ...]
    verbs: frozenset[str]
    joined: frozenset[str]


class TermWords(Entry, frozen=True):
    """What opens conditions and consequences."""

    clauses: _Clauses
    phrases: _Phrases
    consequences: _Consequences


def stance_words() -> StanceWords:
    """The words of stances."""
    return table("en/positions/stances", StanceWords)


def term_words() -> TermWords:
    """The words of conditions and consequences."""
    return table("en/positions/terms", TermWords)


@cache
def stance_of_word() -> Mapping[str, Stance]:
    """The stance that a word carries; of several the first of the table."""
    found: dict[str, Stance] = {}
    for stance, words in stance_words().words.items():
        for word in words:
            found.setdefault(word, stance)
    return found
