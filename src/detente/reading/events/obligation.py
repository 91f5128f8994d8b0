"""Demands without a verb of demanding: "Kenya said that Uganda must open the border"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.labels import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS
from detente.reading.events.lexicon import Cue

if TYPE_CHECKING:
    from spacy.tokens import Token

DEMAND = Cue("REQUEST", None, "must")
_TOGETHER = words("en/events/obligation", "together")
OBLIGATIONS = words("en/events/obligation", "obligations")


def demand(verb: Token) -> tuple[Token, ...] | None:
    """The verb of saying, the modal verb and the verb itself, where somebody says what another must do."""
    modal = next((c for c in verb.children if c.dep_ == "aux" and c.lower_ in OBLIGATIONS), None)
    if modal is None or verb.dep_ != "ccomp" or verb.head.lemma_ not in words("en/factuality", "saying"):
        return None
    if verb.head.lemma_ in _TOGETHER:
        return None
    subject = next((c for c in verb.children if c.dep_ in ACTIVE_SUBJECTS or c.dep_ in PASSIVE_SUBJECTS), None)
    speaker = next((c for c in verb.head.children if c.dep_ == "nsubj"), None)
    if (
        subject is None
        or speaker is None
        or modal.i < subject.i
        or subject.pos_ == "PRON"
        or speaker.lower_ == subject.lower_
    ):
        return None
    return (verb.head, modal, verb)
