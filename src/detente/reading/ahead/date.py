"""When a plan is due: the times in its words -> the date said of it, or the day by which its deadline is over."""

from __future__ import annotations

from typing import TYPE_CHECKING

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


def plan_date(
    doc: Doc, plan: Plan, what: Words, published: Date | None
) -> tuple[Date | None, tuple[Inference, ...]] | None:
    """The date of a plan and what it rests on; none where the plan was to come before the report."""
    times = [time for time in doc._.detente_times if what.start <= time.evidence.start < what.end]
    own = [time for time in times if _belongs(doc, time, plan)]
    if any(_is_old(time, published) for time in times if _belongs(doc, time, Plan(plan.doer, plan.doer))):
        return None
    due = [time for time in own if not _is_past(time, published)]
    if own and not due and plan.doer.tag_ == "VBD":  # "was to meet on Monday"
        return None
    for time in due:
        if time.edtf is not None and time.type in ("DATE", "TIME"):
            return time.edtf, inferred("date", time)
    for time in due:
        if time.type == "DURATION" and _in_deadline(doc, time, plan.head):
            by = latest_date(time, published)
            return (by, (Inference("date", "report date", time.evidence),)) if by is not None else (None, ())
    return None, ()


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
        if up.tag_ in FINITE or up.dep_ in ("relcl", "acl"):
            return False
    return False


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
