"""The event lexicon: cues of the 16 types of PLOVER 2.0, read from ``knowledge/events``.

A cue is written as ``lemma word… : head…``: the words are particles or prepositions that must hang on the lemma
(``to`` also for an infinitive), the heads what its object, the object of its last preposition, or its infinitive must
be; ``$name`` is a class of nouns, ``*`` any object, ``@`` anything that names a party or a person, ``@person`` a
person. ``< head…`` at the end asks for a subject: ``enter into : force < $treaty``. A noun's compounds are joined by
``_`` (``hunger_strike``), ``/s`` asks for the plural. A verb that asks for an object lends its cue to its noun ("the
freezing of the accounts"). Of several cues that fit, the most specific counts.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT",
    "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
PLURAL = "/s"
UNTYPED = ""  #: happenings of politics for which PLOVER has no type


@dataclass(frozen=True, slots=True)
class Cue:
    """Words that signal a type of event, and what must stand around them."""

    type: str
    mode: str | None
    lemma: str
    before: tuple[str, ...] = ()  #: modifiers of a noun
    words: tuple[str, ...] = ()  #: particles and prepositions
    heads: frozenset[str] = frozenset()  #: lemmas of the object; empty: anything
    party: bool = False  #: the object may also name a party or a person
    person: bool = False  #: the object may also name a person
    plural: bool = False
    any: bool = False  #: any object will do, but there must be one
    subjects: frozenset[str] = frozenset()  #: lemmas of the subject; empty: anything

    @property
    def asks(self) -> bool:
        """Whether the object matters."""
        return bool(self.heads) or self.party or self.person or self.any

    @property
    def weight(self) -> tuple[int, int]:
        """How specific the cue is: what it asks for, then how narrowly."""
        asked = 3 * len(self.before) + 2 * len(self.words) + 3 * (self.asks and not self.any) + self.any + self.plural
        asked += 3 * bool(self.subjects)
        return asked, -len(self.heads) - 50 * self.party - 500 * self.any


@dataclass(frozen=True, slots=True)
class TypeEntry:
    """One type of PLOVER: its definition in our words, its modes and an example sentence for each."""

    type: str
    label: str
    quad: str
    definition: str
    example: str
    modes: dict[str, str]  #: mode -> example


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Cues by lemma, best first, for verbs, nouns and adjectives."""

    types: dict[str, TypeEntry]
    verbs: dict[str, tuple[Cue, ...]]
    nouns: dict[str, tuple[Cue, ...]]
    adjectives: dict[str, tuple[Cue, ...]]


def table(name: str) -> dict[str, Any]:
    """One data file of ``knowledge/events``."""
    path = files("detente").joinpath("knowledge", "events", f"{name}.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))


@cache
def word_lists(name: str) -> dict[str, frozenset[str]]:
    """A data file of plain word lists."""
    return {key: frozenset(words) for key, words in table(name).items()}


@cache
def lexicon() -> Lexicon:
    """The whole lexicon, read once. Raises KeyError on a class of nouns that is not there."""
    classes = word_lists("classes")
    types: dict[str, TypeEntry] = {}
    found: dict[str, dict[str, list[Cue]]] = {"verbs": {}, "nouns": {}, "adjectives": {}}
    for name in TYPES:
        data = table(name.lower())
        modes = {group["mode"]: group.get("example", "") for group in data["cues"] if "mode" in group}
        types[name] = TypeEntry(name, data["label"], data["quad"], data["definition"], data["example"], modes)
        _collect(data["cues"], name, classes, found)
    _collect(table("untyped")["cues"], UNTYPED, classes, found)
    for verb in [cue for cues in found["verbs"].values() for cue in cues]:
        for name in _gerunds(verb):
            found["nouns"].setdefault(name, []).append(replace(verb, lemma=name, words=("of",)))
    ordered = {
        part: {lemma: tuple(sorted(group, key=lambda cue: cue.weight, reverse=True)) for lemma, group in cues.items()}
        for part, cues in found.items()
    }
    return Lexicon(types, ordered["verbs"], ordered["nouns"], ordered["adjectives"])


def _collect(
    groups: list[dict[str, Any]], name: str, classes: dict[str, frozenset[str]], found: dict[str, dict[str, list[Cue]]]
) -> None:
    for group in groups:
        for part, cues in found.items():
            for pattern in group.get(part, ()):
                cue = read_cue(pattern, name, group.get("mode"), classes)
                cues.setdefault(cue.lemma, []).append(cue)


def _gerunds(cue: Cue) -> tuple[str, ...]:
    """How the noun of a verb that asks for its object may be spelled: "the freezing of the accounts"."""
    if not cue.heads or cue.words or cue.subjects:
        return ()
    return tuple({f"{stem}ing" for stem in (cue.lemma, cue.lemma.removesuffix("e"), cue.lemma + cue.lemma[-1])})


def read_cue(pattern: str, type_: str, mode: str | None, classes: dict[str, frozenset[str]]) -> Cue:
    """One cue from its pattern, as the module says."""
    pattern, _, actor = pattern.partition(" < ")
    left, _, right = pattern.partition(" : ")
    first, *words = left.split()
    plural = first.endswith(PLURAL)
    *before, lemma = first.removesuffix(PLURAL).split("_")
    asked = right.split()
    return Cue(
        type=type_,
        mode=mode,
        lemma=lemma,
        before=tuple(before),
        words=tuple(words),
        heads=_heads(asked, classes),
        party="@" in asked,
        person="@person" in asked,
        plural=plural,
        any="*" in asked,
        subjects=_heads(actor.split(), classes),
    )


def _heads(asked: list[str], classes: dict[str, frozenset[str]]) -> frozenset[str]:
    heads: set[str] = set()
    for head in asked:
        if head.startswith("$"):
            heads |= classes[head[1:]]
        elif head[0] not in "@*":
            heads.add(head)
    return frozenset(heads)
