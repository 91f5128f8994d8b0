"""The tables of offices and names, as the component looks things up in them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from detente.knowledge.loader import Entry, rows, table
from detente.knowledge.offices import office_nouns

# What is found out about a report's words is kept for the next ones, within bounds: reports never end.
MOST_KEPT = 32_768  # words
LONGEST_KEPT = 40  # letters of a word
_PLAIN_LETTERS = str.maketrans(  # codes: letters
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
    holds: frozenset[str]
    travels: frozenset[str]
    summons: frozenset[str]
    meets: frozenset[str]
    letterheads: frozenset[str]
    of_words: frozenset[str]  #: every word of ``of``
    related: frozenset[str]  #: nouns for whom a state has beside it: "Israel's ally" is not Israel's
    divided: frozenset[str]  #: words by which several of a state stand against one another
    pleaders: frozenset[str]  #: offices held for whom stands after "for"
    owners: dict[str, str]  #: a common noun that owns an office -> the kind of party that it stands for
    abroad_as: dict[str, str]  #: a kind of office that few states have -> what it is elsewhere
    spelled: dict[str, str]  #: a word of an office -> how it is compared
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


class _Acting(Entry, frozen=True):
    words: frozenset[str]
    governments: frozenset[str]


class _OfParty(Entry, frozen=True):
    kinds: frozenset[str]


class _Surroundings(Entry, frozen=True):
    of_state: frozenset[str]
    abroad: frozenset[str]
    armed: frozenset[str]
    houses: frozenset[str]
    holds: frozenset[str]
    travels: frozenset[str]
    summons: frozenset[str]
    meets: frozenset[str]
    letterheads: frozenset[str]
    related: frozenset[str]
    divided: frozenset[str]
    pleaders: frozenset[str]


class _Titles(Entry, frozen=True):
    modifiers: tuple[str, ...]
    beside: frozenset[str]
    tenses: frozenset[str]
    past: frozenset[str]
    after: frozenset[str]
    of: tuple[str, ...]
    also: dict[str, frozenset[str]]
    acting: _Acting
    owners: dict[str, tuple[str, ...]]
    of_party: _OfParty
    surroundings: _Surroundings
    abroad_as: dict[str, str]
    spelled: dict[str, str]
    only: dict[str, frozenset[str]]


@cache
def offices() -> Offices:
    """The table of offices."""
    nouns: dict[str, OfficeNoun] = {}
    for row in office_nouns():
        nouns[row.word] = OfficeNoun(row.kind, False, row.gender)
        if row.plural is not None:
            nouns[row.plural] = OfficeNoun(row.kind, True, row.gender)
    for short, word in table("en/offices/names", _NameWords).abbreviations.items():
        nouns[short] = nouns[word]
    titles = table("en/offices/offices", _Titles)
    around = titles.surroundings
    return Offices(
        nouns=nouns,
        modifiers=frozenset(word.lower() for word in titles.modifiers),
        beside=titles.beside,
        tenses=titles.tenses,
        past=titles.past,
        after=titles.after,
        of=tuple(sorted((tuple(line.split()) for line in titles.of), key=len, reverse=True)),
        also=titles.also,
        acting=titles.acting.words,
        of_party=titles.of_party.kinds,
        governments=titles.acting.governments,
        of_state=around.of_state,
        abroad=around.abroad,
        armed=around.armed,
        houses=around.houses,
        holds=around.holds,
        travels=around.travels,
        summons=around.summons,
        meets=around.meets,
        letterheads=around.letterheads,
        of_words=frozenset(word for line in titles.of for word in line.split()),
        related=around.related,
        divided=around.divided,
        pleaders=around.pleaders,
        owners={word: kind for kind, words in titles.owners.items() for word in words},
        abroad_as=titles.abroad_as,
        spelled=titles.spelled,
        only=titles.only,
    )


class _NotPeople(Entry, frozen=True):
    places: frozenset[str]
    words: frozenset[str]
    first: frozenset[str]


class _NameWords(Entry, frozen=True):
    particles: frozenset[str]
    suffixes: frozenset[str]
    honorifics: tuple[str, ...]
    honorifics_m: tuple[str, ...]
    honorifics_f: tuple[str, ...]
    saying: frozenset[str]
    sounds: tuple[str, ...]
    abbreviations: dict[str, str]
    not_people: _NotPeople
    nicknames: dict[str, frozenset[str]]


class _GivenName(Entry, frozen=True):
    name: str
    gender: Literal["m", "f", "u"]
    where: str


class _Surname(Entry, frozen=True):
    name: str
    custom: str


@cache
def names() -> Names:
    """The tables of names."""
    data = table("en/offices/names", _NameWords)
    honorifics: dict[str, str | None] = dict.fromkeys(data.honorifics)
    honorifics |= dict.fromkeys(data.honorifics_m, "m")
    honorifics |= dict.fromkeys(data.honorifics_f, "f")
    gender: dict[str, str] = {}
    for row in rows("en/offices/given_names", _GivenName):
        gender[row.name] = row.gender if gender.get(row.name, row.gender) == row.gender else "u"
    return Names(
        particles=data.particles,
        suffixes=data.suffixes,
        honorifics=honorifics,
        not_people=data.not_people.words,
        not_first=data.not_people.first,
        places=data.not_people.places,
        gender=gender,
        surname_first={row.name: row.custom for row in rows("en/offices/surnames_first", _Surname, "name")},
        nicknames=data.nicknames,
        saying=data.saying,
        sounds=tuple((old, new) for old, _, new in (pair.partition(":") for pair in data.sounds)),
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


class _Leader(Entry, frozen=True):
    party: str
    names: tuple[str, ...]
    since: int
    until: int | None = None


class _Head(Entry, frozen=True):
    office: str
    name: str
    since: int
    until: int | None = None


@cache
def leaders() -> dict[str, tuple[Post, ...]]:
    """Who led a state or body or spoke for it, by name: most held one post, some several."""
    found: dict[str, tuple[Post, ...]] = {}
    for row in rows("facts/leaders", _Leader):
        post = Post(row.since, row.until, row.party)
        for name in row.names:
            found[name] = (*found.get(name, ()), post)
    return found


@cache
def heads() -> dict[str, tuple[tuple[str, Years], ...]]:
    """The kind of office that well-known leaders held, with its years, by name."""
    found: dict[str, tuple[tuple[str, Years], ...]] = {}
    for row in rows("facts/heads", _Head):
        found[row.name] = (*found.get(row.name, ()), (row.office, Years(row.since, row.until)))
    return found
