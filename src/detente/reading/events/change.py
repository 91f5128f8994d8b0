"""How an event's status changes its type: in PLOVER, help still to come is AGREE and harm still to come a threat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.reading.events.lexicon import word_lists

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import Status
    from detente.reading.events.status import Ruling
    from detente.reading.events.triggers import Trigger

_COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_YIELDING = frozenset({"CONCEDE", "RETREAT"})
_HARM = frozenset({"SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
_THREATS = {"ASSAULT": "violence", "COERCE": "restrict", "SANCTION": "relations", "MOBILIZE": "violence"}
_ARREST = frozenset({"arrest", "expel"})
_WILL = frozenset({"will", "wo", "would", "'ll", "'d", "shall"})


def typed(trigger: Trigger, ruling: Ruling) -> tuple[str, str | None, Status]:
    """The type, mode and status of an event, given its trigger and what its words say of its status."""
    kind, mode = trigger.cue.type, trigger.cue.mode
    status = ruling.status
    if status == "denied":
        if kind in _COOPERATION | _YIELDING | {"AGREE"} and _will(trigger.token):
            # What was refused is not to happen, but the refusal has.
            return "REJECT", None, "occurred"
        if kind == "AGREE" and trigger.token.lemma_ == "agree":
            return "REJECT", None, "occurred"  # "could not agree"
        return kind, mode, status
    if status == "scheduled" or (status == "hypothetical" and _will(trigger.token)):
        if kind in _COOPERATION:
            return "AGREE", None, status
        if kind in _YIELDING:
            return "CONCEDE", None, status
        if kind in _HARM and _will(trigger.token) and not _passive_harm(trigger.token):
            return "THREATEN", mode if mode in _ARREST else _THREATS[kind], status
    return kind, mode, status


def together(kind: str, mode: str | None, trigger: Trigger, parties: int) -> tuple[str, str | None]:
    """An exercise by one country is MOBILIZE; one held together is COOPERATE."""
    if (
        kind == "MOBILIZE"
        and parties > 1
        and any(word.lemma_ in word_lists("classes")["exercise"] for word in trigger.words)
    ):
        return "COOPERATE", None
    return kind, mode


def _will(token: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in _WILL for c in token.children)


def _passive_harm(token: Token) -> bool:
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in token.children)
