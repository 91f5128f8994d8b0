"""The word classes that the rules on parties use, as sets."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from detente.knowledge.loader import words

Words = frozenset[str]


class WordClasses(NamedTuple):
    """Lower-case words or lemmas; what each class is for stands in the tables ``metonymy`` and ``never``."""

    place_prepositions: Words
    motion: Words
    objects_of: Words
    visits: Words
    attacks: Words
    suffered: Words
    place_nouns: Words
    things: Words
    joined: Words
    government_nouns: Words
    asking: Words
    distance: Words
    meetings: Words
    institutions: Words
    between: Words
    of_people: Words
    after: Words
    titles: Words
    culture: Words
    speaking: Words
    us_states: Words
    georgia_us: Words
    georgia_caucasus: Words


@cache
def word_classes() -> WordClasses:
    """The classes, read once."""
    lists = [words("en/parties/metonymy", f"place.{name}") for name in _PLACE]
    lists += [words("en/parties/metonymy", f"government.{name}") for name in _GOVERNMENT]
    lists += [words("en/parties/metonymy", f"institutions.{name}") for name in _INSTITUTIONS]
    lists += [words("en/parties/never", name) for name in WordClasses._fields[-7:]]
    return WordClasses(*lists)


# codes: names of word classes
_PLACE = (
    "prepositions",
    "motion",
    "objects_of",
    "visits",
    "attacks",
    "suffered",
    "nouns",
    "things",
    "joined",
)  # codes: names of word classes
_GOVERNMENT = ("nouns", "asking", "distance", "meetings")  # codes: names of word classes
_INSTITUTIONS = ("heads", "between", "of_people")
