"""A word that is searched for -> the forms in which reports may have it, and other words for the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from detente.knowledge import search

_LEAST = 3  # letters of a base
_SHORT = 5  # letters of a word whose last may be doubled: "plan", "planned"
_DOUBLED = re.compile(r".*[^aeiou][aeiou][^aeiouwxy]")


@lru_cache(maxsize=4096)
def forms(word: str) -> tuple[str, ...]:
    """A folded word and its other forms, in the order of the alphabet; what is no word among them does no harm."""
    known = search.forms().get(word)
    if known is not None:
        return tuple(sorted(known))
    bases = set(_bases(word)) or ({word} if len(word) >= _LEAST else set())
    return tuple(sorted({word, *bases, *(form for base in bases for form in _inflected(base))}))


def alike(word: str) -> tuple[str, ...]:
    """Other words for the same, by any of its forms; phrases in quotation marks."""
    table = search.alike()
    return next((table[form] for form in (word, *forms(word)) if form in table), ())


def _bases(word: str) -> Iterator[str]:
    """What a word may be a form of."""
    for one in search.endings():
        base = word[: -len(one.ending)] + one.base
        if word.endswith(one.ending) and len(base) >= _LEAST:
            yield base
            if not one.base and base[-1] == base[-2] and one.ending[0] in "ei":
                yield base[:-1]


def _inflected(base: str) -> Iterator[str]:
    doubled = len(base) <= _SHORT and _DOUBLED.fullmatch(base)
    for one in search.endings():
        if base.endswith(one.base):
            stem = base[: len(base) - len(one.base)]
            yield stem + one.ending
            if doubled and one.ending[0] in "ei" and not one.base:
                yield stem + base[-1] + one.ending
