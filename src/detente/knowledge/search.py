"""The tables of the search: how a word's forms end, forms and spellings that no ending tells, words for one thing."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from detente.knowledge.loader import Entry, rows


class Ending(Entry, frozen=True):
    """An ending of inflection, and what stands in its place in the base: nothing where it is only put on."""

    ending: str
    base: str = ""


class _Forms(Entry, frozen=True):
    forms: tuple[str, ...]


class _Alike(Entry, frozen=True):
    words: tuple[str, ...]


def endings() -> tuple[Ending, ...]:
    """The endings, in the order of the table."""
    return rows("en/search/endings", Ending)


@cache
def forms() -> Mapping[str, frozenset[str]]:
    """Each form that no ending tells, and the others of its word."""
    found: dict[str, frozenset[str]] = {}
    for row in rows("en/search/forms", _Forms):
        for form in row.forms:
            found[form] = found.get(form, frozenset()) | frozenset(row.forms)
    return found


@cache
def alike() -> Mapping[str, tuple[str, ...]]:
    """Each word and the other words that reports use for the same, a phrase in quotation marks."""
    return {word: tuple(other for other in row.words if other != word)
            for row in rows("en/search/alike", _Alike) for word in row.words}  # fmt: skip
