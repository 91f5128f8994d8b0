"""Look-up for other components: who stands at a token, and whom a noun phrase acts for."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from spacy.tokens import Doc, Span, Token

from detente.reading.people.lexicon import offices

if TYPE_CHECKING:
    from detente.model.mention import Mention

_REACH = 8  # mentions that may nest or stand between a token and the one that covers it
_OWNERS = frozenset({"amod", "compound", "poss", "nmod", "appos"})


def mention_at(doc: Doc, token: Token) -> Mention | None:
    """The innermost mention that covers a token, or none."""
    mentions: tuple[Mention, ...] = doc._.detente_mentions
    char = token.idx
    best: Mention | None = None
    at = bisect_right(mentions, char, key=lambda mention: mention.start)
    for mention in mentions[max(at - _REACH, 0) : at]:
        if mention.end > char and (best is None or mention.end - mention.start < best.end - best.start):
            best = mention
    return best


def actors(doc: Doc, phrase: Span | Token) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The ids of the people and the parties that a noun phrase stands or acts for, its conjuncts included.

    "Kono and Lavrov" gives both people and their parties, "Russian officials" Russia; places give nothing.
    """
    head = phrase.root if isinstance(phrase, Span) else phrase
    people: dict[str, None] = {}
    parties: dict[str, None] = {}
    party_of = {person.id: person.party for person in doc._.detente_people}
    for token in (head, *head.conjuncts):
        mention = mention_at(doc, token)
        if mention is None:
            mention = _owner(doc, token)
        if mention is None or mention.place:
            continue
        people.update(dict.fromkeys(mention.people))
        parties.update(dict.fromkeys(mention.parties))
        parties.update(dict.fromkeys(party for person in mention.people if (party := party_of.get(person))))
    return tuple(people), tuple(parties)


def _owner(doc: Doc, token: Token) -> Mention | None:
    """Whose body or people the noun names: "Russian officials", "the ministry of Iran"."""
    if token.lower_ not in offices().acting:
        return None
    for child in token.children:
        if child.dep_ in _OWNERS and (mention := mention_at(doc, child)) is not None and mention.parties:
            return mention
    return None
