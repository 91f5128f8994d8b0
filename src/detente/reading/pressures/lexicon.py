"""The table of ``knowledge/en/pressures``: connectives, verbs and nouns that say that one thing presses on another."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from detente.model.items import Pressing

Side = Literal["cause", "condition", "purpose"]


@dataclass(frozen=True, slots=True)
class Connective:
    """Words that open a cause, a condition or a purpose of the clause that they hang on."""

    words: tuple[str, ...]
    side: Side
    direction: Pressing
    clausal: bool = False  #: opens a clause only: "as talks stalled", not "as rumours"


@dataclass(frozen=True)
class Lexicon:
    """Words in lower case; verbs and nouns by lemma."""

    verbs: dict[str, Pressing]
    needed: dict[str, frozenset[str]]  #: what must follow a verb that alone says too little
    easing: frozenset[str]  #: purposes and effects turned round: "to avert", "to prevent"
    connectives: dict[str, tuple[Connective, ...]]  #: by first word, longer ones first
    cause_of: frozenset[str]
    effect_of: frozenset[str]
    hampering: frozenset[str]
    hypothetical: frozenset[str]


@cache
def lexicon() -> Lexicon:
    """The table, read once."""
    table = tomllib.loads((files("detente.knowledge") / "en" / "pressures" / "cues.toml").read_text(encoding="utf-8"))
    verbs: dict[str, Pressing] = dict.fromkeys(table["verbs"]["hampers"], "hampers")
    verbs |= dict.fromkeys(table["verbs"]["promotes"], "promotes")
    found: dict[str, list[Connective]] = {}
    for connective in _connectives(table):
        found.setdefault(connective.words[0], []).append(connective)
    return Lexicon(
        verbs=verbs,
        needed={verb: frozenset(words) for verb, words in table["verbs"]["with"].items()},
        easing=frozenset(table["purposes"]["turned"]),
        connectives={first: tuple(sorted(some, key=lambda each: -len(each.words))) for first, some in found.items()},
        cause_of=frozenset(table["nouns"]["cause_of"]),
        effect_of=frozenset(table["nouns"]["effect_of"]),
        hampering=frozenset(table["nouns"]["hampering"]),
        hypothetical=frozenset(table["modal"]["hypothetical"]),
    )


def _connectives(table: dict[str, dict[str, list[str]]]) -> list[Connective]:
    return [
        *(Connective(tuple(w.split()), "cause", "promotes") for w in table["causes"]["promotes"]),
        *(Connective(tuple(w.split()), "cause", "hampers") for w in table["causes"]["hampers"]),
        *(Connective(tuple(w.split()), "cause", "promotes", clausal=True) for w in table["clauses"]["cause"]),
        *(Connective(tuple(w.split()), "condition", "promotes") for w in table["clauses"]["condition"]),
        *(Connective(tuple(w.split()), "purpose", "promotes") for w in table["purposes"]["promotes"]),
    ]
