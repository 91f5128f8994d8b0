"""How sure a report is of a statement: whether the cue is negated, and the words that hedge it or what it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.model.words import Words
from detente.reading.attribution.words import SOURCE

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import Polarity
    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution

_CLAUSES = frozenset({"ccomp", "xcomp", "advcl", "ROOT"})


def _words(name: str) -> frozenset[str]:
    return words("en/attribution/hedges", name)


def polarity(passage: Passage, found: Attribution) -> Polarity:
    """Whether the source is said to have spoken, or not to: "did not say", "never promised", "neither confirmed"."""
    if found.entry is None and found.form == "direct":
        return "affirmed"  # a mood, not a verb of saying: "was not impressed"
    if found.negated:
        return "negated"
    inside = passage.doc[slice(*found.cue)] if found.cue is not None else ()
    own = passage.doc[found.anchor].children if found.anchor is not None else ()
    for token in (*inside, *own):
        if token.lower_ in SOURCE.not_said and (token.dep_ in {"neg", "preconj", "advmod", "cc"}):
            return "negated"
    return "affirmed"


def hedges(passage: Passage, found: Attribution) -> tuple[Words, ...]:
    """The words that hedge the cue, or the main verb of an indirect content, in order."""
    tokens: dict[int, Token] = {}
    if found.anchor is not None and found.entry is not None:
        _around_cue(passage.doc[found.anchor], tokens)
    if found.form == "indirect" and found.content:
        verb = _main(passage, found)
        if verb is not None:
            tokens.update((child.i, child) for child in verb.children if _hedges(child))
    return tuple(Words.at(passage.text, token.idx, token.idx + len(token)) for _, token in sorted(tokens.items()))


def _hedges(token: Token) -> bool:
    modal = token.dep_ in {"aux", "auxpass"} and token.lower_ in _words("modals")
    return modal or (token.dep_ in {"advmod", "acomp"} and token.lower_ in _words("adverbs"))


def _around_cue(cue: Token, tokens: dict[int, Token]) -> None:
    """Adverbs and modals of the cue, and "appeared to", "is said to" above it."""
    tokens.update((child.i, child) for child in cue.children if _hedges(child))
    head = cue.head
    if cue.dep_ != "xcomp" or head.i == cue.i:
        return
    if head.lemma_ in _words("seeming") or (head.tag_ == "VBN" and head.lower_ in _words("hearsay")):
        tokens[head.i] = head
        tokens.update((child.i, child) for child in head.children if _hedges(child))


def _main(passage: Passage, found: Attribution) -> Token | None:
    start, end = found.content[0][0], found.content[-1][1]
    for token in passage.verbs(start, end):
        if token.head.i == token.i or not start <= token.head.idx < end:
            return token if token.dep_ in _CLAUSES or token.tag_ != "VBG" else None
    return None
