"""Phrases of a table, found in a report at one look-up a word.

In: phrases ("as long as", "otherwise"), tokens. Out: which of them begins at a token.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc


class Phrases:
    """Phrases in lower case, their words parted by single spaces, by their first word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[list[str]]] = defaultdict(list)
        for phrase in sorted(set(phrases), key=lambda each: (-each.count(" "), each)):
            first, *rest = phrase.split()
            self._by_first[first].append(rest)

    def at(self, doc: Doc, start: int, end: int) -> int:
        """How many tokens the longest phrase has that begins at ``start`` and ends before ``end``; 0 for none."""
        for rest in self._by_first.get(doc[start].lower_, ()):
            last = start + 1 + len(rest)
            if last <= end and [token.lower_ for token in doc[start + 1 : last]] == rest:
                return last - start
        return 0
