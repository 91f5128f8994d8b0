"""A clause -> whether it is negated, and whether it is on the speaker himself: what decides how its words are taken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.english.clauses import child
from detente.reading.english.labels import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS
from detente.reading.english.mentions import mention_at
from detente.reading.positions.lexicon import stance_words

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.positions.candidates import Candidate

SUBJECTS = (*ACTIVE_SUBJECTS, *PASSIVE_SUBJECTS, "expl")
CLAUSAL = ("VERB", "AUX")
_STEPS = 4


def is_negated(head: Token) -> bool:
    """Whether a clause, or a noun in place of one, is negated: by "not", "no", "no longer"."""
    none = stance_words().modals["not"]
    for c in head.children:
        if c.dep_ == "neg" or (c.dep_ in ("advmod", "preconj", "cc") and c.lower_ in none and c.i < head.i):
            return True
        if c.dep_ in (*SUBJECTS, "attr", "dobj") and any(
            d.dep_ in ("det", "neg") and d.lower_ in none for d in c.children
        ):
            return True
        if c.dep_ in SUBJECTS and (c.lower_ in none or c.left_edge.lower_ in none):
            return True
        if (c.dep_ in ("dobj", "attr") and c.lower_ in none) or ends(c):
            return True
    return head.pos_ == "NOUN" and head.dep_ not in SUBJECTS and any(c.lower_ in none for c in head.lefts)


def is_own(one: Candidate, head: Token) -> bool:
    """Whether a clause is on the speaker himself: his pronoun or party is its subject, or it has none of its own."""
    subject = subject_of(head)
    if subject is None:
        return head.pos_ in CLAUSAL and head.dep_ not in ("acl", "relcl")
    if subject.lower_ in stance_words().self["us"]:
        return True
    mention = mention_at(head.doc, subject)
    known = stance_words().self
    side = {who.id for who in one.side} | {
        one.statement.speaker.id if one.statement and one.statement.speaker else None
    }
    if subject.lemma_.lower() in known["bodies"] and any(c.lower_ in known["possessive"] for c in subject.children):
        return True
    if mention is not None:
        return not side.isdisjoint((*mention.parties, *mention.people))
    return subject.lower_ in known["pronouns"] or any(
        (owner := mention_at(head.doc, c)) is not None and not side.isdisjoint(owner.parties)
        for c in subject.children
        if c.dep_ in ("poss", "amod", "compound", "nmod")
    )


def subject_of(head: Token) -> Token | None:
    """The subject of a clause, its own or that of the clause that it is joined to."""
    at = head
    for _ in range(_STEPS):
        if (found := child(at, *SUBJECTS)) is not None:
            return found
        if at.dep_ not in ("conj", "xcomp") or at.head.pos_ not in CLAUSAL:
            return None
        at = at.head
    return None


def ends(word: Token) -> bool:
    """Whether it is a "no longer"."""
    return word.dep_ == "advmod" and any(c.lower_ in stance_words().modals["no"] for c in word.children)
