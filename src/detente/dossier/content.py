"""A stretch of text -> the stems of its content words: what it is about, whatever the grammar."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
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
    stop = dossier_words().stop
    words = (match.group() for match in _WORD.finditer(text))
    return tuple(stem(word) for word in words if len(word) > 2 and word.casefold() not in stop)


def every_stem(text: str) -> tuple[str, ...]:
    """The stems of all words of a text."""
    return tuple(stem(match.group()) for match in _WORD.finditer(text))


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
