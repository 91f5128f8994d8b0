"""A word of a claim and the claim's head -> how much the word tells of what the claim is on, from 0 to 1.

What the head governs as its object or says of its subject counts whole. Each step aside counts less: a modifier, a
clause that only describes ("a deal, which ended the war"), a circumstance.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

_STEPS = 10
_WHOLE = frozenset({"dobj", "nsubj", "nsubjpass", "pobj", "ccomp", "xcomp", "pcomp"})  # codes: labels
_LESS = {
    "prep": 0.9, "attr": 0.8, "acomp": 0.8, "oprd": 0.8, "compound": 0.8, "nmod": 0.8, "amod": 0.7, "poss": 0.7,
    "conj": 0.7, "relcl": 0.5, "acl": 0.5, "agent": 0.5, "advcl": 0.4, "appos": 0.4,
}  # fmt: skip
_OTHER = 0.8  # any other step
_OUTSIDE = 0.9  # the head is not above it: a second clause of the claim


def nearness(word: Token, head: Token) -> float:
    """The product of the steps from a word up to the head."""
    worth = 1.0
    for _ in range(_STEPS):
        if word.i == head.i:
            return worth
        if word.dep_ not in _WHOLE:
            worth *= _LESS.get(word.dep_, _OTHER)
        if word.head.i == word.i:
            break
        word = word.head
    return worth * _OUTSIDE
