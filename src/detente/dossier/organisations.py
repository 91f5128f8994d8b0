"""The reports' texts -> groups that they introduce with their initials: "Joint River Council (JRC)".

What readings know as a party keeps its id; this finds groups that no table has. Their id is their name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from detente.knowledge.dossier import dossier_words

_OFTEN, _MOST = 2, 0.75  # times, and the share of all times, from which a word tells one group
_INTRODUCED = re.compile(r"((?:[A-Z][\w’'-]+(?: (?:of|the|for|and|on))* ){1,6}[A-Z][\w’'-]+),? \(([A-Z]{2,6})\)")


@dataclass(frozen=True, slots=True)
class Organisations:
    """Each group's names: the full one first, then its initials."""

    names: dict[str, str]  #: initials and full name
    kinds: dict[str, str] = field(default_factory=dict)  #: what a group alone is called, and its full name

    def named_in(self, text: str) -> str | None:
        """The full name of the group that stands first in a stretch of text; else of what it alone is called."""
        found = [
            (place, full)
            for short, full in self.names.items()
            for form in (short, full, full.replace("s ", " "))
            if (place := _place(text, form)) is not None
        ]
        if found:
            return min(found)[1]
        return next((full for kind, full in self.kinds.items() if _place(text, kind) is not None), None)


def organisations(texts: Sequence[str], known: Iterable[str] = ()) -> Organisations:
    """The groups that texts introduce; ``known`` are names that readings have parties for, which are left out."""
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for match in _INTRODUCED.finditer(text):
            words = match[1].split()
            kept = _fitting(words, match[2])
            if kept:
                counts[match[2], " ".join(kept)] += 1
    taken = {name.casefold() for name in known}
    chosen: dict[str, str] = {}
    for short, full in sorted(counts, key=lambda pair: (-counts[pair], pair)):
        if short.casefold() not in taken and full.casefold() not in taken:
            chosen.setdefault(short, full)
    names = dict(sorted(chosen.items()))
    return Organisations(names, _kinds(texts, names))


def _kinds(texts: Sequence[str], names: dict[str, str]) -> dict[str, str]:
    """The words that stand before the full name of one group, several times, and hardly before another's."""
    counts: Counter[tuple[str, str]] = Counter()
    for full in sorted(set(names.values())):
        before = re.compile(rf"(?<!\w)([a-z]{{5,}}) {re.escape(full)}(?!\w)")
        counts.update((match[1], full) for text in texts for match in before.finditer(text))
    whole = Counter(kind for kind, full in counts.elements())
    return {kind: full for (kind, full), n in sorted(counts.items()) if n >= _OFTEN and n >= _MOST * whole[kind]}


def _fitting(words: list[str], short: str) -> list[str]:
    """The last words whose initials are the letters."""
    small = dossier_words().small
    for start in range(len(words)):
        initials = "".join(word[0] for word in words[start:] if word not in small)
        if initials == short and words[start] not in small:
            return words[start:]
    return []


def _place(text: str, form: str) -> int | None:
    match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    return match.start() if match else None
