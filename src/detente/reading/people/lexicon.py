"""The tables of offices and names, as the component looks things up in them."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_ROOM = "detente.knowledge"
# What is found out about a report's words is kept for the next ones, within bounds: reports never end.
MOST_KEPT = 32_768  # words
LONGEST_KEPT = 40  # letters of a word
_PLAIN_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ə": "a", "’": "'"}
)


@dataclass(frozen=True, slots=True)
class OfficeNoun:
    """A noun that heads titles: the kind of office, whether it is plural, and the gender it gives away."""

    kind: str
    plural: bool
    gender: str | None


@dataclass(frozen=True, slots=True)
class Offices:
    """What titles are built of."""

    nouns: dict[str, OfficeNoun]
    modifiers: frozenset[str]
    beside: frozenset[str]
    tenses: frozenset[str]
    past: frozenset[str]
    after: frozenset[str]
    of: tuple[tuple[str, ...], ...]
    also: dict[str, frozenset[str]]
    acting: frozenset[str]
    of_party: frozenset[str]
    governments: frozenset[str]
    of_state: frozenset[str]
    abroad: frozenset[str]
    armed: frozenset[str]
    houses: frozenset[str]
    travels: frozenset[str]
    summons: frozenset[str]
    meets: frozenset[str]
    letterheads: frozenset[str]
    of_words: frozenset[str]  #: every word of ``of``
    related: frozenset[str]  #: nouns for whom a state has beside it: "Israel's ally" is not Israel's
    divided: frozenset[str]  #: words by which several of a state stand against one another
    pleaders: frozenset[str]  #: offices held for whom stands after "for"
    owners: dict[str, str]  #: a common noun that owns an office -> the kind of party that it stands for
    only: dict[str, frozenset[str]]  #: an office that few states have -> those states


@dataclass(frozen=True, slots=True)
class Names:
    """What personal names are made of."""

    particles: frozenset[str]
    suffixes: frozenset[str]
    honorifics: dict[str, str | None]
    not_people: frozenset[str]
    not_first: frozenset[str]
    places: frozenset[str]  #: what places are called that have a name: "the village of"
    gender: dict[str, str]
    surname_first: dict[str, str]
    nicknames: dict[str, frozenset[str]]
    saying: frozenset[str]
    sounds: tuple[tuple[str, str], ...]


def fold(word: str) -> str:
    """A word in small plain letters, without accents."""
    return _folded(word) if len(word) <= LONGEST_KEPT else _folded.__wrapped__(word)


@lru_cache(maxsize=MOST_KEPT)
def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFKD", word.lower().translate(_PLAIN_LETTERS))
    return "".join(char for char in plain if not unicodedata.combining(char))


@cache
def offices() -> Offices:
    """The table of offices."""
    table = _toml("offices.toml")
    nouns: dict[str, OfficeNoun] = {}
    for word, plural, kind, gender in _rows("offices.tsv"):
        of_gender = None if gender == "-" else gender
        nouns[word] = OfficeNoun(kind, False, of_gender)
        if plural != "-":
            nouns[plural] = OfficeNoun(kind, True, of_gender)
    for short, word in _toml("names.toml")["abbreviations"].items():
        nouns[short] = nouns[word]
    around = table["surroundings"]
    return Offices(
        nouns=nouns,
        modifiers=frozenset(word.lower() for word in table["modifiers"].split()),
        beside=frozenset(table["beside"].split()),
        tenses=frozenset(table["tenses"].split()),
        past=frozenset(table["past"].split()),
        after=frozenset(table["after"].split()),
        of=tuple(sorted((tuple(line.split()) for line in table["of"].strip().splitlines()), key=len, reverse=True)),
        also={kind: frozenset(kinds) for kind, kinds in table["also"].items()},
        acting=frozenset(table["acting"]["words"].split()),
        of_party=frozenset(table["of_party"]["kinds"]),
        governments=frozenset(table["acting"]["governments"].split()),
        of_state=frozenset(around["of_state"]),
        abroad=frozenset(around["abroad"]),
        armed=frozenset(around["armed"].split()),
        houses=frozenset(around["houses"].split()),
        travels=frozenset(around["travels"].split()),
        summons=frozenset(around["summons"].split()),
        meets=frozenset(around["meets"].split()),
        letterheads=frozenset(around["letterheads"].split()),
        of_words=frozenset(table["of"].split()),
        related=frozenset(around["related"].split()),
        divided=frozenset(around["divided"].split()),
        pleaders=frozenset(around["pleaders"].split()),
        owners={word: kind for kind, words in table["owners"].items() for word in words.split()},
        only={office: frozenset(states.split()) for office, states in table["only"].items()},
    )


@cache
def names() -> Names:
    """The tables of names."""
    table = _toml("names.toml")
    honorifics: dict[str, str | None] = dict.fromkeys(table["honorifics"].split())
    honorifics |= dict.fromkeys(table["honorifics_m"].split(), "m")
    honorifics |= dict.fromkeys(table["honorifics_f"].split(), "f")
    gender: dict[str, str] = {}
    for of_gender, _, listed in _rows("given_names.tsv"):
        for name in listed.split():
            gender[name] = of_gender if gender.get(name, of_gender) == of_gender else "u"
    surname_first = {name: custom for custom, listed in _rows("surnames_first.tsv") for name in listed.split()}
    return Names(
        particles=frozenset(table["particles"].split()),
        suffixes=frozenset(table["suffixes"].split()),
        honorifics=honorifics,
        not_people=frozenset(table["not_people"]["words"].split()),
        not_first=frozenset(table["not_people"]["first"].split()),
        places=frozenset(table["not_people"]["places"].split()),
        gender=gender,
        surname_first=surname_first,
        nicknames={short: frozenset(forms) for short, forms in table["nicknames"].items()},
        saying=frozenset(table["saying"].split()),
        sounds=tuple((old, new) for old, _, new in (pair.partition(":") for pair in table["sounds"].split())),
    )


@dataclass(frozen=True, slots=True)
class Years:
    """The years in which something was held; ``until`` is null where they go on."""

    since: int
    until: int | None

    def held_in(self, year: int) -> bool:
        """Whether it was held in a year."""
        return self.since <= year and (self.until is None or year <= self.until)


@dataclass(frozen=True, slots=True)
class Post(Years):
    """Somebody's years at the head of a state or body, or as its voice."""

    state: str


@cache
def leaders() -> dict[str, tuple[Post, ...]]:
    """Who led a state or body or spoke for it, by name: most held one post, some several."""
    table: dict[str, tuple[Post, ...]] = {}
    for state, listed in _rows("leaders.tsv"):
        for entry in listed.split(", "):
            spellings, _, years = entry.rpartition(" ")
            held = _years(years)
            post = Post(held.since, held.until, state)
            for name in spellings.split("/"):
                table[name] = (*table.get(name, ()), post)
    return table


@cache
def heads() -> dict[str, tuple[tuple[str, Years], ...]]:
    """The kind of office that well-known leaders held, with its years, by name."""
    table: dict[str, tuple[tuple[str, Years], ...]] = {}
    for kind, listed in _rows("heads.tsv"):
        for entry in listed.split(", "):
            name, _, spans = entry.rpartition(" ")
            held = tuple((kind, _years(span)) for span in spans.split("+"))
            table[name] = (*table.get(name, ()), *held)
    return table


def _years(span: str) -> Years:
    since, _, until = span.partition("-")
    return Years(int(since), int(until) if until else None)


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_table(name))


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in _table(name).splitlines() if line and not line.startswith("#")]


def _table(name: str) -> str:
    return (files(_ROOM) / "offices" / name).read_text(encoding="utf-8")
