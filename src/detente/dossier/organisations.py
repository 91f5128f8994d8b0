"""Sources -> groups that they introduce with their initials: "Joint River Council (JRC)".

What readings know as a party keeps its id; this finds groups that no table has. Their id is their name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from detente.dossier.source import Source

_OFTEN, _MOST = 2, 0.75  # times, and the share of all times, from which a word tells one group


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


def organisations(given: Iterable[Source], known: Iterable[str] = ()) -> Organisations:
    """The groups that reports introduce; ``known`` are names that readings have parties for, which are left out."""
    every = list(given)
    counts = Counter(pair for source in every for pair in source.digest.introduced)
    taken = {name.casefold() for name in known}
    chosen: dict[str, str] = {}
    for short, full in sorted(counts, key=lambda pair: (-counts[pair], pair)):
        if short.casefold() not in taken and full.casefold() not in taken:
            chosen.setdefault(short, full)
    names = dict(sorted(chosen.items()))
    return Organisations(names, _kinds(every, frozenset(names.values())))


def _kinds(given: Iterable[Source], names: Collection[str]) -> dict[str, str]:
    """The words that stand before the full name of one group, several times, and hardly before another's."""
    if not names:
        return {}
    counts = Counter(
        (kind, full)
        for source in given
        for kind, name in source.digest.called
        for full in names
        if name.startswith(full) and not _goes_on(name[len(full) :])
    )
    whole = Counter(kind for kind, full in counts.elements())
    return {kind: full for (kind, full), n in sorted(counts.items()) if n >= _OFTEN and n >= _MOST * whole[kind]}


def _goes_on(rest: str) -> bool:
    """Whether a word goes on in what stands behind it."""
    return rest[:1].isalnum() or rest[:1] == "_"


def _place(text: str, form: str) -> int | None:
    match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    return match.start() if match else None
