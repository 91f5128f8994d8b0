"""The event lexicon: cues of the 16 types of PLOVER 2.0, read from ``knowledge/en/events``.

A cue is written as ``lemma word… : head…``: the words are particles or prepositions that must hang on the lemma
(``to`` also for an infinitive), the heads what its object, the object of its last preposition, or its infinitive must
be; ``$name`` is a class of nouns, ``*`` any object, ``@`` anything that names a party or a person, ``@person`` a
person. ``< head…`` at the end asks for a subject: ``enter into : force < $treaty``. A noun's compounds are joined by
``_`` (``hunger_strike``), ``/s`` asks for the plural. A verb that asks for an object lends its cue to its noun ("the
freezing of the accounts"). Of several cues that fit, the most specific counts.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache

from detente.knowledge.loader import Entry, classes, table

TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT",
    "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
_PARTS = ("verbs", "nouns", "adjectives")  # codes: keys of the tables
PLURAL = "/s"
UNTYPED = ""  #: happenings of politics for which PLOVER has no type
IDIOM = "-"  #: words that name no happening at all


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


class _Cues(Entry, frozen=True):
    """Patterns of one mode of a type; ``example`` is a sentence in it."""

    mode: str | None = None
    example: str = ""
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


class _Untyped(Entry, frozen=True):
    cues: tuple[_Cues, ...]


class _Type(_Untyped, frozen=True):
    type: str
    label: str
    quad: str
    definition: str
    example: str


def word_lists(name: str) -> Mapping[str, frozenset[str]]:
    """A table of plain word classes of ``knowledge/en/events``."""
    return classes(f"en/events/{name}")


@cache
def lexicon() -> Lexicon:
    """The whole lexicon, read once. Raises KeyError on a class of nouns that is not there."""
    nouns = word_lists("classes")
    types: dict[str, TypeEntry] = {}
    found: dict[str, dict[str, list[Cue]]] = {part: {} for part in _PARTS}
    for name in TYPES:
        data = table(f"en/events/{name.lower()}", _Type)
        modes = {group.mode: group.example for group in data.cues if group.mode is not None}
        types[name] = TypeEntry(name, data.label, data.quad, data.definition, data.example, modes)
        _collect(data.cues, name, nouns, found)
    _collect(table("en/events/untyped", _Untyped).cues, UNTYPED, nouns, found)
    _collect(table("en/events/idioms", _Untyped).cues, IDIOM, nouns, found)
    for verb in [cue for cues in found["verbs"].values() for cue in cues if cue.type != IDIOM]:
        for name in _gerunds(verb):
            found["nouns"].setdefault(name, []).append(replace(verb, lemma=name, words=("of",)))
    ordered = {
        part: {lemma: tuple(sorted(group, key=lambda cue: cue.weight, reverse=True)) for lemma, group in cues.items()}
        for part, cues in found.items()
    }
    return Lexicon(types, ordered["verbs"], ordered["nouns"], ordered["adjectives"])


def _collect(
    groups: tuple[_Cues, ...], name: str, nouns: Mapping[str, frozenset[str]], found: dict[str, dict[str, list[Cue]]]
) -> None:
    for group in groups:
        for part, cues in found.items():
            for pattern in getattr(group, part):
                cue = read_cue(pattern, name, group.mode, nouns)
                cues.setdefault(cue.lemma, []).append(cue)


def _gerunds(cue: Cue) -> tuple[str, ...]:
    """How the noun of a verb that asks for its object may be spelled: "the freezing of the accounts"."""
    if not cue.heads or cue.words or cue.subjects:
        return ()
    return tuple({f"{stem}ing" for stem in (cue.lemma, cue.lemma.removesuffix("e"), cue.lemma + cue.lemma[-1])})


def read_cue(pattern: str, type_: str, mode: str | None, nouns: Mapping[str, frozenset[str]]) -> Cue:
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
        heads=_heads(asked, nouns),
        party="@" in asked,
        person="@person" in asked,
        plural=plural,
        any="*" in asked,
        subjects=_heads(actor.split(), nouns),
    )


def _heads(asked: list[str], nouns: Mapping[str, frozenset[str]]) -> frozenset[str]:
    heads: set[str] = set()
    for head in asked:
        if head.startswith("$"):
            heads |= nouns[head[1:]]
        elif head[0] not in "@*":
            heads.add(head)
    return frozenset(heads)
