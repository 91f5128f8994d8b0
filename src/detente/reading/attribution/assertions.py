"""Which sentences of somebody's own words assert something: no courtesy, no stage direction, no question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.labels import FINITE, SUBJECTS

if TYPE_CHECKING:
    from spacy.tokens import Span, Token

_TABLE = "en/attribution/documents"
_LEAST = 4  # words of a sentence
_SHORT = 25  # words of a courtesy


def asserts(sentence: Span) -> bool:
    """Whether a sentence is one and says something: a finite verb, words enough, no question and no courtesy."""
    length = sum(token.is_alpha for token in sentence)
    verbs = (sentence.root, *(child for child in sentence.root.lefts if child.dep_ in {"aux", "auxpass"}))
    finite = any(token.tag_ in FINITE | {"MD"} for token in verbs)
    aside = sentence.text.strip().startswith("(") and sentence.text.strip().endswith((")", ".)"))
    denied = length == _LEAST - 1 and any(token.dep_ == "neg" for token in sentence)  # "It has not."
    return (
        (length >= _LEAST or denied)
        and finite
        and "?" not in sentence.text
        and not aside
        and not _is_courtesy(sentence, length)
    )


def _is_courtesy(sentence: Span, length: int) -> bool:
    """Whether a short sentence thanks, greets, or speaks of the occasion itself: "I will take your questions"."""
    if length > _SHORT:
        return False
    root = sentence.root
    first = next((token for token in sentence if token.is_alpha and token.lower_ not in words(_TABLE, "fillers")), root)
    if first.lower_ in words(_TABLE, "courtesies"):
        return True
    own = any(child.lower_ in words(_TABLE, "speaking") for child in root.lefts if child.dep_ in SUBJECTS)
    return own and any(t.pos_ == "NOUN" and t.lower_ in words(_TABLE, "occasions") for t in sentence)


def narrates(sentence: Span) -> bool:
    """Whether a communiqué tells what its authors did: "The Ministers met in Lima"."""
    root = sentence.root
    if root.tag_ != "VBD" or any(token.lower_ in words(_TABLE, "first") for token in sentence):
        return False
    subject = next((child for child in root.lefts if child.dep_ in SUBJECTS), None)
    return subject is not None and _is_author(subject)


def _is_author(subject: Token) -> bool:
    return subject.lower_ in words(_TABLE, "authors") or subject.ent_type_ == "PERSON"


def is_open(root: Token) -> bool:
    """Whether a verb tells of the present, of what has been done by now, or of what will be."""
    auxiliaries = [child for child in root.lefts if child.dep_ in {"aux", "auxpass"}]
    return any(verb.tag_ in {"VBZ", "VBP"} or verb.lower_ in words(_TABLE, "modals") for verb in (root, *auxiliaries))
