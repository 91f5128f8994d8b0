"""The two sides of a report, where it clearly has two."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.reading.people.tokens import Tokens

_OFTEN = 3  # mentions that make a side
_OPENING = 1  # sentences after the first that count as opening
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
        return _lead(tokens, seen)
    return top[0][0], top[1][0]


def _lead(tokens: Tokens, seen: Counter[str]) -> tuple[str, str] | tuple[()]:
    """The two states that the opening sentences name, where they name no third and each comes up again."""
    opening = tokens.sentences[: _OPENING + 1]
    if len(tokens.sentences) <= _OPENING + 1:
        return ()
    found: Counter[str] = Counter()
    for first, last in opening:
        here = {
            mention.parties[0]
            for i in range(first, last)
            if (mention := tokens.party[i]) is not None and not mention.place and len(mention.parties) == 1
        }
        found.update(here & tokens.states)
    both = sorted(state for state, n in found.items() if n == len(opening))
    if len(both) != 2 or any(seen[state] < _OFTEN for state in both):
        return ()
    return both[0], both[1]
