"""When an event takes place: by the time expression that governs its own words."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from detente.knowledge.loader import words
from detente.reading.time.basis import inferred
from detente.reading.time.governing import governing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc, Token

    from detente.model.date import Date
    from detente.model.inference import Inference
    from detente.model.items import Event, Statement, Time
    from detente.reading.events.triggers import Trigger

_STEPS = 4
_DUE = words("en/events/dates", "due")
_WHEN = words("en/events/dates", "when")
_HELD = frozenset({"CONSULT", "SUPPORT", "AGREE", "PROTEST", ""})  #: "attended the May 4 summit" was then


class Said(NamedTuple):
    """The date of an act done by words: that of the statement which shows it."""

    date: Date | None
    inferred: tuple[Inference, ...]


class Dated(NamedTuple):
    """The time expression that dates an event, and whether it is said of the event itself; or none."""

    time: Time | None = None
    said: bool = True

    @property
    def date(self) -> Date | None:
        """The date that the expression stands for."""
        return self.time.edtf if self.time is not None else None

    @property
    def inferred(self) -> tuple[Inference, ...]:
        """Why the event has that date, where it is not plainly said."""
        return inferred("date", self.time, said=self.said) if self.time is not None else ()


def of_statement(statement: Statement) -> Said:
    """When a statement was made, and on what that rests."""
    return Said(statement.date, tuple(each for each in statement.inferred if each.field == "date"))


def event_date(doc: Doc, trigger: Trigger) -> Dated:
    """The date that the sentence gives, never the date of publication by default."""
    if not doc._.detente_times:
        return Dated()
    named = (trigger.name, trigger.token, *(word for word in trigger.words if word.pos_ == "NOUN"))
    for token in dict.fromkeys((*named, *_arranged(trigger))):
        found = governing(doc, token, narrative=False)
        if found is not None and found.time.edtf is not None and not _names(doc, found.time, trigger):
            return Dated(found.time, said=found.by == "clause")
    token = trigger.token
    if token.dep_ == "conj" and token.tag_ in ("VBD", "VBN") and token.tag_ == token.head.tag_:
        found = governing(doc, token.head, narrative=False)  # "met on Monday and agreed to meet again"
        if found is not None and found.time.edtf is not None and found.by == "clause":
            return Dated(found.time, said=False)
    if token.tag_ == "VBG" and token.dep_ == "advcl" and _is_plain_past(token.head):
        found = governing(doc, token.head, narrative=False)  # "rebuffed it on Sunday, accusing ..."
        if found is not None and found.time.edtf is not None and found.by == "clause":
            return Dated(found.time, said=False)
    return Dated(_when(doc, token))


def deadline(doc: Doc, verb: Token, published: Date) -> Dated:
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
            and doc[before.start - 1].lower_ in _DUE
            and is_after(time.edtf, published)
        ):
            return Dated(time, said=False)
    return Dated()


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


def story_date(doc: Doc, token: Token, parties: set[str], before: Iterable[Event]) -> Dated:
    """The date that the report is telling of, for a main verb in the plain past: "They agreed to meet again".

    Only where an event before it, with a party of its own or none known, has that date.
    """
    if not doc._.detente_times or not _is_plain_past(token) or token.dep_ not in ("ROOT", "conj", "ccomp"):
        return Dated()
    found = governing(doc, token, narrative=True)
    if found is None or found.time.edtf is None:
        return Dated()
    date = found.time.edtf
    shared = any(e.date == date and (not parties or parties.intersection(_parties(e))) for e in before)
    return Dated(found.time, said=False) if shared else Dated()


def _is_plain_past(verb: Token) -> bool:
    """Whether it is told in the plain past, passives included: "met", "were released"."""
    return verb.tag_ == "VBD" or (
        verb.tag_ == "VBN"
        and any(c.dep_ == "auxpass" and c.tag_ == "VBD" for c in verb.lefts)
        and not any(c.dep_ == "aux" for c in verb.lefts)
    )


def _parties(event: Event) -> Iterator[str | None]:
    return (who.id for who in (*event.source, *event.target))


def is_after(date: Date | None, published: Date) -> bool:
    """Whether a date begins when the day of publication is certainly over."""
    return date is not None and published.before(date)


def _when(doc: Doc, token: Token) -> Time | None:
    """The date that a clause with "when" hangs on: "in June, when he is to visit"."""
    for _ in range(_STEPS):
        if token.dep_ == "relcl":
            if not any(c.lower_ in _WHEN for c in token.children):
                return None
            at = token.head.idx
            times: tuple[Time, ...] = doc._.detente_times
            return next((t for t in times if t.evidence.start <= at < t.evidence.end and t.edtf), None)
        if token.dep_ not in ("xcomp", "conj", "ccomp"):
            return None
        token = token.head
    return None
