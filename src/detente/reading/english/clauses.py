"""Walks over the dependency parse: who is the subject of a verb, what is its object, to whom a noun belongs.

Labels are those of spaCy's English pipelines (ClearNLP). All walks are bounded, whatever the parse looks like.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import listed, words
from detente.reading.english.labels import ACTIVE_SUBJECTS, OBJECTS, OF_PREPOSITION, PASSIVE_SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc, Token

RELATIVES = words("en/clauses", "relatives")
_PROMISES = words("en/clauses", "promises")
MEASURES = words("en/clauses", "measures")
MEASURING = listed("en/clauses", "measuring")
OF = words("en/clauses", "of")
_BY = listed("en/clauses", "by")
_CALLING = words("en/clauses", "calling")
_HAVING = words("en/clauses", "having")
_DEFINITE = words("en/clauses", "definite")
_OF_PATIENT = words("en/clauses", "of_patient")
_STEPS = 8


def child(token: Token, *deps: str) -> Token | None:
    """The first child in one of these relations."""
    return next((c for c in token.children if c.dep_ in deps), None)


def roots(doc: Doc, start: int, end: int) -> list[Token]:
    """The tokens of ``[start, end)`` that hang on nothing within it: its head, or several where the parse tears it."""
    return [t for t in doc[start:end] if not start <= t.head.i < end or t.head.i == t.i]


def conjuncts(token: Token) -> list[Token]:
    """The token and what is joined to it by "and", in order."""
    found = [token]
    for t in found:
        found += [c for c in t.children if c.dep_ == "conj" and len(found) < _STEPS]
    return found


def preps(token: Token, *words: str) -> Iterator[tuple[str, Token]]:
    """Prepositions on a token (of any kind if none is named), each with its object, in order."""
    for c in token.children:
        if c.dep_ in ("prep", "agent", "dative") and c.pos_ in ("ADP", "SCONJ", "PART", "VERB", "ADV"):
            word = c.lower_
            objects = [o for o in c.children if o.dep_ in OF_PREPOSITION]
            if not objects:  # "out of the treaty": the object hangs on the second preposition
                for second in c.children:
                    if second.dep_ == "prep" and (not words or second.lower_ in words):
                        yield from ((second.lower_, o) for o in second.children if o.dep_ in OF_PREPOSITION)
            elif not words or word in words:
                yield from ((word, o) for o in objects)


def is_passive(verb: Token) -> bool:
    """Whether the verb is a passive, a reduced relative ("sanctions imposed by") included."""
    if verb.tag_ != "VBN":
        return False
    for c in verb.children:
        if c.dep_ in ("nsubjpass", "auxpass", "csubjpass", "agent"):
            return True
        if c.dep_ == "aux" and c.lemma_ in _HAVING:
            return False
        if c.dep_ == "nsubj":
            return False
    if verb.dep_ == "acl":
        return True
    if verb.dep_ == "conj" and verb.head.pos_ in ("VERB", "AUX"):
        return is_passive(verb.head)
    return verb.dep_ in ("advcl", "ccomp") and child(verb, "dobj") is None and verb.head.pos_ == "VERB"


def antecedent(token: Token) -> Token:
    """What a relative pronoun stands for; otherwise the token itself."""
    if token.lower_ in RELATIVES and token.dep_ != "det":
        verb = token.head
        for _ in range(_STEPS):
            if verb.dep_ in ("relcl", "acl"):
                return verb.head
            if verb.dep_ not in ("xcomp", "conj", "ccomp", "prep"):
                break
            verb = verb.head
    return token


def is_aside(verb: Token) -> bool:
    """Whether a participle only stands aside: "Peru and Chile, meeting in Lima, have agreed".

    The parser takes it for the subject, and the subject for its own.
    """
    return verb.dep_ == "csubj" and verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","


def parted(verb: Token) -> tuple[Token, Token] | None:
    """Subject and modal verb that a phrase between commas parts from their verb: "Peru shall, upon signature, open".

    The parser hangs both on that phrase.
    """
    if verb.tag_ != "VB" or any(c.dep_ == "aux" for c in verb.children):
        return None
    for c in verb.lefts:
        if c.pos_ in ("ADP", "SCONJ", "ADJ", "ADV"):
            actor, modal = child(c, "nsubj"), child(c, "aux")
            if actor is not None and modal is not None and modal.tag_ == "MD" and actor.i < modal.i < verb.i:
                return actor, modal
    return None


def subject(verb: Token, steps: int = _STEPS) -> Token | None:
    """Who does what the verb says: its subject, its agent, or the subject that it shares or is controlled by."""
    if is_passive(verb):
        agent = child(verb, "agent")
        return (child(agent, "pobj") or None) if agent is not None else None
    own = child(verb, *ACTIVE_SUBJECTS)
    if own is not None:
        return subject(own, steps - 1) if is_aside(own) and steps > 0 else antecedent(own)
    if (apart := parted(verb)) is not None:
        return apart[0]
    return _shared_subject(verb, steps - 1) if steps > 0 else None


def _shared_subject(verb: Token, steps: int) -> Token | None:
    head, dep = verb.head, verb.dep_
    if dep in ("xcomp", "ccomp", "advcl", "oprd") or (dep == "acl" and head.pos_ in ("VERB", "AUX", "ADJ")):
        if dep == "xcomp" and head.lemma_ not in _PROMISES:
            controller = child(head, "dobj", "dative")
            if controller is not None and controller.i < verb.i and controller.dep_ == "dobj":
                return controller
        return topic(head, steps)
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        if verb.tag_ in ("VBD", "VBZ") and head.tag_ == "VB" and head.dep_ in ("xcomp", "ccomp", "advcl"):
            head = head.head  # "urged Fiji to wait and called on Samoa": the parser joins it to the waiting
        return topic(head, steps)
    if dep == "conj" and head.pos_ == "NOUN":
        return owner(head)
    if dep == "acl":
        return head if verb.tag_ == "VBG" else (owner(head) or _holder(head, steps))
    if dep == "relcl":
        return head if child(verb, *PASSIVE_SUBJECTS) is None else None
    if dep == "pcomp":
        return _of_preposition(head, steps)
    return None


def topic(verb: Token, steps: int) -> Token | None:
    """The grammatical subject of a clause, passive or not."""
    if steps <= 0:
        return None
    if verb.pos_ in ("ADJ", "NOUN", "ADV") and verb.dep_ in ("acomp", "attr", "oprd", "advcl", "amod"):
        return topic(verb.head, steps - 1)
    passive = child(verb, *PASSIVE_SUBJECTS)
    if passive is not None:
        return antecedent(passive)
    if is_passive(verb):
        if verb.dep_ == "acl":
            return verb.head
        return topic(verb.head, steps - 1) if verb.dep_ in ("conj", "advcl", "xcomp") else None
    return subject(verb, steps - 1)


def _of_preposition(prep: Token, steps: int) -> Token | None:
    governor = prep.head
    if governor.pos_ in ("VERB", "AUX"):
        if prep.lower_ in _OF_PATIENT:  # accuse him of doing, stop them from doing
            patient = child(governor, "dobj", "nsubjpass")
            if patient is not None:
                return patient
        return topic(governor, steps)
    if governor.pos_ in ("NOUN", "PROPN"):
        return owner(governor) or _holder(governor, steps)
    return topic(governor, steps)


def _holder(noun: Token, steps: int) -> Token | None:
    """Whose plan it is that somebody "has", "announced" or acts "toward"."""
    at = noun
    for _ in range(_STEPS):
        if at.dep_ in ("pobj", "prep", "dobj", "attr", "conj", "pcomp"):
            at = at.head
            if at.pos_ in ("VERB", "AUX"):
                return topic(at, steps)
        else:
            break
    return None


def owner(noun: Token) -> Token | None:
    """Whose it is: "its annexation", "the visit by", not the object of "of"."""
    return child(noun, "poss") or next((o for _, o in preps(noun, *_BY)), None)


def patients(verb: Token) -> list[Token]:
    """What the verb is done to: objects, passive subjects, antecedents, without what is joined to them."""
    found = [antecedent(c) for c in verb.children if c.dep_ in OBJECTS or c.dep_ in PASSIVE_SUBJECTS]
    if not found:  # "will rebuff Sweden": the parser may take the name for a measure
        after = [c for c in verb.rights if c.i == verb.i + 1 and c.dep_ == "npadvmod" and c.pos_ == "PROPN"]
        found = [c for c in after if c.ent_type_ not in ("DATE", "TIME")]
    if not found:  # "allowed the envoy to leave": the parser makes the envoy the subject of leaving
        for c in verb.children:
            if c.dep_ == "ccomp" and c.tag_ == "VB" and any(t.tag_ == "TO" for t in c.children):
                found = [t for t in c.children if t.dep_ in ACTIVE_SUBJECTS or t.dep_ in PASSIVE_SUBJECTS]
    if not found and is_passive(verb):
        if verb.dep_ == "acl":
            found = [verb.head]
        elif verb.dep_ in ("conj", "advcl"):
            shared = topic(verb, _STEPS)
            found = [shared] if shared is not None else []
    if not found and verb.dep_ == "relcl" and child(verb, *ACTIVE_SUBJECTS) is not None and not _has_relative(verb):
        found = [verb.head]  # "the cuffs the minister had given"
    return found


def _has_relative(verb: Token) -> bool:
    return any(c.dep_ in ACTIVE_SUBJECTS and c.lower_ in RELATIVES for c in verb.children)


def gives_a_name(verb: Token) -> bool:
    """Whether "call" only says what something is: "called the meeting a farce"."""
    return verb.lemma_ in _CALLING and any(c.dep_ == "oprd" for c in verb.children)


def contents(noun: Token) -> Iterator[Token]:
    """The nouns that say what a noun phrase is about: its head, what is joined to it, and what it measures."""
    for t in conjuncts(noun):
        yield t
        if t.lemma_.lower() in MEASURES or t.pos_ == "NUM":
            for _, o in preps(t, *MEASURING):  # "a series of attacks", "30 million in relief"
                yield from conjuncts(o)


def is_definite(noun: Token) -> bool:
    """Whether a noun has "the", "this" or an owner: it names something known."""
    if noun.pos_ != "NOUN":
        return False
    return any(c.dep_ == "poss" or (c.dep_ == "det" and c.lower_ in _DEFINITE) for c in noun.children)
