"""What one word says by itself of whether something happened: a verb or noun of the parse -> the word that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.english.clauses import gives_a_name
from detente.reading.english.reality import GOVERNING, REALITY

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import Status


def made_of(word: Token) -> Status | None:
    """What a governing word makes of what hangs on it; none where it says nothing."""
    lemma = word.lemma_.lower()
    if gives_a_name(word):
        return None
    for status, words in GOVERNING.items():
        if lemma in words or (word.pos_ != "VERB" and word.lower_ in words):
            return status
    return None


def negation(token: Token) -> Token | None:
    """What denies a verb or noun: "not", "nor", or a "no" on its subject or object."""
    listed = REALITY.negations
    if token.dep_ == "conj":  # "has not signed, nor has it recalled its envoy"
        nor = next((c for c in token.head.children if c.lower_ in REALITY.nor and token.head.i < c.i < token.i), None)
        if nor is not None:
            return nor
    for c in token.children:
        if c.dep_ == "neg" or (c.dep_ in ("advmod", "preconj") and c.lower_ in listed):
            return c
        if c.dep_ in ("dobj", "nsubj", "nsubjpass", "attr"):
            if c.lower_ in listed:
                return c
            for d in c.children:
                if d.dep_ in ("det", "neg", "preconj", "cc") and d.lower_ in REALITY.none:
                    return d
    return None


def condition(verb: Token) -> Token | None:
    """What makes a clause a condition: "if", "unless", "should" before its subject."""
    listed = REALITY.conditions
    for c in verb.children:
        if (
            c.dep_ in ("mark", "advmod", "aux")
            and c.lower_ in listed
            and (c.dep_ != "aux" or c.i < verb.left_edge.i + 1)
        ):
            return c
    return None


def says(verb: Token) -> bool:
    """Whether a verb is one of saying, after which "would" is the future seen from then."""
    return verb.lemma_ in REALITY.saying


def is_negotiated(token: Token, governor: Token) -> bool:
    """Whether it is only spoken of as a thing to be settled: "talks on the return of the fishermen"."""
    return governor.pos_ == "NOUN" and governor.lemma_ in REALITY.bargaining and token.lemma_ in REALITY.negotiable
