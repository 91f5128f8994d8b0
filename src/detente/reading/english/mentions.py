"""Who is at a token: the one look-up in the mentions that the components of parties and people left on a Doc."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from spacy.tokens import Doc, Token

    from detente.model.mention import Mention

_KEY = "detente_mention_index"
_NESTED = 8  # mentions that may nest or stand between a token and the one that covers it


class Mentions:
    """The mentions of a Doc by where they begin; of several that begin together the longest comes first.

    Two of the same words are kept as well; of these the one that was found first is the innermost.
    """

    def __init__(self, found: Sequence[Mention]) -> None:
        self.all = list(reversed(found))
        self.all.sort(key=lambda mention: (mention.start, -mention.end))
        self._starts = [mention.start for mention in self.all]

    def __bool__(self) -> bool:
        return bool(self.all)

    def at(self, token: Token) -> Mention | None:
        """The innermost mention that a token is part of."""
        last = bisect_right(self._starts, token.idx) - 1
        for at in range(last, max(last - _NESTED, -1), -1):
            if self.all[at].end > token.idx:
                return self.all[at]
        return None

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin within characters ``[start, end)``."""
        return self.all[bisect_right(self._starts, start - 1) : bisect_right(self._starts, end - 1)]

    def until(self, token: Token) -> list[Mention]:
        """The mentions that begin at a token or before it."""
        return self.all[: bisect_right(self._starts, token.idx)]


def mentions(doc: Doc) -> Mentions:
    """The mentions of people and parties on a Doc, or of parties alone where people have not been found."""
    found: tuple[Mention, ...] = doc._.detente_mentions or doc._.detente_party_mentions
    kept = doc.user_data.get(_KEY)
    if kept is None or kept[0] is not found:
        kept = doc.user_data[_KEY] = (found, Mentions(found))
    index: Mentions = kept[1]
    return index


def mention_at(doc: Doc, token: Token) -> Mention | None:
    """The innermost mention that a token is part of, or none."""
    return mentions(doc).at(token)
