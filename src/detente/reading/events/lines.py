"""Which events are told by lines of their own: happenings as filed -> those told whole, each once.

What a statement tells, and no line could tell whole, is left to that statement. What only completes the clause of
another ("demanded the release of", "the talks" in "resumed the talks") is told there. The rest stays in the record,
for what is made of many reports, without a line.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from detente.reading.english.labels import VERBAL
from detente.reading.events.again import once
from detente.reading.events.matrix import path
from detente.reading.events.same import headline_end
from detente.reading.events.whole import is_whole, is_whole_noun

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from detente.model.items import Event
    from detente.reading.events.same import Mentioned


def lines(filed: Iterable[Mentioned], doc: Doc) -> list[Mentioned]:
    """All of them in order, those without a line of their own marked so."""
    found = list(filed)
    whole = _below([m for m in found if m.event.statement is None and is_whole(m)], headline_end(doc))
    own = {m.trigger.name.i: m for m in once(_apart(whole, found))}
    return list(_kept(found, own))


def _below(whole: list[Mentioned], end: int) -> list[Mentioned]:
    """Without what a headline that ends at a character says, where the body tells the like, or of the same parties."""
    body = [m for m in whole if m.event.what.start >= end]
    kinds = {m.event.type for m in body}
    parties = {who.id for m in body for who in (*m.event.source, *m.event.target) if who.kind == "party"}
    return [
        m
        for m in whole
        if m.event.what.start >= end
        or not (m.event.type in kinds or any(who.id in parties for who in (*m.event.source, *m.event.target)))
    ]


def _apart(whole: list[Mentioned], found: list[Mentioned]) -> Iterator[Mentioned]:
    """Those that no other's clause tells, with what the words that complete them add."""
    acts = [m for m in found if m.event.statement is not None]
    told = {m.trigger.token.i: m for m in (*whole, *acts)}
    above = {id(m): list(_above(m, told)) for m in whole}
    shells = {id(other) for m in whole for other in above[id(m)] if _fills(m, other)}
    parts: dict[int, list[Mentioned]] = {}
    for m in whole:
        for other in above[id(m)]:
            parts.setdefault(id(other), []).append(m)
    beside: dict[int, list[Mentioned]] = {}
    for m in whole:
        if id(m) not in shells:
            beside.setdefault(m.sentence, []).append(m)
    for m in whole:
        if id(m) in shells or any(id(other) not in shells for other in above[id(m)]):
            continue
        if not any(_holds(other, m) for other in beside[m.sentence]):
            yield replace(m, event=_completed(m.event, parts.get(id(m), [])))


def _completed(event: Event, parts: list[Mentioned]) -> Event:
    """An event with what only its parts say: how ("a drone strike hit"), and when ("helped to seize it on Sunday")."""
    for part in (m.event for m in parts):
        if event.mode is None and part.type == event.type:
            event = replace(event, mode=part.mode)
        if event.date is None and part.date is not None and part.status == event.status:
            inferred = (each for each in part.inferred if each.field == "date")
            event = replace(event, date=part.date, inferred=(*event.inferred, *inferred))
    return event


def _fills(m: Mentioned, other: Mentioned) -> bool:
    """Whether it says what the verb above leaves open, as in "used tear gas to disperse", "walked out to protest"."""
    word, verb, cue = m.trigger.token, other.trigger.token, m.event.status_cue
    if m.event.status == "denied" and word.pos_ == "NOUN" and cue is not None and cue.start == verb.idx:
        return True  # "headed off a raid": what did not come is the raid
    if not m.trigger.listed or word.pos_ not in VERBAL:
        return False
    if other.event.type == "CONSULT" and word.dep_ == "pcomp":
        return True  # "talked of leaving", "dreamt of annexing": nobody met
    return not other.trigger.listed or m.event.type == "PROTEST"  # what is done to protest is the protest


def _above(m: Mentioned, told: dict[int, Mentioned]) -> Iterator[Mentioned]:
    """Those whose clause it only completes."""
    for word in path(m.trigger.token)[1:]:
        other = told.get(word.i)
        if other is not None and other is not m and not _is_spoken_of(m, other):
            yield other


def _is_spoken_of(m: Mentioned, other: Mentioned) -> bool:
    """Whether another, which has no line, only answers to it: "condemned the annexation of Kuwait by Iraq"."""
    if other.event.statement is None or m.event.type == other.event.type or m.trigger.token.pos_ != "NOUN":
        return False
    return is_whole_noun(m, m.trigger.token)


def _holds(other: Mentioned, m: Mentioned) -> bool:
    """Whether the words of another of its sentence tell all of it, and of the same day."""
    whole, part = other.event.clause, m.event.clause
    if other is m or whole is None or part is None or whole == part:
        return False
    if m.event.date not in (None, other.event.date) or m.event.status != other.event.status or _is_spoken_of(m, other):
        return False
    pieces = whole.spans or ((whole.start, whole.end),)
    return all(
        any(s <= start and end <= e for s, e in pieces) for start, end in part.spans or ((part.start, part.end),)
    )


def _kept(found: list[Mentioned], own: dict[int, Mentioned]) -> Iterator[Mentioned]:
    """All of them: what has a line of its own, and the rest without one; what a statement tells has its id."""
    for m in found:
        if m.event.statement is not None:
            yield m
        elif (line := own.get(m.trigger.name.i)) is not None:
            yield line
        else:
            told_in = m.told_in if m.event.by is not None else None
            yield replace(m, event=replace(m.event, line=False, statement=told_in))
