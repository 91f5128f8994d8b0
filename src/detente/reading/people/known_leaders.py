"""The table of leaders: whose a person is whom everybody knows, in the year of the report."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from detente.reading.people.chains import same_given, same_word, sound
from detente.reading.people.lexicon import heads, leaders, names
from detente.reading.people.names import key_of

if TYPE_CHECKING:
    from detente.model.date import Date
    from detente.reading.people.lexicon import Post, Years

_MINISTERS = frozenset({"foreign minister", "secretary of state"})
_FULL = 2  # words of a name in full
_BEFORE = 2  # years in which somebody is already spoken of before taking office
_WORDS = re.compile(r"-|[^\s-]+")  # as the tokenizer parts a hyphenated name


def year_of(published: Date | None) -> int | None:
    """The year in which a date begins, or None where that is not known."""
    return published.earliest[0] if published is not None and published.earliest is not None else None


def party_of_leader(key: tuple[str, ...], year: int | None) -> str | None:
    """The state or body of somebody by the folded full name; None where unknown, not yet known, or of two at once."""
    return _one(_by_name().get(key) or _spelled(key), year)


def offices_of_leader(key: tuple[str, ...], year: int | None) -> frozenset[str]:
    """The kinds of office that somebody held in a year, by the folded full name; of any year where none is known."""
    return frozenset(kind for kind, years in _heads().get(key, ()) if year is None or years.held_in(year))


def may_hold(key: tuple[str, ...], kind: str, year: int | None) -> bool:
    """Whether somebody may hold an office: as the table says, and of whom it does not know, a minister's alone."""
    return kind in offices_of_leader(key, year) if key in _heads() else kind in _MINISTERS


def holds_another(key: tuple[str, ...], kind: str, year: int | None) -> bool:
    """Whether the table knows somebody for other years or offices than this."""
    return year is not None and key in _heads() and kind not in offices_of_leader(key, year)


def party_of_surname(surname: str, year: int | None, among: frozenset[str]) -> str | None:
    """The state of "President Putin": of those that the report names, the one that somebody of the name then led."""
    posts = [post for post in _by_surname().get(surname, ()) if post.state in among]
    if year is not None:
        posts = [post for post in posts if post.held_in(year)]
    states = {post.state for post in posts}
    return next(iter(states)) if len(states) == 1 else None


def only_one_of(surname: str) -> bool:
    """Whether the table has leaders of one state alone by a surname, so that it needs no title."""
    return len({post.state for post in _by_surname().get(surname, ())}) == 1


def _spelled(key: tuple[str, ...]) -> tuple[Post, ...]:
    """The posts of somebody whom the table spells otherwise: "Joseph R. Biden", "Walid al-Moualem"."""
    first = key[0] in names().surname_first and key[0] not in names().gender
    if len(key) < _FULL or first:
        return ()
    fits = [
        posts
        for other, posts in _by_sound().get(sound(key[-1]), ())
        if same_given(key[0], other[0]) and same_word(key[-1], other[-1]) and len(key[0].rstrip(".")) > 1
    ]
    return fits[0] if len(fits) == 1 else ()


def _one(posts: tuple[Post, ...], year: int | None) -> str | None:
    """The one post that counts: the last taken up of those held; else of all that were, or are about to be."""
    if year is not None:
        if held := [post for post in posts if post.held_in(year)]:
            return max(held, key=lambda post: post.since).state
        posts = tuple(post for post in posts if post.since - _BEFORE <= year)
    states = {post.state for post in posts}
    return next(iter(states)) if len(states) == 1 else None


@cache
def _heads() -> dict[tuple[str, ...], tuple[tuple[str, Years], ...]]:
    return {key_of(_WORDS.findall(name)): posts for name, posts in heads().items()}


@cache
def _by_name() -> dict[tuple[str, ...], tuple[Post, ...]]:
    """Keyed as the names of a report are: "von der Leyen" and "al-Assad" without their particles."""
    table: dict[tuple[str, ...], tuple[Post, ...]] = {}
    for name, posts in leaders().items():
        key = key_of(_WORDS.findall(name))
        table[key] = (*table.get(key, ()), *posts)
    return table


@cache
def _by_sound() -> dict[str, list[tuple[tuple[str, ...], tuple[Post, ...]]]]:
    table: dict[str, list[tuple[tuple[str, ...], tuple[Post, ...]]]] = {}
    for key, posts in _by_name().items():
        if len(key) >= _FULL and key[0] not in names().surname_first:
            table.setdefault(sound(key[-1]), []).append((key, posts))
    return table


@cache
def _by_surname() -> dict[str, tuple[Post, ...]]:
    table: dict[str, tuple[Post, ...]] = {}
    first = names().surname_first
    for key, posts in _by_name().items():
        surname = key[0] if key[0] in first else key[-1]
        table[surname] = (*table.get(surname, ()), *posts)
    return table
