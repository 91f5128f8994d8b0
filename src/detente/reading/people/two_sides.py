"""The two sides of a report, where it clearly has two."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.people.tokens import Tokens

_OFTEN = 3  # mentions that make a side
_CLEARLY = 2.5  # how many times as often as the third party a side must come up


def two_sides(tokens: Tokens) -> tuple[str, str] | None:
    """The two states that the report is about, the one named most often first; none where a third comes close."""
    if tokens.sides is None:
        tokens.sides = _count(tokens)
    return tokens.sides or None


def other_side(tokens: Tokens, party: str | None) -> str | None:
    """The other of two sides."""
    sides = two_sides(tokens)
    if sides is None or party not in sides:
        return None
    return sides[1] if sides[0] == party else sides[0]


def _count(tokens: Tokens) -> tuple[str, str] | tuple[()]:
    seen = Counter(
        party
        for mention in tokens.doc._.detente_party_mentions
        if len(mention.parties) == 1
        for party in mention.parties
    )
    top = sorted(seen.items(), key=lambda pair: (-pair[1], pair[0]))[:3]
    if len(top) < 2 or top[1][1] < _OFTEN or (len(top) > 2 and top[2][1] * _CLEARLY > top[1][1]):
        return ()
    return top[0][0], top[1][0]
