"""Nouns that are an agreement, or none, by what they are of: "a prisoner swap", "a declaration of independence"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreements import word_classes
from detente.reading.english.clauses import preps

if TYPE_CHECKING:
    from spacy.tokens import Token


def counts_by_topic(head: Token, kind: str, inner: list[Token]) -> bool | None:
    """Whether it counts; none where its topic does not decide. ``inner`` are the noun's own words before it."""
    classes = word_classes()
    of = {topic.lower_ for _, topic in preps(head, "of")}
    if kind in classes["declarations"] and of & classes["declared"]:
        return False
    if kind in classes["swaps"]:
        return any(token.lower_ in classes["swapped"] for token in inner)
    if kind in classes["cessations"]:
        return bool(of & classes["hostilities"]) or not of
    return None


def is_parted_truce(head: Token) -> bool:
    """Whether a noun is the end of "cease-fire", of which the tokeniser makes three words."""
    classes = word_classes()
    if head.lower_.removesuffix("s") not in classes["fires"] or head.i < 2:
        return False
    return head.nbor(-1).tag_ == "HYPH" and head.nbor(-2).lower_ in classes["ceasing"]
