"""When an event takes place: by the time expression that governs its own words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from detente.model.date import Date, NotADate
from detente.reading.time.governing import governing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from detente.model.items import Event, EventDateBasis, Time
    from detente.reading.events.triggers import Trigger

_STEPS = 4
_HELD = frozenset({"CONSULT", "SUPPORT", "AGREE", "PROTEST", ""})  #: "attended the May 4 summit" was then


class Dated(NamedTuple):
    """An EDTF date and what gave it, or none and why."""

    date: str | None
    basis: EventDateBasis


def event_date(doc: Doc, trigger: Trigger) -> Dated:
    """The date that the sentence gives, never the date of publication by default.

    Without a date the basis is ``vague`` where a time expression governs that stands for no date of the calendar
    ("recently", "for years"), else ``none``.
    """
    if not doc._.detente_times:
        return Dated(None, "none")
    vague = False
    named = (trigger.name, trigger.token, *(word for word in trigger.words if word.pos_ == "NOUN"))
    for token in dict.fromkeys((*named, *_arranged(trigger))):
        found = governing(doc, token, narrative=False)
        if found is not None and found.time.edtf is not None and not _names(doc, found.time, trigger):
            return Dated(_written(found.time), "clause" if found.by == "clause" else "sentence")
        vague = vague or found is not None
    token = trigger.token
    if token.dep_ == "conj" and token.tag_ in ("VBD", "VBN") and token.tag_ == token.head.tag_:
        found = governing(doc, token.head, narrative=False)  # "met on Monday and agreed to meet again"
        if found is not None and found.time.edtf is not None and found.by == "clause":
            return Dated(_written(found.time), "sentence")
    when = _when(doc, token)
    return Dated(when, "when") if when is not None else Dated(None, "vague" if vague else "none")


def deadline(doc: Doc, verb: Token, published: str) -> Dated:
    """A date to come after "by" within what a verb governs, where the parser hung it on a description.

    "Leave the posts named in Annex A by May": what is due by then is the leaving.
    """
    times: tuple[Time, ...] = doc._.detente_times
    end = verb.right_edge.idx
    for time in times[bisect_right(times, verb.idx, key=lambda t: t.evidence.start) :]:
        if time.evidence.start > end:
            break
        before = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
        if (
            before is not None
            and before.start
            and doc[before.start - 1].lower_ == "by"
            and is_after(time.edtf, published)
        ):
            return Dated(_written(time), "sentence")
    return Dated(None, "none")


def _names(doc: Doc, time: Time, trigger: Trigger) -> bool:
    """Whether the date is part of something's name, and dates that: "recognises the 1902 boundary"."""
    span = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
    if span is None:
        return False
    root = span.root
    if root.dep_ not in ("nummod", "compound", "nmod", "amod") or root.head.pos_ not in ("NOUN", "PROPN"):
        return False
    named = root.head
    if named.i == trigger.name.i or named.ent_type_ == "DATE" or not _is_argument(named):
        return False
    return named not in trigger.words or trigger.cue.type not in _HELD


def _is_argument(noun: Token) -> bool:
    """Whether it is what a verb acts on, or what another noun is about: "their commitment to the 1999 treaty"."""
    inside = noun.dep_ == "pobj" and noun.head.dep_ == "prep" and noun.head.head.pos_ == "NOUN"
    return inside or noun.dep_ in ("dobj", "nsubj", "nsubjpass")


def _arranged(trigger: Trigger) -> Iterator[Token]:
    """Verbs that say when it is held: "a summit planned for June", "talks are due to take place in June"."""
    if trigger.name.pos_ == "NOUN":
        yield from (c for c in trigger.name.children if c.dep_ in ("acl", "relcl"))
        if trigger.token.pos_ == "VERB":
            yield from (c for c in trigger.token.children if c.dep_ == "xcomp")


def story_date(doc: Doc, token: Token, parties: set[str], before: Iterable[Event]) -> str | None:
    """The date that the report is telling of, for a main verb in the plain past: "They agreed to meet again".

    Only where an event before it, with a party of its own or none known, has that date.
    """
    if not doc._.detente_times or token.tag_ != "VBD" or token.dep_ not in ("ROOT", "conj", "ccomp"):
        return None
    found = governing(doc, token, narrative=True)
    date = _written(found.time) if found is not None and found.time.edtf is not None else None
    if date is None:
        return None
    shared = any(e.date == date and (not parties or parties.intersection((*e.source, *e.target))) for e in before)
    return date if shared else None


def is_after(date: str | None, published: str) -> bool:
    """Whether a date begins when the day of publication is certainly over."""
    try:
        return date is not None and Date.parse(published).before(Date.parse(date))
    except NotADate:
        return False


def _when(doc: Doc, token: Token) -> str | None:
    """The date that a clause with "when" hangs on: "in June, when he is to visit"."""
    for _ in range(_STEPS):
        if token.dep_ == "relcl":
            if not any(c.lower_ == "when" for c in token.children):
                return None
            at = token.head.idx
            times: tuple[Time, ...] = doc._.detente_times
            return next((_written(t) for t in times if t.evidence.start <= at < t.evidence.end and t.edtf), None)
        if token.dep_ not in ("xcomp", "conj", "ccomp"):
            return None
        token = token.head
    return None


def _written(time: Time) -> str | None:
    return f"{time.edtf}-{time.part}" if time.part and time.edtf and not time.edtf.endswith(time.part) else time.edtf
