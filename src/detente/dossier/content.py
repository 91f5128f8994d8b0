"""A stretch of text -> the stems of its content words: what it is about, whatever the grammar."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from detente.knowledge.dossier import dossier_words

_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LEAST = 4  # letters that stay of a stem


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """A word without accents, case and endings."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).replace("-", "")
    for ending in dossier_words().endings:
        if plain.endswith(ending) and len(plain) - len(ending) >= _LEAST:
            return plain[: -len(ending)]
    return plain


def content(text: str) -> tuple[str, ...]:
    """The stems of the content words of a text, in order."""
    return tuple(stem(word) for word in _WORD.findall(text) if _tells(word))


def every_stem(text: str) -> tuple[str, ...]:
    """The stems of all words of a text."""
    return tuple(map(stem, _WORD.findall(text)))


@lru_cache(maxsize=65536)
def _tells(word: str) -> bool:
    """Whether it is a content word."""
    return len(word) > 2 and word.casefold() not in dossier_words().stop


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text in order, each as written, with its stem and where it begins and ends."""

    starts: list[int]
    ends: list[int]
    words: list[str]
    stems: list[str]

    @classmethod
    def of(cls, text: str) -> Tokens:
        """The words of a text."""
        spans = [match.span() for match in _WORD.finditer(text)]
        words = [text[start:end] for start, end in spans]
        return cls([start for start, _ in spans], [end for _, end in spans], words, list(map(stem, words)))

    def within(self, start: int, end: int) -> slice:
        """Which words stand wholly in ``[start, end)``."""
        return slice(bisect_left(self.starts, start), bisect_right(self.ends, end))

    def content(self, start: int, end: int) -> frozenset[str]:
        """The stems of the content words there."""
        at = self.within(start, end)
        return frozenset(one for word, one in zip(self.words[at], self.stems[at], strict=True) if _tells(word))


def subject_of(stems: Iterable[str]) -> str | None:
    """What goes on over time that the stems name first; null where they name none."""
    table = _stems_of("subjects")
    return next((table[one] for one in stems if one in table), None)


@cache
def _stems_of(kind: str) -> dict[str, str]:
    words = getattr(dossier_words(), kind)
    return {stem(word): name for name, forms in words.items() for word in forms}


def agreement_of(stems: Iterable[str]) -> str | None:
    """What kind of agreement the stems name first."""
    table = _stems_of("agreements")
    return next((table[one] for one in stems if one in table), None)
