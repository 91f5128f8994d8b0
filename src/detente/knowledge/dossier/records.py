"""The tables of the dossier, read once: stop words, subjects, phases, families of event types."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any


@dataclass(frozen=True, slots=True)
class DossierWords:
    """Words as written; each of ``subjects``, ``phases`` and ``agreements`` is a name and the words for it."""

    stop: frozenset[str]
    stands: tuple[str, ...]
    refuses: frozenset[str]
    consents: frozenset[str]
    subjects: dict[str, tuple[str, ...]]
    phases: dict[str, tuple[str, ...]]
    agreements: dict[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Families:
    """The family of each PLOVER type, which types are deeds, and by which a dispute itself moves."""

    of: dict[str, str]
    deeds: frozenset[str]
    moves: frozenset[str]


@cache
def dossier_words() -> DossierWords:
    """The words by which happenings are known again."""
    table = _table("words.toml")
    return DossierWords(
        frozenset(table["stop"]),
        tuple(table["stands"]),
        frozenset(table["refuses"]),
        frozenset(table["consents"]),
        {name: tuple(words) for name, words in table["subjects"].items()},
        {name: tuple(words) for name, words in table["phases"].items()},
        {name: tuple(words) for name, words in table["agreements"].items()},
    )


@cache
def families() -> Families:
    """The families of event types."""
    table = _table("families.toml")
    return Families(
        {kind: family for family, kinds in table["families"].items() for kind in kinds},
        frozenset(table["deeds"]["types"]),
        frozenset(table["moves"]["types"]),
    )


def _table(name: str) -> dict[str, Any]:
    return tomllib.loads((files("detente.knowledge.dossier") / name).read_text(encoding="utf-8"))
