"""Which nouns name a medium: an agency, a paper, a broadcaster."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.loader import Entry
from detente.knowledge.loader import table as read

if TYPE_CHECKING:
    from spacy.tokens import Token

_NAMED = frozenset({"PROPN", "NOUN", "X"})
_LONGEST = 8  # tokens of a medium's name


class Media(Entry, frozen=True):
    """The table of media."""

    nouns: frozenset[str]
    kinds: frozenset[str]
    beside: frozenset[str]
    names: frozenset[str]
    endings: frozenset[str]
    quoting: frozenset[str]
    citing: frozenset[str]
    given: frozenset[str]
    national: frozenset[str]


@cache
def states_of_media() -> dict[str, str]:
    """The state whose agency or broadcaster a name is."""
    return dict(entry.split(":") for entry in table().national)


def table() -> Media:
    """The words of ``knowledge/en/attribution/media.toml``."""
    return read("en/attribution/media", Media)


def is_medium(token: Token) -> bool:
    """Whether a noun is a medium's name, or what a medium is called."""
    media = table()
    if token.text in media.names:
        return True
    modifiers = [child for child in token.children if child.dep_ in {"compound", "amod", "nmod", "appos"}]
    if token.lower_ in media.kinds:
        return any(child.lower_ in media.beside or child.text in media.names for child in modifiers)
    if token.text in media.endings and token.pos_ == "PROPN":
        return any(child.pos_ == "PROPN" for child in modifiers)
    if token.pos_ == "PROPN" and any(child.lower_ in media.nouns for child in modifiers):
        return True  # "the daily Jutarnji list"
    return token.lower_ in media.nouns


def name_of(token: Token) -> str:
    """A medium's words: its noun with what stands before it and its name after it, without clauses."""
    start, end = token.i, token.i + 1
    for child in token.children:
        if child.i < token.i:
            start = min(start, child.left_edge.i)
        elif child.dep_ == "appos" and child.i == end and child.pos_ in _NAMED:
            end = child.i + 1
    return token.doc[max(start, token.i - _LONGEST) : end].text
