"""Whether a cue of the lexicon fits a token: its particles, its object, its compounds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.knowledge.loader import words as word_class
from detente.reading.english.clauses import contents, patients, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.events.lexicon import Cue

_NAMES = frozenset({"GPE", "NORP", "ORG", "PERSON", "LOC"})
#: Nouns that take their meaning from their compound: "a mediation effort".
_GENERIC = word_class("en/events/matching", "generic")
_CLAUSAL = word_class("en/events/matching", "clausal")
_INFINITIVE = word_class("en/events/matching", "infinitive")
_TIMES = frozenset({"DATE", "TIME"})
_INFINITIVES = ("xcomp", "advcl", "ccomp", "acl")


@dataclass(frozen=True, slots=True)
class Match:
    """A cue that fits, the tokens that make it up and the noun that it takes as its object, if any."""

    cue: Cue
    words: tuple[Token, ...]
    heads: tuple[Token, ...] = ()


def best_match(token: Token, cues: tuple[Cue, ...]) -> Match | None:
    """The first cue that fits; they come most specific first."""
    for cue in cues:
        found = fit(token, cue)
        if found is not None:
            return found
    return None


def fit(token: Token, cue: Cue) -> Match | None:
    """The match of one cue at a token, or none."""
    if cue.plural and token.tag_ not in ("NNS", "NNPS"):
        return None
    before = _modifiers(token, cue.before)
    if before is None:
        return None
    words = _words(token, cue.words)
    if words is None:
        return None
    if cue.subjects:
        actor = _subject(token, cue.subjects)
        if actor is None:
            return None
        before = [*before, actor]
    if not cue.asks:
        return Match(cue, tuple(dict.fromkeys((*before, token, *words))))
    for head in _objects(token, words):
        if fits_head(head, cue):
            measured = contents(head) if head.lemma_ in word_class("en/clauses", "measures") else ()
            return Match(cue, tuple(dict.fromkeys((*before, token, *words, head, *measured))), (head,))
    return None


def fits_head(head: Token, cue: Cue) -> bool:
    """Whether an object is one that the cue asks for."""
    if head.lemma_.lower() in cue.heads or head.lower_ in cue.heads:
        return True
    if cue.any or (cue.person and head.ent_type_ in ("PERSON", "NORP")):
        return True
    if _means(head, cue.heads):
        return True
    if cue.party:
        return head.ent_type_ in _NAMES or any(
            c.ent_type_ in _NAMES for c in head.children if c.dep_ in ("amod", "compound", "poss", "appos")
        )
    return False


def _means(noun: Token, wanted: frozenset[str]) -> bool:
    """Whether a noun that says little has one of the words before it."""
    return noun.lemma_ in _GENERIC and any(c.dep_ == "compound" and c.lemma_ in wanted for c in noun.children)


def _subject(token: Token, wanted: frozenset[str]) -> Token | None:
    actor = subject(token)
    if actor is None:
        return None
    return next((n for n in contents(actor) if n.lemma_.lower() in wanted or _means(n, wanted)), None)


def _modifiers(token: Token, wanted: tuple[str, ...]) -> list[Token] | None:
    found = []
    for word in wanted:
        hit = next((c for c in token.children if c.i < token.i and word in (c.lower_, c.lemma_)), None)
        if hit is None:
            return None
        found.append(hit)
    return found


def _words(token: Token, wanted: tuple[str, ...]) -> list[Token] | None:
    found: list[Token] = []
    at = token
    for word in wanted:
        hit = _word(token, word) or (_word(at, word) if at is not token else None)
        if hit is None:
            return None
        found.append(hit)
        at = hit
    return found


def _word(token: Token, word: str) -> Token | None:
    for c in token.children:
        if word in _CLAUSAL and c.dep_ == "ccomp" and c.pos_ in ("VERB", "AUX"):
            return next((m for m in c.children if m.lower_ in _CLAUSAL), token)
        if c.dep_ == "prep" and any(o.ent_type_ in _TIMES for o in c.children):
            continue  # "called on Monday"
        if c.lower_ == word and c.dep_ not in ("nsubj", "nsubjpass", "mark", "punct", "conj"):
            if c.dep_ == "aux":
                continue  # its own infinitive: "to travel to Lima"
            return c
        if word in _INFINITIVE and c.dep_ in _INFINITIVES and c.pos_ in ("VERB", "AUX"):
            for aux in c.children:
                if aux.dep_ == "aux" and aux.tag_ == "TO":
                    return aux
    return None


def _objects(token: Token, words: list[Token]) -> list[Token]:
    if words:
        last = words[-1]
        if last.tag_ == "TO" and last.dep_ == "aux":
            return [last.head]
        inside = [n for c in last.children if c.dep_ in ("pobj", "pcomp", "dobj", "attr") for n in contents(c)]
        if inside:
            return inside
        if last.dep_ in ("prep", "agent"):
            return []
    if token.pos_ == "VERB":
        return [n for patient in patients(token) for n in contents(patient)]
    return []
