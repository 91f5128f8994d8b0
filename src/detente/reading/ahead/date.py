"""When a plan is due: the times in its words -> the date said of it, or the day by which its deadline is over."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from detente.model.inference import Inference
from detente.reading.ahead.cues import plan_words
from detente.reading.ahead.deadline import deadline, latest_date
from detente.reading.ahead.plans import Plan
from detente.reading.english.labels import FINITE
from detente.reading.time.basis import inferred

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.date import Date
    from detente.model.items import Time
    from detente.model.words import Words


class Due(NamedTuple):
    """When a plan is due, what that rests on, and the expression that says it."""

    date: Date | None = None
    inferred: tuple[Inference, ...] = ()
    time: Time | None = None


def plan_date(doc: Doc, plan: Plan, what: Words, published: Date | None) -> Due | None:
    """The date of a plan; none where the plan was to come before the report."""
    times = [time for time in _times(doc, plan, what) if what.start <= time.evidence.start or _leads(doc, time, plan)]
    own = [time for time in times if _belongs(doc, time, plan)]
    if any(_is_old(time, published) for time in times if _belongs(doc, time, Plan(plan.doer, plan.doer))):
        return None
    due = [time for time in own if not _is_past(time, published)]
    if own and not due and plan.doer.tag_ == "VBD":  # "was to meet on Monday"
        return None
    for time in due:
        if time.edtf is not None and time.type in ("DATE", "TIME"):
            return Due(time.edtf, inferred("date", time), time)
    for time in due:
        if time.type == "DURATION" and _in_deadline(doc, time, plan.head):
            by = latest_date(time, published)
            return Due(by, (Inference("date", "report date", time.evidence),), time) if by is not None else Due()
    return Due()


def _times(doc: Doc, plan: Plan, what: Words) -> tuple[Time, ...]:
    """The times from the beginning of its sentence to the end of a plan's words."""
    times: tuple[Time, ...] = doc._.detente_times
    first = bisect_left(times, plan.head.sent.start_char, key=lambda t: t.evidence.start)
    return times[first : bisect_left(times, what.end, key=lambda t: t.evidence.start)]


def _leads(doc: Doc, time: Time, plan: Plan) -> bool:
    """Whether a time before the plan's words hangs on its verb: "On Friday the government plans to pay"."""
    span = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
    if span is None or plan.head.pos_ == "NOUN":
        return False
    above = span.root.head.head if span.root.dep_ == "pobj" else span.root.head
    return above.i == plan.doer.i


def looks_back(doc: Doc, start: int) -> bool:
    """Whether the word before a date keeps it from lying ahead: "since May"; "no later than May" does not."""
    cues, before = plan_words(), [token.lower_ for token in doc[max(start - 2, 0) : start]]
    return bool(before) and before[-1] in cues.not_ahead and before[0] not in cues.later_than


def _in_deadline(doc: Doc, time: Time, verb: Token) -> bool:
    """Whether a length is a deadline from now on; what a text lays down ("shall") counts from another day."""
    tokens = None if any(c.lower_ in plan_words().laid_down for c in verb.children) else deadline(verb)
    return tokens is not None and doc[tokens[0]].idx <= time.evidence.start < doc[tokens[1] - 1].idx + 1


def _belongs(doc: Doc, time: Time, plan: Plan) -> bool:
    """Whether a time is said of a plan, and of no other clause on the way."""
    span = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
    if span is None or looks_back(doc, span.start):
        return False
    bound = plan.doer.lemma_.lower() in plan_words().binds  # "agreed on Thursday to meet": that is no date of meeting
    for up in (span.root, *span.root.ancestors):
        if up.i == plan.head.i or (up.i == plan.doer.i and not bound):
            return True
        if up.tag_ in FINITE or up.dep_ == "relcl" or (up.dep_ == "acl" and not _is_set(up)):
            return False
    return False


def _is_set(participle: Token) -> bool:
    """Whether a participle only says for when something is set: "a summit scheduled for April"."""
    return participle.tag_ == "VBN" and participle.lemma_.lower() in plan_words().fixes


def _is_old(time: Time, published: Date | None) -> bool:
    """Whether a date is so long over that what was then to come is, too."""
    date = time.edtf if time.type == "DATE" else None
    if date is None or published is None or date.latest is None or published.earliest is None:
        return False
    (year, month, _), (then, of_month, _) = published.earliest, date.latest
    return (year - then) * 12 + month - of_month > 1


def _is_past(time: Time, published: Date | None) -> bool:
    date = time.edtf if time.type in ("DATE", "TIME") else None
    return date is not None and published is not None and date.before(published)
