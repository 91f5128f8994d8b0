"""The stems of a text -> where they say what becomes of something: it begins, is held, ends, is put off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from detente.dossier.content import every_stem
from detente.knowledge.dossier import dossier_words

_LONGEST = 2  # words of a phrase, "into force"


@dataclass(frozen=True, slots=True)
class Phase:
    """A phase by its name, and the stems ``[start, end)`` that name it."""

    name: str
    start: int
    end: int
    is_noun: bool  #: "the collapse of", and no verb


def phases(stems: Sequence[str], words: Sequence[str] = ()) -> list[Phase]:
    """Every phase that stems name, in order; a phrase counts before its words. Whole words tell which are nouns."""
    table, nouns = _table(), dossier_words().phase_nouns
    found: list[Phase] = []
    at = 0
    while at < len(stems):
        longest = min(_LONGEST, len(stems) - at)
        size = next((size for size in range(longest, 0, -1) if tuple(stems[at : at + size]) in table), 0)
        if size:
            found.append(Phase(table[tuple(stems[at : at + size])], at, at + size, bool(words) and words[at] in nouns))
        at += size or 1
    return found


def phase_of(stems: Iterable[str]) -> str | None:
    """What becomes of it: the first phase that the stems name; null where they name none."""
    found = phases(tuple(stems))
    return found[0].name if found else None


@cache
def _table() -> dict[tuple[str, ...], str]:
    return {every_stem(words): name for name, forms in dossier_words().phases.items() for words in forms}
