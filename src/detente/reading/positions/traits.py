"""What of a candidate tells whether an officer would take it for a position: Candidate -> names of traits.

Each trait is a plain statement about the words ("act=demands", "claim under must"); the weights of
:mod:`detente.reading.positions.choice` are by these names, so that a decision can be told in words.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from detente.knowledge.loader import classes
from detente.reading.english.clauses import child
from detente.reading.english.labels import ACTIVE_SUBJECTS, PASSIVE_SUBJECTS
from detente.reading.english.mentions import mention_at
from detente.reading.positions.wording import stance_in_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from detente.reading.positions.candidates import Candidate

_EARLY = 3  # sentences that make a report's lead
_SHORT, _LONG = 40, 200  # characters
_NEAR = 60  # tokens of a claim that are looked at


def traits(one: Candidate, repeated: bool, principal: bool) -> Iterator[str]:
    """The traits of a candidate; ``repeated`` where it is told before, ``principal`` for a party of most words."""
    who = _who(one)
    yield "bias"
    yield f"from {one.source}"
    yield f"side={who}"
    yield f"from {one.source} side={who}"
    yield f"sides={min(len(one.side), 3)}"
    if repeated:
        yield f"repeated {one.source}"
    if principal:
        yield "principal"
        yield f"principal {one.source}"
    yield f"lead={one.sentence < _EARLY} {one.source}"
    length = len(one.claim.text)
    yield f"length={'short' if length < _SHORT else 'long' if length > _LONG else 'middle'} {one.source}"
    if one.statement is not None:
        yield from _of_statement(one)
    if one.event is not None:
        yield from _of_event(one)
    yield from _of_claim(one)


def _who(one: Candidate) -> str:
    kinds = {who.kind for who in one.side}
    return "party" if kinds == {"party"} else "person" if "person" in kinds else "described"


def _of_statement(one: Candidate) -> Iterator[str]:
    said = one.statement
    assert said is not None
    act = said.act or "none"
    lemma = one.cue.lemma_.lower() if one.cue is not None else "none"
    yield f"act={act}"
    yield f"act={act} negated={said.polarity == 'negated'}"
    yield f"manner={said.manner}"
    yield f"manner={said.manner} act={act}"
    yield f"cue={lemma}"
    yield f"from {one.source} act={act}"
    speaker = said.speaker.kind if said.speaker is not None else "none"
    yield f"speaker={speaker} anonymous={said.anonymous}"
    yield f"speaker={speaker} act={act}"
    if said.condition is not None:
        yield "conditional"
    if said.hedges:
        yield "hedged"
        yield f"hedged by {said.hedges[0].text.lower()}"
    if said.relay is not None:
        yield "relayed"
    if said.addressee is not None:
        yield "addressed"
    if one.cue is None:
        yield "carried on"


def _of_event(one: Candidate) -> Iterator[str]:
    event = one.event
    assert event is not None
    yield f"type={event.type}"
    yield f"status={event.status}"
    yield f"type={event.type} status={event.status}"
    yield f"trigger={one.head.lemma_.lower()}"
    if (said := stance_in_words(one.head)) is not None:
        yield f"worded={said}"
    yield f"type={event.type} form={one.head.pos_}"
    yield f"told={'by' if event.by is not None else 'report'}"
    yield f"type={event.type} told={'by' if event.by is not None else 'report'}"
    yield f"target={bool(event.target)}"
    if event.mode is not None:
        yield f"type={event.type} mode={event.mode}"
    if event.date is not None:
        yield "dated"


def _of_claim(one: Candidate) -> Iterator[str]:
    """What the claim itself says: its verb, tense, modal, subject, and the words by which somebody takes a stand."""
    head, source = one.head, one.source
    yield f"head={head.pos_} {source}"
    yield f"head={head.tag_} {source}"
    yield f"head={head.lemma_.lower()}"
    modal = child(head, "aux")
    if modal is not None:
        yield f"under {modal.lower_} {source}"
    if child(head, "neg") is not None:
        yield f"negated {source}"
    yield from _subject(head, source)
    named = _named()
    found = {
        name
        for token in head.doc[head.left_edge.i : head.right_edge.i + 1][:_NEAR]
        for word in (token.lower_, token.lemma_.lower())
        for name in named.get(word, ())
    }
    for name in sorted(found):
        yield f"words of {name}"
        yield f"words of {name} {source}"


@cache
def _named() -> dict[str, list[str]]:
    """By word the classes of words that it is of."""
    found: dict[str, list[str]] = {}
    for name, known in classes("en/positions/traits").items():
        for word in known:
            found.setdefault(word, []).append(name)
    return found


def _subject(head: Token, source: str) -> Iterator[str]:
    """Whether the claim is on the speaker himself, on another party, or on a thing."""
    subject = child(head, *ACTIVE_SUBJECTS, *PASSIVE_SUBJECTS)
    if subject is None:
        yield f"no subject {source}"
        return
    mention = mention_at(head.doc, subject)
    kind = "thing" if mention is None else "own" if mention.kind == "pronoun" else "named"
    yield f"subject={kind} {source}"
    yield f"subject={kind} {head.tag_}"
    if subject.pos_ == "PRON":
        yield f"subject={subject.lower_}"
