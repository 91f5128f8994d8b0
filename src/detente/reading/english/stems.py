"""Whose the items of a list are: "The Parties shall: (a) open the crossing; (b) withdraw their troops"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.english.labels import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS, VERBAL
from detente.reading.english.reality import REALITY
from detente.reading.extensions import sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from detente.model.items import Status

_ITEM = re.compile(r"\s*(\(?(\d{1,2}|[a-z]|[ivx]{1,5})[.)]|[-•*–—])\s", re.IGNORECASE)
_KEY = "detente_stems"


@dataclass(frozen=True, slots=True)
class Stem:
    """The words before a list: who is its subject, and what they make of what the items name."""

    subject: Token | None
    status: Status
    cue: Token | None


def stem_of(token: Token) -> Stem | None:
    """The stem of the list item whose verb a token is, where that verb has no subject of its own."""
    stem = _stems(token.doc).get(token.sent.start)
    if stem is None:
        return None
    verb = token
    while verb.dep_ == "conj" and verb.head.pos_ in VERBAL:
        verb = verb.head
    alone = not any(c.dep_ in ACTIVE_SUBJECTS or c.dep_ in PASSIVE_SUBJECTS for c in verb.children)
    return stem if verb.dep_ == "ROOT" and verb.pos_ in VERBAL and alone else None


def _stems(doc: Doc) -> dict[int, Stem]:
    """Of each item of a list, by the token that it starts at, its stem; kept with the Doc."""
    kept = doc.user_data.get(_KEY)
    if isinstance(kept, dict):
        return kept
    found: dict[int, Stem] = {}
    stem: Stem | None = None
    for sentence in sentences(doc):
        text = sentence.text.strip()
        if text.endswith(":"):
            stem = _read(sentence)
        elif stem is not None and _ITEM.match(sentence.text):
            found[sentence.start] = stem
        elif text and text not in {"(", ")", "."} and not text.isdigit():
            stem = None
    doc.user_data[_KEY] = found
    return found


def _read(sentence: Span) -> Stem:
    subject = next((t for t in sentence if t.dep_ in ACTIVE_SUBJECTS or t.dep_ in PASSIVE_SUBJECTS), None)
    for token in reversed(sentence[:]):
        word = token.lemma_.lower()
        if token.lower_ in REALITY.obliges or (token.pos_ in VERBAL and word in REALITY.scheduled):
            return Stem(subject, "scheduled", token)
        if token.pos_ in VERBAL and word in REALITY.hypothetical:
            return Stem(subject, "hypothetical", token)
    return Stem(subject, "hypothetical", None)
