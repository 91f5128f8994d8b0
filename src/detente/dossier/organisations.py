"""The reports' texts -> groups, and what each alone is called: "the opposition Joint River Council (JRC)".

A group that readings know by its initials keeps them as its id; one that reports introduce with theirs, and no table has,
goes by its name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from detente.knowledge.dossier import dossier_words

_OFTEN, _MOST = 2, 0.75  # times, and the share of all times, from which a word tells one group
_INTRODUCED = re.compile(r"((?:[A-Z][\w’'-]+(?: (?:of|the|for|and|on))* ){1,6}[A-Z][\w’'-]+),? \(([A-Z]{2,6})\)")


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


def organisations(texts: Sequence[str], known: Mapping[str, str], groups: Collection[str] = ()) -> Organisations:
    """The groups of texts; ``known`` are names of parties by their ids, ``groups`` the ids of those that are groups."""
    full = {one: known[one] for one in sorted(groups) if one.isupper()} | _introduced(texts, known)
    names = {form: one for one, name in full.items() for form in (one, name, name.replace("s ", " "))}
    ids = {name: one if one in known else name for one, name in full.items()}
    return Organisations({form: ids[full[one]] for form, one in names.items()}, _kinds(texts, ids))


def _introduced(texts: Sequence[str], known: Mapping[str, str]) -> dict[str, str]:
    """The groups that are introduced by their initials and are no party of a reading: full names by these."""
    counts: Counter[tuple[str, str]] = Counter()
    for text in texts:
        for match in _INTRODUCED.finditer(text):
            words = match[1].split()
            kept = _fitting(words, match[2])
            if kept:
                counts[match[2], " ".join(kept)] += 1
    taken = {name.casefold() for name in (*known, *known.values())}
    chosen: dict[str, str] = {}
    for short, full in sorted(counts, key=lambda pair: (-counts[pair], pair)):
        if short.casefold() not in taken and full.casefold() not in taken:
            chosen.setdefault(short, full)
    return dict(sorted(chosen.items()))


def _kinds(texts: Sequence[str], ids: Mapping[str, str]) -> dict[str, str]:
    """What stands between article and full name of one group, several times, and hardly before another's."""
    counts: Counter[tuple[str, str]] = Counter()
    articles = "|".join(sorted(dossier_words().articles))
    for full, one in sorted(ids.items()):
        before = re.compile(rf"(?<!\w)(?i:{articles}) ([a-z]{{5,}}) {re.escape(full)}(?!\w)")
        counts.update((match[1], one) for text in texts for match in before.finditer(text))
    whole = Counter(kind for kind, one in counts.elements())
    return {kind: one for (kind, one), n in sorted(counts.items()) if n >= _OFTEN and n >= _MOST * whole[kind]}


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
