"""Who speaks together: the members of "Fidan and Gerapetritis", and whom a group word stands for."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.mention import Mention
    from detente.model.references import Reference
    from detente.reading.cited import Cited

_NAMING = frozenset({"name", "capital", "seat", "group", "pronoun", "people"})
_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_MOST = 12  # members that are looked at


def together(head: Token, source: tuple[int, int]) -> list[Token]:
    """The head of a source and its conjuncts: nouns that are joined, whether or not the source's words reach them."""
    members = [head]
    todo = [head]
    while todo and len(members) < _MOST:
        for child in todo.pop(0).children:
            if child.dep_ != "conj" or child.pos_ not in _NOMINAL or child.i < source[0]:
                continue
            members.append(child)
            todo.append(child)
    return members


def named(cited: Cited, mention: Mention | None, *, alone: bool) -> tuple[Reference, ...]:
    """The people, or else the parties, that a mention stands for; a title in the plural only where it stands alone."""
    if mention is None:
        return ()
    if mention.people:
        return cited.persons(mention.people)
    if mention.kind in _NAMING and (not mention.place or not alone):
        return cited.parties(mention.parties)
    return ()
