"""Names of people -> what they are known again by, in whatever spelling and transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from detente.knowledge.dossier import name_spelling

_VOWELS = frozenset("aeiouj'’")


@lru_cache(maxsize=16384)
def skeleton(name: str) -> str:
    """A name's consonants, as transliterations of one name share them: Lavrov and Lawrow, Sergey and Sergei."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    for spelled, instead in name_spelling().instead.items():
        plain = plain.replace(spelled, instead)
    letters = [c for c in plain if c.isalpha()]
    kept = [c for place, c in enumerate(letters) if place == 0 or (c not in _VOWELS and c != letters[place - 1])]
    return "".join(kept) if len(kept) > 1 else "".join(letters)


@lru_cache(maxsize=16384)
def split(name: str) -> tuple[tuple[str, ...], str]:
    """The given names and the surname, its article put off: "Asaad al-Zoubi" is ("Asaad",) and "Zoubi"."""
    words = name.split()
    if len(words) > 1 and words[-2].casefold() in name_spelling().particles:
        words = [*words[:-2], words[-1]]
    surname = _prefix().sub("", words[-1]) if words else ""
    return tuple(words[:-1]), surname


@cache
def _prefix() -> re.Pattern[str]:
    """An article or particle that is written before a surname."""
    return re.compile(rf"^(?:{'|'.join(sorted(name_spelling().prefixes))})[-\s]+", re.IGNORECASE)


def compatible(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether given names may be one person's: none against any, an initial, or another spelling of the first."""
    if not one or not other:
        return True
    first, second = one[0].rstrip("."), other[0].rstrip(".")
    if len(first) == 1 or len(second) == 1:
        return first[0].casefold() == second[0].casefold()
    return skeleton(first) == skeleton(second)
