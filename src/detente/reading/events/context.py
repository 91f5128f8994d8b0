"""What events are about, as PLOVER's contexts have it: by words of their own clauses."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np
from spacy.strings import get_string_id

from detente.knowledge.loader import Entry, table

if TYPE_CHECKING:
    from spacy.tokens import Doc


class Context(Entry, frozen=True):
    """The words of one context, two that stand side by side joined by "_", and a sentence with it."""

    words: tuple[str, ...]
    example: str


class _Contexts(Entry, frozen=True):
    contexts: dict[str, Context]


def contexts() -> dict[str, Context]:
    """The contexts by name, in the order of the table."""
    return table("en/events/contexts", _Contexts).contexts


@cache
def context_names() -> tuple[str, ...]:
    """The names of the contexts in the order of the table."""
    return tuple(contexts())


@cache
def _words() -> tuple[dict[int, tuple[str, ...]], dict[tuple[int, int], tuple[str, ...]]]:
    """Contexts by the hash of a word, and by those of two words that stand side by side."""
    singles: dict[int, list[str]] = {}
    pairs: dict[tuple[int, int], list[str]] = {}
    for name, entry in contexts().items():
        for word in entry.words:
            first, _, second = word.partition("_")
            if second:
                pairs.setdefault((get_string_id(first), get_string_id(second)), []).append(name)
            else:
                singles.setdefault(get_string_id(first), []).append(name)
    return {k: tuple(v) for k, v in singles.items()}, {k: tuple(v) for k, v in pairs.items()}


@dataclass(frozen=True, slots=True)
class Contexts:
    """Where the words of contexts stand in a Doc: token indexes in order, and the contexts at each."""

    at: list[int]
    names: list[tuple[str, ...]]

    @classmethod
    def of(cls, doc: Doc) -> Contexts:
        """All of a Doc's, in one pass."""
        if not len(doc):
            return cls([], [])
        singles, pairs = _words()
        forms = doc.to_array(["LOWER", "LEMMA"])
        wanted = np.fromiter({*singles, *(first for first, _ in pairs)}, dtype=np.uint64)
        at, names = [], []
        for i in np.flatnonzero(np.isin(forms, wanted).any(axis=1)).tolist():
            here = {int(form) for form in forms[i]}
            there = {int(form) for form in forms[i + 1]} if i + 1 < len(forms) else set()
            found = [name for form in here for name in singles.get(form, ())]
            found += [name for a in here for b in there for name in pairs.get((a, b), ())]
            if found:
                at.append(i)
                names.append(tuple(found))
        return cls(at, names)

    def within(self, start: int, end: int) -> tuple[str, ...]:
        """The contexts between two tokens, in the order of the data file."""
        found = {
            name for names in self.names[bisect_left(self.at, start) : bisect_left(self.at, end)] for name in names
        }
        return tuple(name for name in context_names() if name in found) if found else ()
