"""What comes of an agreement, as against what it provides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import PROVIDED

if TYPE_CHECKING:
    from spacy.tokens import Token


def is_effect(verb: Token) -> bool:
    """Whether a verb tells what came, or could come, of an agreement rather than what it provides."""
    auxiliaries = {c.lower_ for c in verb.children if c.dep_ == "aux"}
    if auxiliaries & PROVIDED.effect_auxiliaries:
        return True
    return verb.tag_ == "VBD" and verb.lemma_ in PROVIDED.effects
