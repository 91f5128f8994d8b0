"""Indirect and mixed statements: the clause or phrase that a cue governs in the parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.attribution.relation import Attribution
from detente.reading.attribution.sources import cue_extent, extent, negated, subject

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.reading.attribution.lexicon import CueEntry
    from detente.reading.attribution.passage import Passage

_PREPOSITIONS = {"for": "for", "on": "on", "about": "about", "of": "of", "against": "against", "with": "with"}
_MARKS = frozenset({"that"})


def governed(passage: Passage, cue: Token, entry: CueEntry) -> Attribution | None:
    """What a verbal cue attributes by its syntax, or None."""
    found = _content(cue, entry)
    if found is None:
        return None
    frame, tokens = found
    span = cue_extent(cue)
    who = subject(cue)
    source = extent(who, span) if who is not None else None
    keep = [t for t in tokens if not span[0] <= t.i < span[1] and not (source and source[0] <= t.i < source[1])]
    keep = _cut(keep, cue, passage)
    content = passage.spans(keep)
    if not content:
        return None
    return Attribution(
        content, "indirect", entry, cue.i, span, source, who.i if who is not None else None, negated(cue), frame
    )


def _content(cue: Token, entry: CueEntry) -> tuple[str, list[Token]] | None:
    frames = entry.frames
    children = list(cue.children)
    by = {child.dep_: child for child in reversed(children)}
    clause = by.get("ccomp")
    if clause is not None:
        words = list(clause.subtree)
        if _infinitive(clause):
            if "obj-to" in frames or "want-to" in frames:
                return "obj-to", words
        elif "that" in frames or ("wh" in frames and _interrogative(clause)):
            return "that", _without_that(words)
        elif "call" in frames and clause.i > cue.i:
            return "call", words
    complement, thing = by.get("xcomp"), by.get("dobj")
    if thing is not None and thing.i < cue.i:
        thing = None
    if complement is not None and complement.i > cue.i:
        words = list(complement.subtree)
        if _infinitive(complement):
            if "obj-to" in frames and thing is not None:
                return "obj-to", [*thing.subtree, *words]
            if "to" in frames or "want-to" in frames:
                return "to", words
        elif complement.tag_ == "VBG" and "ing" in frames:
            return "ing", words
        elif "call" in frames:
            return "call", [*(thing.subtree if thing is not None else ()), *words]
    predicate = by.get("oprd")
    if predicate is not None and "call" in frames and predicate.i > cue.i:
        return "call", sorted([*(thing.subtree if thing is not None else ()), *predicate.subtree], key=lambda t: t.i)
    for child in children:
        if child.dep_ in {"prep", "agent"} and child.i > cue.i:
            name = child.lower_
            if name == "as" and "as" in frames:
                left = list(thing.subtree) if thing is not None and thing.i < child.i else []
                return "as", [*(t for t in left if t.i < child.left_edge.i), *child.subtree]
            if name in frames or f"{name}-np" in frames:
                inner = [t for t in child.subtree if t.i != child.i]
                if name == "of" and thing is not None:
                    return name, [*(t for t in thing.subtree if t.i < child.i), *child.subtree]
                return name, inner
    if thing is not None and "np" in frames and thing.pos_ != "PRON":
        return "np", list(thing.subtree)
    if cue.dep_ == "parataxis" and "that" in frames and cue.head.i < cue.i:
        own = {t.i for t in cue.subtree}
        return "parataxis", [t for t in cue.head.subtree if t.i not in own]
    return None


def _infinitive(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ == "to" for child in verb.children)


def _interrogative(clause: Token) -> bool:
    first = clause.left_edge
    return first.tag_ in {"WRB", "WP", "WDT"} or first.lower_ in {"whether", "if"}


def _without_that(words: list[Token]) -> list[Token]:
    return words[1:] if words and words[0].lower_ in _MARKS and words[0].dep_ == "mark" else words


def _cut(words: list[Token], cue: Token, passage: Passage) -> list[Token]:
    """Content up to the next participle cue after a comma, which goes on with the same source."""
    for at, token in enumerate(words):
        if at and token.i > cue.i and token.tag_ == "VBG" and token.i in passage.cues and words[at - 1].text == ",":
            return words[:at]
    return words


def according_to(passage: Passage, word: Token) -> Attribution | None:
    """'According to X, ...': the rest of the clause is the content."""
    to = next((child for child in word.children if child.lower_ == "to"), None)
    if to is None and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to":
        to = word.nbor()
    who = next((child for child in to.children if child.dep_ == "pobj"), None) if to is not None else None
    if to is None or who is None or word.head is word:
        return None
    span = (word.i, to.i + 1)
    source = extent(who, span)
    phrase = set(range(word.i, max(source[1], to.right_edge.i + 1)))
    head = word.head
    while head.dep_ not in {"ROOT", "ccomp", "conj", "advcl", "relcl"} and head.head is not head:
        head = head.head
    tokens = [t for t in head.subtree if t.i not in phrase]
    content = passage.spans(tokens)
    if not content:
        return None
    return Attribution(content, "indirect", None, word.i, span, source, who.i, False, "according to")
