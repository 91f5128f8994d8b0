"""Whether a plan was called off or put off: "the summit has been cancelled", "talks postponed to June"."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from detente.reading.english.factuality import status_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Token

PlanStatus = Literal["due", "postponed", "cancelled"]
_STATUSES: tuple[PlanStatus, ...] = ("cancelled", "postponed")


def plan_status(token: Token, cues: Mapping[str, frozenset[str]], particles: Mapping[str, str]) -> PlanStatus:
    """What became of the plan that a noun or its verb names; what may be cancelled, or was not, is due."""
    for verb in _verbs(token):
        for status in _STATUSES:
            if verb.lemma_ in cues[status] and _has_particle(verb, particles) and _is_done(verb):
                return status
    return "due"


def _verbs(token: Token) -> Iterator[Token]:
    """Verbs that may be done to it: itself, its head, its participles."""
    yield token
    if token.dep_ in ("nsubjpass", "dobj", "nsubj"):
        yield token.head
    yield from (c for c in token.children if c.dep_ in ("acl", "relcl"))


def _has_particle(verb: Token, particles: Mapping[str, str]) -> bool:
    wanted = particles.get(verb.lemma_)
    return wanted is None or any(c.lower_ == wanted for c in verb.children)


def _is_done(verb: Token) -> bool:
    return status_of(verb).status in ("occurred", "ongoing")
