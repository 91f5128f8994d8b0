"""Whom an agreement binds besides the one who agrees: with whom, in talks with whom, for what in return.

In: a verb of agreeing, promising or giving one's word, and what is to be done. Out: the other parties, and those of
which there is only a description.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import PROVIDED, STANDING
from detente.reading.agreements.provisions import condition_of
from detente.reading.english.clauses import child, conjuncts, preps, subject
from detente.reading.english.factuality import status_of
from detente.reading.english.labels import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Token

    from detente.reading.english.cast import Cast

_STEPS = 3
_ASIDE = frozenset({"dep", "acl", "relcl"})
Sides = tuple[tuple[str, ...], tuple[str, ...]]


def partners(verb: Token, deed: Token | None, cast: Cast) -> Sides:
    """The parties on the other side of what a verb agrees to, and those that are only described."""
    nouns = [*_with(verb), *_at_talks(verb)]
    if deed is not None:
        nouns += [*_within_talks(deed), *_in_return(deed), *_if_they(verb, deed)]
    return named_and_described([*nouns, *_for_which(verb)], cast)


def named_and_described(nouns: Iterable[Token], cast: Cast) -> Sides:
    """The parties that nouns name, and the words for groups of people that name none: "rebel groups"."""
    parties: dict[str, None] = {}
    described: dict[str, None] = {}
    for noun in nouns:
        for each in conjuncts(noun):
            found = cast.named(each, places=True).parties
            parties.update(dict.fromkeys(found))
            group = each.tag_ == "NNS" and each.lemma_.lower() in PROVIDED.fighters
            if group and (not found or any(t.dep_ == "cc" for t in noun.doc[each.left_edge.i : each.i])):
                described[_phrase(each)] = None  # "Chad's government and rebel groups", of which the parser makes one
    return tuple(parties), tuple(described)


def _phrase(noun: Token) -> str:
    """A noun with the words before it that describe it."""
    first = noun.i
    while first > noun.left_edge.i and noun.doc[first - 1].tag_ in ("JJ", "NN", "NNP"):
        first -= 1
    return noun.doc[first : noun.i + 1].text


def _with(verb: Token) -> list[Token]:
    return [noun for _, noun in preps(verb, *PROVIDED.agreed_with)]


def _at_talks(verb: Token) -> list[Token]:
    """With whom it was talked when it was agreed: "agreed at talks with Peru", "in talks between Peru and Chile"."""
    talks = [noun for _, noun in preps(verb, *PROVIDED.at_talks) if noun.lemma_.lower() in PROVIDED.only_talks]
    return [noun for each in talks for noun in _with(each)]


def _within_talks(deed: Token) -> list[Token]:
    talks = (t for t in deed.subtree if t.dep_ == "pobj" and t.lemma_.lower() in PROVIDED.only_talks)
    return [noun for each in talks if each.head.lower_ in PROVIDED.at_talks for noun in _with(each)]


def _in_return(deed: Token) -> list[Token]:
    """Who gives something for it, or has it done to him: all of "to free two Omani pilots in exchange for a ship"."""
    gifts = [t for t in deed.subtree if t.lower_ in PROVIDED.given_for and t.dep_ == "pobj"]
    return [t for t in deed.subtree if t.pos_ in ("NOUN", "PROPN", "ADJ")] if gifts else []


def _if_they(verb: Token, deed: Token) -> list[Token]:
    """Who has to do something first: "… as long as Chad keeps its troops out"."""
    condition = condition_of(deed) or condition_of(verb)
    if condition is None:
        return []
    clauses = [condition, *(c for c in condition.children if c.dep_ in ("advcl", "pcomp", "ccomp"))]
    return [s for each in clauses if (s := child(each, *SUBJECTS)) is not None]


def _for_which(verb: Token) -> list[Token]:
    """Who acts because of the word given: "Malta freed the ship after Oman promised that it would not sail"."""
    if verb.lemma_ in STANDING.agree:
        return []
    clause = verb
    for _ in range(_STEPS):
        if clause.dep_ == "advcl":
            break
        if clause.dep_ != "ccomp":
            return []
        clause = clause.head  # "after it said that Oman had promised …"
    deed = clause.head
    while deed.dep_ in _ASIDE and deed.head.pos_ == "VERB":
        deed = deed.head  # "freed the ship, then called the Grace, after …"
    after = clause.dep_ == "advcl" and any(c.lower_ in PROVIDED.conditions and c.dep_ == "mark" for c in clause.lefts)
    actor = subject(deed) if after and deed.pos_ == "VERB" and status_of(deed).status == "occurred" else None
    return [actor] if actor is not None else []
