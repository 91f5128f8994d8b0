"""Agreements told again by a pronoun: "It bans …", "the accord signed in Lima, which obliges …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import PROVIDED
from detente.reading.english.clauses import child
from detente.reading.english.grammar import IT, THAT_WHICH
from detente.reading.english.labels import SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.agreements.instruments import Instrument, Instruments
    from detente.reading.agreements.mentions import Mention

_TOPICS = SUBJECTS | {"appos", "ROOT"}
_DEEP = 3  # prepositions between a verb and "it"
_FAR = 45  # tokens from a mention to the pronoun


def told_as_it(verb: Token, instruments: Instruments) -> Instrument | None:
    """The agreement that a verb's pronoun stands for; None where it may stand for something else."""
    actor = child(verb, *SUBJECTS)
    if actor is None:
        return None
    which = actor.lower_ in THAT_WHICH and verb.dep_ == "relcl"
    if actor.lower_ not in IT and not which:
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
    strongly = verb.lemma_ in PROVIDED.strongly and not _other_topic(mention)
    return last if strongly or _is_topic(last, mention.head.sent.start) else None


def _other_topic(mention: Mention) -> bool:
    """Whether another thing is what the sentence of a mention is about: "The Act settles what the pact left open"."""
    topic = child(mention.head.sent.root, *SUBJECTS)
    if topic is None or topic.i == mention.head.i or topic.ent_type_ in ("GPE", "PERSON", "NORP", "ORG"):
        return False
    return topic.tag_ in ("NN", "NNP") and mention.head.head.i != mention.head.sent.root.i


def object_it(verb: Token) -> Token | None:
    """The "it" that a verb does something to: "ratified it", "withdrew from it", "pulled out of it"."""
    open_ = [c for c in verb.children if c.i > verb.i]
    for _ in range(_DEEP):
        found = next((c for c in open_ if c.lower_ in IT and c.dep_ in ("dobj", "pobj")), None)
        if found is not None:
            return found
        open_ = [inner for c in open_ if c.dep_ in ("prep", "pcomp") for inner in c.children]
    return None


def is_near(it: Token, instrument: Instrument) -> bool:
    """Whether an agreement was mentioned right before, in an earlier sentence or clause, and nothing else it may be."""
    end = instrument.mentions[-1].end
    return 0 <= it.i - end <= _FAR and not any(
        token.dep_ in ("dobj", "nsubj", "pobj") and token.tag_ == "NN" and token.ent_type_ == ""
        for token in it.doc[it.sent.start : it.i]
    )


def _is_topic(instrument: Instrument, sentence: int) -> bool:
    """Whether the sentence that mentions it last is about it: it is its subject, and nobody else acts there."""
    here = [m.head for m in instrument.mentions if m.head.sent.start == sentence]
    return any(head.dep_ in _TOPICS or (head.dep_ == "dobj" and _many_act(head.head)) for head in here)


def _many_act(verb: Token) -> bool:
    """Whether those who act are many, so that "it" is none of them."""
    actor = child(verb, *SUBJECTS)
    return actor is not None and (actor.tag_ in ("NNS", "NNPS") or any(c.dep_ == "conj" for c in actor.children))
