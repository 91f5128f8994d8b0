"""Words that somebody types -> where they stand in a report's text."""

from __future__ import annotations

import re

from detente.errors import WordsNotFound
from detente.model.words import Words
from detente.record.folded import words as folded_words
from detente.record.passage import fitting
from detente.record.search_query import Term

_AROUND = 20  # characters that are shown on each side of a place
_SHOWN = 6


def places(text: str, given: str) -> list[tuple[int, int]]:
    """Every place of the words as they are written but for spaces, else whatever their case, accents and quotes."""
    pieces = [re.escape(piece) for piece in given.split()]
    if not pieces:
        return []
    pattern = r"\s+".join(pieces)
    exact = [match.span() for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text)]
    if exact or not (term := tuple(folded_words(given))):
        return exact
    return list(fitting(text, [Term(term)]))


def the_words(text: str, given: str, at: int | None = None, within: tuple[int, int] | None = None) -> Words:
    """The one place of the words: the one that begins ``at`` an offset, or the only one, or only one ``within`` others.

    Raises WordsNotFound, which lists the places where there are several.
    """
    found = places(text, given)
    if at is not None:
        found = [place for place in found if place[0] == at]
    elif within is not None and len(found) > 1:
        found = [place for place in found if within[0] <= place[0] and place[1] <= within[1]] or found
    if len(found) != 1:
        raise WordsNotFound(given, [(start, _around(text, start, end)) for start, end in found[:_SHOWN]], len(found))
    return Words.at(text, *found[0])


def _around(text: str, start: int, end: int) -> str:
    before, after = max(0, start - _AROUND), min(len(text), end + _AROUND)
    return " ".join(text[before:after].split())
