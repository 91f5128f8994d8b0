"""Relative clauses of an agreement: an agreement's noun -> the verbs of what is said of it with "which" and "that"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED
from detente.reading.english.grammar import WHICH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

_THROUGH = frozenset({"prep", "pobj", "acl", "dobj", "conj"})
_MOST = 12  # tokens looked at


def relatives(head: Token) -> Iterator[Token]:
    """Its own relative clauses, and those that the parser hangs on a noun within its phrase.

    Of these only the ones with a comma and "which": "a treaty on borders, which the two signed in May", of which the
    parser may make "two" the verb.
    """
    for child in head.children:
        if child.dep_ == "relcl":
            yield child
    open_ = [c for c in head.rights if c.dep_ in _THROUGH]
    for token in open_:
        for child in token.rights:
            if child.dep_ == "relcl":
                if token.lemma_.lower() not in CALLED.heads and _begins_anew(child):
                    yield next((c for c in child.rights if c.dep_ == "acl" and child.pos_ == "NOUN"), child)
            elif child.dep_ in _THROUGH and len(open_) < _MOST:
                open_.append(child)


def _begins_anew(verb: Token) -> bool:
    first = verb.left_edge
    return first.i > 0 and first.nbor(-1).text == "," and first.lower_ in WHICH
