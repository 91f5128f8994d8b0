"""Statements whose cue is a noun or an adjective: 'the claim that', 'a call for', 'is willing to'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.attribution import lexicon
from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.sources import extent, negated, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.lexicon import CueEntry
    from detente.reading.attribution.passage import Passage

_OWN = frozenset({"his", "her", "its", "their", "my", "our", "your"})
_LIKE = frozenset({"similar", "same", "comparable", "identical"})
_COPULAS = frozenset({"be", "seem", "appear", "remain", "sound", "become", "look", "feel"})


def noun_cue(passage: Passage, noun: Token, entry: CueEntry) -> Attribution | None:
    """What a noun attributes to its owner, its author, or the subject of the verb that carries it."""
    words = noun_content(noun, entry)
    light = noun.dep_ == "dobj" and noun.head.lemma_ in lexicon.light_verbs()
    if words is None and light and any(child.lower_ in _LIKE for child in noun.children):
        words = [token for token in noun.subtree if token.i > noun.head.i]
        span, who = _light(noun)
        span = span[0], noun.head.i + 1
    elif words is None:
        return None
    else:
        span = noun.i, noun.i + 1
        who = _owner(noun)
        if who is None and light:
            span, who = _light(noun)
    if who is None:
        return None
    source = extent(who, span)
    content = passage.spans([t for t in words if not span[0] <= t.i < span[1] and not source[0] <= t.i < source[1]])
    if not content:
        return None
    return Attribution(content, "indirect", entry, noun.i, span, source, who.i, negated(noun.head), "noun")


def noun_content(noun: Token, entry: CueEntry) -> list[Token] | None:
    """The words that say what a noun of saying or thinking is about: its clause, infinitive or phrase."""
    for child in noun.children:
        if child.i < noun.i:
            continue
        marks = {mark.lower_ for mark in child.children if mark.dep_ in {"mark", "aux"}}
        if child.dep_ in {"acl", "relcl", "ccomp"} and "that" in marks and "that" in entry.frames:
            words = list(child.subtree)
            return words[1:] if words[0].lower_ == "that" else words
        if child.dep_ in {"acl", "relcl", "xcomp"} and "to" in marks and "to" in entry.frames:
            return list(child.subtree)
        if child.dep_ == "prep" and {child.lower_, f"{child.lower_}-np"} & entry.frames:
            return [token for token in child.subtree if token.i != child.i]
    return None


def adjective_cue(passage: Passage, word: Token, entry: CueEntry) -> Attribution | None:
    """What an adjective says that its subject is willing, eager, sure or worried about."""
    verb = word.head
    if word.dep_ != "acomp" or verb.lemma_ not in _COPULAS:
        return None
    who = subject(verb)
    if who is None or who.lower_ in {"it", "that", "this", "what", "which"}:
        return None
    words = _of_adjective(word, entry)
    start = verb.i
    while start > 0 and word.doc[start - 1].head == verb and word.doc[start - 1].dep_ in {"aux", "neg"}:
        start -= 1
    if words is None or word.i - start > 6 or start <= who.i <= word.i:
        return None
    content = passage.spans(words)
    if not content:
        return None
    span = start, word.i + 1
    source = extent(who, span)
    return Attribution(content, "indirect", entry, word.i, span, source, who.i, negated(verb), "adjective")


def _of_adjective(word: Token, entry: CueEntry) -> list[Token] | None:
    for child in word.children:
        if child.i < word.i:
            continue
        if child.dep_ == "xcomp" and "to" in entry.frames:
            return list(child.subtree)
        if child.dep_ == "ccomp" and "that" in entry.frames:
            words = list(child.subtree)
            return words[1:] if words[0].lower_ == "that" else words
        if child.dep_ == "prep" and {child.lower_, f"{child.lower_}-np"} & entry.frames:
            return [token for token in child.subtree if token.i != child.i]
    return None


def _owner(noun: Token) -> Token | None:
    for child in noun.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ in {"prep", "agent"} and child.lower_ in {"by", "from"}:
            found = next((inner for inner in child.children if inner.dep_ == "pobj"), None)
            if found is not None:
                return found
    return None


def _light(noun: Token) -> tuple[tuple[int, int], Token | None]:
    verb = noun.head
    start = verb.i
    while start > 0 and verb.doc[start - 1].head == verb and verb.doc[start - 1].dep_ in {"aux", "neg", "advmod"}:
        start -= 1
    return (start, noun.i + 1), subject(verb)
