"""How an event's status changes its type: in PLOVER, help still to come is AGREE and harm still to come a threat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.reading.english.clauses import parted, preps
from detente.reading.events.lexicon import word_lists

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import Status
    from detente.reading.english.factuality import Ruling
    from detente.reading.events.lexicon import Cue
    from detente.reading.events.triggers import Trigger

_COOPERATION = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
_YIELDING = frozenset({"CONCEDE", "RETREAT"})
_HARM = frozenset({"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"})
_THREATS: dict[str, str | None] = {  # codes: modes of PLOVER
    "ASSAULT": "violence",
    "COERCE": "restrict",
    "SANCTION": "relations",
    "MOBILIZE": "violence",
    "PROTEST": None,
}
_ARREST = frozenset({"arrest", "expel"})
#: The mode of a demand or a refusal, by the type of what is demanded or refused.
_WANTED = {  # codes: modes of PLOVER
    "AID": "assist",
    "COOPERATE": "assist",
    "SUPPORT": "assist",
    "CONSULT": "meet",
    "RETREAT": "yield",
    "CONCEDE": "yield",
}
_WILL = words("en/events/change", "will")
_AGREEING = words("en/events/change", "agreeing")
_JOINT = words("en/events/change", "joint")


def typed(trigger: Trigger, ruling: Ruling) -> tuple[str, str | None, Status]:
    """The type, mode and status of an event, given its trigger and what its words say of its status."""
    kind = trigger.cue.type
    mode = trigger.cue.mode or _of_content(kind, trigger.content)
    status = ruling.status
    if kind == "MOBILIZE" and _for_joint_exercise(trigger.token):
        kind, mode = "COOPERATE", None
    if status == "denied":
        if kind in _COOPERATION | _YIELDING | {"AGREE"} and _will(trigger.token):
            # What was refused is not to happen, but the refusal has.
            return "REJECT", _WANTED.get(kind), "occurred"
        if kind == "AGREE" and trigger.token.lemma_ in _AGREEING:
            return "REJECT", None, "occurred"  # "could not agree"
        return kind, mode, status
    if status == "scheduled" or (status == "hypothetical" and _will(trigger.token)):
        if kind in _COOPERATION and not (kind == "CONSULT" and trigger.token.pos_ == "NOUN"):
            return "AGREE", None, status  # "is to meet"; "the next summit" is one
        if kind in _YIELDING:
            return "CONCEDE", None, status
        if kind in _HARM and _will(trigger.token) and not _passive_harm(trigger.token):
            return "THREATEN", _threatened(kind, mode), status
    return kind, mode, status


def _of_content(kind: str, content: Cue | None) -> str | None:
    """How one demands, refuses or threatens, by what: "threatened to arrest" has mode arrest."""
    if content is None:
        return None
    if kind in ("REQUEST", "REJECT"):
        return _WANTED.get(content.type)
    return _threatened(content.type, content.mode) if kind == "THREATEN" and content.type in _HARM else None


def _threatened(kind: str, mode: str | None) -> str | None:
    return "expel" if mode == "deport" else mode if mode in _ARREST else _THREATS[kind]


def together(kind: str, mode: str | None, trigger: Trigger, parties: int) -> tuple[str, str | None]:
    """An exercise by one country is MOBILIZE; one held together is COOPERATE."""
    if (
        kind == "MOBILIZE"
        and parties > 1
        and any(word.lemma_ in word_lists("classes")["exercise"] for word in trigger.words)
    ):
        return "COOPERATE", None
    return kind, mode


def _for_joint_exercise(verb: Token) -> bool:
    """Whether forces go to train with others: "sent two ships to the joint exercise"."""
    exercise = word_lists("classes")["exercise"]
    return any(
        o.lemma_ in exercise and any(m.lower_ in _JOINT for m in o.children) for _, o in preps(verb, "to", "for", "in")
    )


def _will(token: Token) -> bool:
    apart = parted(token)
    return any(c.dep_ == "aux" and c.lower_ in _WILL for c in token.children) or (
        apart is not None and apart[1].lower_ in _WILL
    )


def _passive_harm(token: Token) -> bool:
    return any(c.dep_ in ("nsubjpass", "auxpass") for c in token.children)
