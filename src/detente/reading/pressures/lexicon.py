"""The table of ``knowledge/en/pressures``: connectives, verbs and nouns that say that one thing presses on another."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from detente.knowledge.loader import Entry, table
from detente.model.items import Pressing
from detente.reading.english.phrases import Phrases

Side = Literal["cause", "condition", "purpose"]
_Words = tuple[str, ...]


class _Verbs(Entry, frozen=True, rename={"needed": "with"}):
    promotes: _Words
    hampers: _Words
    needed: dict[str, _Words]
    reasons: frozenset[str]
    forcing: frozenset[str]


class _Causes(Entry, frozen=True):
    promotes: _Words
    hampers: _Words


class _Clauses(Entry, frozen=True):
    cause: _Words
    condition: _Words


class _Purposes(Entry, frozen=True):
    promotes: _Words
    turned: frozenset[str]


class _Nouns(Entry, frozen=True):
    cause_of: frozenset[str]
    effect_of: frozenset[str]
    hampering: frozenset[str]


class _Modal(Entry, frozen=True):
    hypothetical: frozenset[str]


class _Grammar(Entry, frozen=True):
    opening: frozenset[str]
    alone: frozenset[str]
    onto: frozenset[str]
    infinitive: frozenset[str]
    completed: frozenset[str]
    idioms: frozenset[str]
    verbal: frozenset[str]
    gerund: frozenset[str]


class _Table(Entry, frozen=True):
    verbs: _Verbs
    causes: _Causes
    clauses: _Clauses
    purposes: _Purposes
    nouns: _Nouns
    modal: _Modal
    grammar: _Grammar


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
    connectives: dict[str, Connective]  #: by their words
    phrases: Phrases  #: the words of the connectives
    cause_of: frozenset[str]
    effect_of: frozenset[str]
    hampering: frozenset[str]
    hypothetical: frozenset[str]
    opening: frozenset[str]  #: no part of what a cue opens
    alone: frozenset[str]  #: adverbs that open nothing by themselves
    onto: frozenset[str]  #: before what a verb without an object presses on
    infinitive: frozenset[str]
    completed: frozenset[str]  #: verbs and nouns that "to" with a verb completes: no purpose
    idioms: frozenset[str]  #: behind "to" no deed
    forcing: frozenset[str]  #: verbs that with "to" and a deed plainly press
    reasons: frozenset[str]  #: verbs whose participle tells why
    verbal: frozenset[str]  #: prepositions that tell a cause of what is done alone
    gerund: frozenset[str]  #: prepositions that tell one before an "-ing" alone


@cache
def lexicon() -> Lexicon:
    """The table, read once."""
    read = table("en/pressures/cues", _Table)
    verbs: dict[str, Pressing] = dict.fromkeys(read.verbs.hampers, "hampers")
    verbs |= dict.fromkeys(read.verbs.promotes, "promotes")
    connectives: dict[str, Connective] = {}
    for connective in _connectives(read):
        connectives.setdefault(" ".join(connective.words), connective)
    return Lexicon(
        verbs=verbs,
        needed={verb: frozenset(words) for verb, words in read.verbs.needed.items()},
        easing=read.purposes.turned,
        connectives=connectives,
        phrases=Phrases(connectives),
        cause_of=read.nouns.cause_of,
        effect_of=read.nouns.effect_of,
        hampering=read.nouns.hampering,
        hypothetical=read.modal.hypothetical,
        opening=read.grammar.opening,
        alone=read.grammar.alone,
        onto=read.grammar.onto,
        infinitive=read.grammar.infinitive,
        completed=read.grammar.completed,
        idioms=read.grammar.idioms,
        forcing=read.verbs.forcing,
        reasons=read.verbs.reasons,
        verbal=read.grammar.verbal,
        gerund=read.grammar.gerund,
    )


def _connectives(read: _Table) -> list[Connective]:
    return [
        *(Connective(tuple(w.split()), "cause", "promotes") for w in read.causes.promotes),
        *(Connective(tuple(w.split()), "cause", "hampers") for w in read.causes.hampers),
        *(Connective(tuple(w.split()), "cause", "promotes", clausal=True) for w in read.clauses.cause),
        *(Connective(tuple(w.split()), "condition", "promotes") for w in read.clauses.condition),
        *(Connective(tuple(w.split()), "purpose", "promotes") for w in read.purposes.promotes),
    ]
