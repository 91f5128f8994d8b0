"""The source of a cue: its subject in the parse, or the name that stands beside it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.attribution.words import SOURCE
from detente.reading.english.clauses import RELATIVES, roots
from detente.reading.english.grammar import BY, TO
from detente.reading.english.labels import ACTIVE_SUBJECTS, FINITE, NOMINAL

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.reading.attribution.relation import Attribution

_CLIMB = frozenset({"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "dep"})
_STOPS = frozenset({",", ";", ":", "-", "--", "—", "–", '"', "(", "."})
_LONGEST = 40  # tokens of a source


def source_of(cue: Token) -> Token | None:
    """Who speaks, by the cue's subject: its own, or that of the clause which it continues.

    A participle shares the subject of its governor ("smiled, saying"), a modifier takes its noun ("a letter saying").
    """
    token, steps = cue, 0
    while steps < 6:
        own = _own_subject(token)
        if own is not None:
            return own
        if token.dep_ == "acl":
            return token.head if token.tag_ == "VBG" else _agent(token)
        if token.dep_ == "relcl":
            return token.head
        if token.dep_ not in _CLIMB or token.head is token:
            return None
        if token.dep_ == "ccomp" and _finite(token):
            return None
        token, steps = token.head, steps + 1
    return None


def _own_subject(verb: Token) -> Token | None:
    passive = None
    for child in verb.children:
        if child.dep_ in ACTIVE_SUBJECTS and child.tag_ != "EX":
            return child
        if child.dep_ == "nsubjpass":
            passive = child
    if passive is not None:
        return _agent(verb) or (passive if verb.lemma_ in SOURCE.quoting else None)
    return None


def _agent(verb: Token) -> Token | None:
    for child in verb.children:
        if child.dep_ == "agent" or (child.dep_ == "prep" and child.lower_ in BY):
            return next((noun for noun in child.children if noun.dep_ == "pobj"), None)
    return None


def _finite(verb: Token) -> bool:
    return verb.tag_ in FINITE or any(child.dep_ in {"aux", "auxpass"} for child in verb.children)


def controlled(doc: Doc, found: Attribution) -> Attribution:
    """What was found with the source that the parse leaves no choice about.

    Not a noun within the description of the cue's own subject ("the Front, which Algiers backs, wants") or in a phrase
    beside it ("Oslo, urged on by Bonn, wants"), nor the partner of an encounter whose purpose the cue tells ("met with
    his guest to discuss"), nor who is told ("wrote to Caracas"): the subject in each.
    """
    if found.anchor is None or found.who is None or found.frame in {"turn", "nested"}:
        return found
    cue, who = doc[found.anchor], doc[found.who]
    own = next((child for child in cue.children if child.dep_ == "nsubj"), None)
    if own is None and cue.dep_ in {"advcl", "xcomp", "acl", "relcl"} and cue.tag_ == "VB" and _partner_of(cue, who):
        own = source_of(cue.head if cue.head.pos_ == "VERB" else who.head.head)
    elif own is not None and not (own.pos_ in {"NOUN", "PROPN"} and _is_no_source(who, own, cue)):
        return found
    if own is None or own.i == who.i:
        return found
    return replace(found, who=own.i, source=extent(own, found.cue))


def _partner_of(cue: Token, who: Token) -> bool:
    """Whether a noun is the one with whom the verb above an infinitive brings its subject together."""
    preposition = who.head
    if who.dep_ != "pobj" or preposition.lower_ not in SOURCE.partner:
        return False
    purpose = any(child.lower_ in TO for child in cue.children)
    return purpose and (preposition.head == cue.head or cue.head == who) and preposition.head.pos_ == "VERB"


def _is_no_source(who: Token, own: Token, cue: Token) -> bool:
    return _described(who, own) or _told_to(cue, who) or _aside(who, own, cue) or _second(who, own, cue)


def _second(who: Token, own: Token, cue: Token) -> bool:
    """Whether a preposition before a noun was taken for a conjunction: "Chile's agent before the court replied"."""
    if who.dep_ != "nsubj" or who.head.i != cue.i or not own.i < who.i < cue.i:
        return False
    return own.doc[own.i + 1].dep_ == "mark" and own.i + 2 == who.left_edge.i


def _aside(who: Token, own: Token, cue: Token) -> bool:
    """Whether a noun stands in a participial phrase between the cue's subject and the cue."""
    token = who
    while token.head.i not in {token.i, cue.i}:
        token = token.head
    return token.head.i == cue.i and token.dep_ == "advcl" and token.tag_ in {"VBN", "VBG"} and own.i < token.i < cue.i


def _told_to(cue: Token, who: Token) -> bool:
    """Whether a noun hangs on the cue by a preposition: "wrote to Caracas"."""
    return who.dep_ == "pobj" and who.head.dep_ in {"prep", "dative"} and who.head.head == cue and who.i > cue.i


def _described(token: Token, noun: Token) -> bool:
    """Whether a token stands in a relative clause or participle on a noun."""
    while token.i != noun.i and token.head.i != token.i:
        if token.dep_ in {"relcl", "acl"} and token.head.i == noun.i:
            return True
        token = token.head
    return False


def extent(head: Token, avoid: tuple[int, int] | None = None) -> tuple[int, int]:
    """The tokens ``[start, end)`` of a source: its phrase without a trailing relative clause, clear of ``avoid``."""
    doc = head.doc
    start, end = head.left_edge.i, head.right_edge.i + 1
    if avoid is not None and start < avoid[1] and end > avoid[0]:
        if head.i < avoid[0]:
            end = min(end, avoid[0])
        else:
            start = max(start, avoid[1])
    for i in range(head.i + 1, end):
        token = doc[i]
        if token.lower_ in RELATIVES and doc[i - 1].text == "," and token.dep_ not in {"det", "mark"}:
            end = i
            break
        if token.text == '"' or i - head.i > _LONGEST:
            end = i
            break
    for i in range(head.i - 1, start - 1, -1):
        if doc[i].text in {'"', ":", ";"} or doc[i].is_space or head.i - i > _LONGEST:
            start = i + 1
            break
    while end > head.i + 1 and (doc[end - 1].text in _STOPS or doc[end - 1].is_space):
        end -= 1
    return start, end


def beside(doc: Doc, cue: int, left: int, right: int) -> Token | None:
    """The name or noun next to a cue within tokens ``[left, right)``, where the parse gives no subject."""
    if cue - left <= _LONGEST:
        for i in range(left, cue):
            token = doc[i]
            if token.pos_ in NOMINAL and not left <= token.head.i < cue:
                return token
    for i in range(cue + 1, min(right, cue + 8)):
        token = doc[i]
        if token.text in _STOPS:
            break
        if token.pos_ in NOMINAL:
            return _last_of_name(doc, i, right)
    return None


def _last_of_name(doc: Doc, i: int, right: int) -> Token:
    while i + 1 < right and doc[i + 1].pos_ in {"PROPN", "NOUN"}:
        i += 1
    return doc[i]


def cue_extent(cue: Token) -> tuple[int, int]:
    """A verbal cue with its auxiliaries, negation, adverbs and particle, as one contiguous stretch of tokens."""
    doc, start, end = cue.doc, cue.i, cue.i + 1
    while start > 0 and doc[start - 1].head == cue and doc[start - 1].dep_ in {"aux", "auxpass", "neg", "advmod"}:
        start -= 1
    while end < len(doc) and doc[end].head == cue and doc[end].dep_ == "prt":
        end += 1
    return start, end


def negated(cue: Token) -> bool:
    """Whether the cue itself is negated."""
    return any(child.dep_ == "neg" for child in cue.children)


def head_of(doc: Doc, span: tuple[int, int]) -> int:
    """The token of a span that the rest of it hangs on; of several, the first noun or name, else the first."""
    start, end = span
    if end - start == 1:
        return start
    heads = roots(doc, start, end)
    return next((token.i for token in heads if token.pos_ in NOMINAL), heads[0].i)
