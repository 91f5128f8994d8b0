"""Nouns that are an agreement, or none, by what they are of: "a prisoner swap", "a declaration of independence"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED
from detente.reading.english.clauses import preps
from detente.reading.english.grammar import UNDER

if TYPE_CHECKING:
    from spacy.tokens import Token


def counts_by_topic(head: Token, kind: str, inner: list[Token]) -> bool | None:
    """Whether it counts; none where its topic does not decide. ``inner`` are the noun's own words before it."""
    of = {form for _, topic in preps(head, "of") for form in (topic.lower_, topic.lemma_.lower())}
    if kind in CALLED.declarations and of & CALLED.declared:
        return False
    if kind in CALLED.swaps:
        arranged = head.dep_ == "pobj" and head.head.lower_ in UNDER
        return arranged or any(token.lower_ in CALLED.swapped for token in inner) or bool(of & CALLED.swapped)
    if kind in CALLED.cessations:
        return bool(of & CALLED.hostilities) or not of
    return None


def is_parted_truce(head: Token) -> bool:
    """Whether a noun is the end of "cease-fire", of which the tokeniser makes three words."""
    if head.lower_.removesuffix("s") not in CALLED.fires or head.i < 2:
        return False
    return head.nbor(-1).tag_ == "HYPH" and head.nbor(-2).lower_ in CALLED.ceasing
