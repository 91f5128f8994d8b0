"""The table of leaders: whose a person is whom everybody knows, in the year of the report."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from detente.reading.people.lexicon import leaders, names

if TYPE_CHECKING:
    from detente.reading.people.lexicon import Post

_BEFORE = 2  # years in which somebody is already spoken of before taking office
_YEAR = re.compile(r"\d{4}")


def year_of(published: str | None) -> int | None:
    """The year of an EDTF date, or None."""
    match = _YEAR.match(published or "")
    return int(match[0]) if match else None


def party_of_leader(key: tuple[str, ...], year: int | None) -> str | None:
    """The state or body of somebody by the folded full name; None where unknown, not yet known, or of two at once."""
    return _one(leaders().get(key, ()), year)


def party_of_surname(surname: str, year: int | None, among: frozenset[str]) -> str | None:
    """The state of "President Putin": of those that the report names, the one that somebody of the name then led."""
    posts = [post for post in _by_surname().get(surname, ()) if post.state in among]
    if year is not None:
        posts = [post for post in posts if post.held_in(year)]
    states = {post.state for post in posts}
    return next(iter(states)) if len(states) == 1 else None


def _one(posts: tuple[Post, ...], year: int | None) -> str | None:
    """The one post that counts: the last taken up of those held; else of all that were, or are about to be."""
    if year is not None:
        if held := [post for post in posts if post.held_in(year)]:
            return max(held, key=lambda post: post.since).state
        posts = tuple(post for post in posts if post.since - _BEFORE <= year)
    states = {post.state for post in posts}
    return next(iter(states)) if len(states) == 1 else None


@cache
def _by_surname() -> dict[str, tuple[Post, ...]]:
    table: dict[str, tuple[Post, ...]] = {}
    first = names().surname_first
    for key, posts in leaders().items():
        surname = key[0] if key[0] in first else key[-1]
        table[surname] = (*table.get(surname, ()), *posts)
    return table
