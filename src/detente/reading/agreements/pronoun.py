"""Agreements told again by a pronoun: "It bans …", "the accord signed in Lima, which obliges …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreements.records import word_classes

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.agreements.instruments import Instrument, Instruments

_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_TOPICS = _SUBJECTS | {"appos", "ROOT"}
_WHICH = frozenset({"which", "that"})
_FAR = 45  # tokens from a mention to the pronoun


def told_as_it(verb: Token, instruments: Instruments) -> Instrument | None:
    """The agreement that a verb's pronoun stands for; None where it may stand for something else."""
    actor = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
    if actor is None:
        return None
    which = actor.lower_ in _WHICH and verb.dep_ == "relcl"
    if actor.lower_ != "it" and not which:
        return None
    last = instruments.last()
    if last is None or actor.i - last.mentions[-1].end > _FAR or actor.i < last.mentions[-1].end:
        return None
    mention = last.mentions[-1]
    if which:  # hung by the parser on the last noun of a phrase
        apart = mention.head.i == verb.head.i or not mention.head.is_ancestor(actor)
        return None if apart else last
    if actor.sent.start == mention.head.sent.start and actor.head.dep_ == "ROOT":
        return None
    return last if verb.lemma_ in word_classes()["strongly"] or _is_topic(last, mention.head.sent.start) else None


def _is_topic(instrument: Instrument, sentence: int) -> bool:
    """Whether the sentence that mentions it last is about it: it is its subject, and nobody else acts there."""
    return any(m.head.dep_ in _TOPICS for m in instrument.mentions if m.head.sent.start == sentence)
