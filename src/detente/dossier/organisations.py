"""Sources -> groups, and what each alone is called: "the opposition Joint River Council (JRC)".

A group that readings know by its initials keeps them as its id; one that reports introduce with theirs, and no table
has, goes by its name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from detente.dossier.source import Source

_OFTEN, _MOST = 2, 0.75  # times, and the share of all times, from which a word tells one group


@dataclass(frozen=True, slots=True)
class Organisations:
    """The groups by what they are called."""

    names: dict[str, str]  #: initials, full names and names of one less "s", each with the group's id
    kinds: dict[str, str] = field(default_factory=dict)  #: what a group alone is called, and its id

    def named_in(self, text: str) -> str | None:
        """The id of the group that stands first in a stretch of text; else of what it alone is called."""
        found = [(place, one) for form, one in self.names.items() if (place := _place(text, form)) is not None]
        if found:
            return min(found)[1]
        folded = text.casefold()
        return next((one for kind, one in self.kinds.items() if _place(folded, kind) is not None), None)


def organisations(given: Iterable[Source], known: Mapping[str, str], groups: Collection[str] = ()) -> Organisations:
    """The groups of reports; ``known`` are names of parties by their ids, ``groups`` the ids of such as are groups."""
    every = list(given)
    full = {one: known[one] for one in sorted(groups) if one.isupper()} | _introduced(every, known)
    ids = {name: one if one in known else name for one, name in full.items()}
    names = {form: ids[name] for one, name in full.items() for form in (one, name, name.replace("s ", " "))}
    return Organisations(names, _kinds(every, ids))


def _introduced(given: Iterable[Source], known: Mapping[str, str]) -> dict[str, str]:
    """The groups that are introduced by their initials and are no party of a reading: full names by these."""
    counts = Counter(pair for source in given for pair in source.digest.introduced)
    taken = {name.casefold() for name in (*known, *known.values())}
    chosen: dict[str, str] = {}
    for short, full in sorted(counts, key=lambda pair: (-counts[pair], pair)):
        if short.casefold() not in taken and full.casefold() not in taken:
            chosen.setdefault(short, full)
    return dict(sorted(chosen.items()))


def _kinds(given: Iterable[Source], ids: Mapping[str, str]) -> dict[str, str]:
    """What stands between article and full name of one group, several times, and hardly before another's."""
    if not ids:
        return {}
    counts = Counter(
        (kind, one)
        for source in given
        for kind, name in source.digest.called
        for full, one in ids.items()
        if name.startswith(full) and not _goes_on(name[len(full) :])
    )
    whole = Counter(kind for kind, one in counts.elements())
    return {kind: one for (kind, one), n in sorted(counts.items()) if n >= _OFTEN and n >= _MOST * whole[kind]}


def _goes_on(rest: str) -> bool:
    """Whether a word goes on in what stands behind it."""
    return rest[:1].isalnum() or rest[:1] == "_"


def _place(text: str, form: str) -> int | None:
    match = re.search(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    return match.start() if match else None
