"""Sentences that go on telling what a deal provides, after "The deal would end the war": "Troops would leave by May".

In: a sentence right after one that gave provisions. Out: its provisions, where it is told in the same voice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import PROVIDED
from detente.reading.agreements.provisions import clause
from detente.reading.english.clauses import child
from detente.reading.english.grammar import BE
from detente.reading.english.labels import SUBJECTS, VERBAL
from detente.reading.english.reality import REALITY

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

    from detente.model.items import Provision
    from detente.reading.agreements.mentions import Mention

_MAIN = frozenset({"ROOT", "conj", "ccomp", "parataxis"})
_QUOTES = '"“”„'


def goes_on(text: str, sentence: Span) -> list[Provision]:
    """What a sentence obliges or lets somebody do; none where it weighs the deal or has somebody speak."""
    verb = sentence.root
    if any(mark in sentence.text for mark in _QUOTES) or verb.lemma_ in REALITY.saying or not _is_term(verb):
        return []
    verbs = [verb, *(c for c in verb.children if c.dep_ == "conj" and _is_term(c))]
    ends = [*(each.left_edge.i for each in verbs[1:]), None]
    found = (clause(text, each, until=end) for each, end in zip(verbs, ends, strict=True))
    return [each for each in found if each is not None]


def after_colon(text: str, mention: Mention) -> list[Provision]:
    """What a deal is, told behind a colon: "struck a deal: Peru would pay, and Chile would let them go"."""
    head = mention.head
    colon = next((t for t in head.doc[head.i + 1 : head.sent.end] if t.text == ":"), None)
    if colon is None:
        return []
    verbs = [t for t in head.doc[colon.i + 1 : head.sent.end] if t.pos_ in VERBAL and _is_term(t)]
    verbs = [t for t in verbs if t.dep_ in _MAIN and child(t, *SUBJECTS) is not None]
    if not verbs:
        return []
    firsts = [max(t.left_edge.i, colon.i + 1) for t in verbs]
    ends = [*firsts[1:], None]
    found = (clause(text, t, until=end, start=first) for t, first, end in zip(verbs, firsts, ends, strict=True))
    return [each for each in found if each is not None]


def _is_term(verb: Token) -> bool:
    actor = child(verb, *SUBJECTS)
    if actor is None or actor.lower_ in PROVIDED.topics or actor.i > verb.i:
        return False
    if not any(c.dep_ == "aux" and c.lower_ in PROVIDED.goes_on for c in verb.children):
        return False
    made = child(verb, "acomp", "attr")
    return verb.lemma_ not in BE or (made is not None and made.lower_ in PROVIDED.able)
