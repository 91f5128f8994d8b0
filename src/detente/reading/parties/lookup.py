"""Which party a token names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.mention import Mention

_KEY = "detente_party_of"


def party_of(doc: Doc, token: Token, *, places: bool = False) -> tuple[str, ...]:
    """The ids of the parties that a token names, or none. Names of places only where ``places`` asks for them.

    Reads ``doc._.detente_party_mentions``; the first call on a Doc makes a table, each further one is a look-up in it.
    """
    mention = _by_token(doc).get(token.i)
    return () if mention is None or (mention.place and not places) else mention.parties


def _by_token(doc: Doc) -> dict[int, Mention]:
    mentions: tuple[Mention, ...] = doc._.detente_party_mentions
    kept = doc.user_data.get(_KEY)
    if kept is not None and kept[0] is mentions:
        table: dict[int, Mention] = kept[1]
        return table
    table = {}
    for mention in mentions:
        span = doc.char_span(mention.start, mention.end, alignment_mode="expand")
        for token in span or ():
            table.setdefault(token.i, mention)
    doc.user_data[_KEY] = (mentions, table)
    return table
