"""Stretches of a sentence: a clause without one of its parts, a phrase, both short enough to be read at a glance."""

from __future__ import annotations

from spacy.tokens import Token

Stretch = tuple[int, int]  #: tokens [start, end)

_LONGEST = 36  # tokens
_OPENING = frozenset({"PUNCT", "CCONJ", "SPACE"})


def whole(head: Token) -> Stretch:
    """The phrase or clause of a head."""
    return head.left_edge.i, head.right_edge.i + 1


def without(head: Token, part: Token, *also: Token) -> Stretch:
    """The clause of a head without a part that hangs in it: the side of the part on which the head stands."""
    start, end = whole(head)
    for each in (part, *also):
        first, last = each.left_edge.i, each.right_edge.i + 1
        if last <= head.i:
            start = max(start, last)
        elif first > head.i:
            end = min(end, first)
    return start, end


def trimmed(stretch: Stretch, head: Token, without_first: frozenset[str] = frozenset()) -> Stretch:
    """The stretch around its head without marks at its edges, cut where it is too long."""
    start, end = stretch
    doc = head.doc
    if end - start > _LONGEST:
        start = max(start, head.i - _LONGEST // 2)
        end = min(end, start + _LONGEST)
    while start < head.i and (doc[start].pos_ in _OPENING or doc[start].lower_ in without_first):
        start += 1
    while end - 1 > head.i and doc[end - 1].pos_ in _OPENING:
        end -= 1
    return start, end


def clause_of(token: Token) -> Token:
    """The head of the clause, or of the noun with a verb's meaning, that a part hangs on."""
    head = token.head
    for _ in range(4):
        if head.pos_ in ("VERB", "AUX") or head.head == head:
            return head
        if head.pos_ in ("NOUN", "PROPN", "ADJ") and head.dep_ in ("nsubj", "nsubjpass", "dobj", "ROOT", "pobj"):
            return head
        head = head.head
    return head
