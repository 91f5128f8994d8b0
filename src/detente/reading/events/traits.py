"""What of a candidate event tells whether an officer would file it: Event and trigger -> names of traits.

Each trait is a plain statement about the words ("status=denied", "noun without an owner"); the weights of
:mod:`detente.reading.events.filing` are by these names, so that a decision can be told in words.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from detente.reading.english.clauses import is_definite, is_passive, owner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from detente.model.items import Event
    from detente.model.references import Reference
    from detente.reading.events.triggers import Trigger

_CLAUSES = frozenset({"relcl", "acl", "advcl", "ccomp", "pcomp", "xcomp", "csubj", "conj", "ROOT", "parataxis"})
_STEPS = 10
_ODDS = 4.0  # log odds that are as good as certain
_BETTER = 4  # candidates of one sentence that are better are as good as more
_PLACES = (1, 3, 6, 11, 21, 41)  # sentences
_EARLY = 3  # sentences that make a report's lead


def traits(
    event: Event, trigger: Trigger, *, repeated: bool, sentence: int, better: int, sides: tuple[float, float]
) -> Iterator[str]:
    """The traits of a candidate.

    ``repeated`` where the report told the like before; ``sentence`` counts from 0; ``better`` is how many candidates of
    its sentence have higher odds; ``sides`` are the log odds of its source and its target.
    """
    kind, status = event.type or "none", event.status
    carried = trigger.noun is not None and trigger.noun is not trigger.token
    form = "carried" if carried else trigger.token.pos_
    source, target = _who(event.source), _who(event.target)
    yield "bias"
    odds = f"odds={_stepped(trigger.odds)}"
    yield odds
    yield f"{odds} form={form}"
    yield f"{odds} {'listed' if trigger.listed else 'unlisted'}"
    yield f"{odds} told={_told(event)}"
    yield f"better={min(better, _BETTER)}"
    yield f"better={min(better, _BETTER)} {'listed' if trigger.listed else 'unlisted'}"
    yield f"place={bisect_right(_PLACES, sentence)}"
    yield f"type={kind}"
    yield f"status={status}"
    yield f"form={form}"
    yield f"type={kind} form={form}"
    yield f"type={kind} status={status}"
    yield f"form={form} status={status}"
    yield f"tag={trigger.token.tag_}"
    yield f"dep={trigger.token.dep_} form={form}"
    yield f"source={source}"
    yield f"target={target}"
    yield f"source={source} target={target}"
    yield f"source={source} target={target} form={form}"
    yield f"type={kind} source={source} target={target}"
    yield f"cue={trigger.cue.type or 'none'} {trigger.cue.lemma}"
    for side, known, certainty in (("source", source, sides[0]), ("target", target, sides[1])):
        yield f"{side}={known} odds={_stepped(certainty)}"
        yield f"{side} {'inferred' if any(each.field == side for each in event.inferred) else 'said'}"
    yield f"told={_told(event)}"
    yield f"told={_told(event)} status={status}"
    yield f"told={_told(event)} type={kind}"
    yield f"clause={_clause(trigger.token)}"
    yield f"clause={_clause(trigger.token)} status={status}"
    if repeated:
        yield "repeated"
        yield f"repeated form={form}"
    if sentence < _EARLY:
        yield "lead"
    if event.date is not None:
        yield "dated"
        yield f"dated form={form}"
    if event.place is not None:
        yield "placed"
    if event.people:
        yield "people"
    if event.mode is not None:
        yield f"type={kind} mode={event.mode}"
    if event.status_cue is not None:
        yield f"status={status} by {event.status_cue.text.lower()}"
    if trigger.token.pos_ == "VERB" and is_passive(trigger.token):
        yield "passive"
    if trigger.name.pos_ == "NOUN":
        yield from _of_noun(trigger.name)


def _stepped(odds: float) -> str:
    """Log odds in steps of a half."""
    return f"{round(min(max(odds, -_ODDS), _ODDS) * 2) / 2:g}"


def _who(side: tuple[Reference, ...]) -> str:
    kinds = {who.kind for who in side}
    return "party" if "party" in kinds else "person" if "person" in kinds else "described" if kinds else "nobody"


def _told(event: Event) -> str:
    return "act" if event.statement is not None else "by" if event.by is not None else "report"


def _clause(token: Token) -> str:
    """The relation of the clause that a word stands in."""
    at = token
    for _ in range(_STEPS):
        if at.pos_ in ("VERB", "AUX") and at.dep_ in _CLAUSES:
            return str(at.dep_)
        if at.head.i == at.i:
            return "ROOT"
        at = at.head
    return "deep"


def _of_noun(noun: Token) -> Iterator[str]:
    plural = "plural" if noun.tag_ in ("NNS", "NNPS") else "singular"
    article = "indefinite" if any(c.dep_ == "det" for c in noun.children) else "bare"
    yield f"noun={plural} {'definite' if is_definite(noun) else article}"
    yield f"noun={'owned' if owner(noun) is not None else 'not owned'}"
    yield f"noun under {noun.dep_}"
    if noun.dep_ == "pobj":
        yield f"noun after {noun.head.lower_}"
    if noun.head.pos_ == "VERB":
        yield f"noun of {noun.head.lemma_.lower()}"
