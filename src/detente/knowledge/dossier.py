"""The tables of the dossier: words by which a happening is known again, and the families of event types."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from detente.knowledge.loader import Entry, table


class DossierWords(Entry, frozen=True):
    """Words as written; each of ``subjects``, ``phases`` and ``agreements`` is a name and the words for it."""

    stop: frozenset[str]
    unreal: frozenset[str]
    phase_nouns: frozenset[str]
    of_phase: frozenset[str]
    parting: frozenset[str]
    relative: frozenset[str]
    turns: frozenset[str]
    leaning: frozenset[str]
    own: frozenset[str]
    former: frozenset[str]
    left: frozenset[str]
    small: frozenset[str]
    articles: frozenset[str]
    unmet: tuple[str, ...]
    undecided: frozenset[str]
    endings: tuple[str, ...]
    subjects: dict[str, tuple[str, ...]]
    phases: dict[str, tuple[str, ...]]
    agreements: dict[str, tuple[str, ...]]


class NameSpelling(Entry, frozen=True):
    """How names are spelled: particles before surnames, and letters that transliterations have for one another."""

    particles: frozenset[str]
    prefixes: frozenset[str]
    instead: dict[str, str]


class _Families(Entry, frozen=True):
    deeds: frozenset[str]
    moves: frozenset[str]
    families: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Families:
    """The family of each PLOVER type, which types are deeds, and by which a dispute itself moves."""

    of: dict[str, str]
    deeds: frozenset[str]
    moves: frozenset[str]


def dossier_words() -> DossierWords:
    """The words by which happenings are known again."""
    return table("en/dossier/words", DossierWords)


def name_spelling() -> NameSpelling:
    """How the spellings of one name differ."""
    return table("facts/name_spelling", NameSpelling)


@cache
def families() -> Families:
    """The families of event types."""
    found = table("facts/event_families", _Families)
    of = {kind: family for family, kinds in found.families.items() for kind in kinds}
    return Families(of, found.deeds, found.moves)
