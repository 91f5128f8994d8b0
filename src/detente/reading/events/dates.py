"""Dates to come on what is due: by which day it has to be done, and whether a day lies ahead."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.model.inference import Inference
from detente.reading.events.when import Chosen

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from detente.model.date import Date
    from detente.model.items import Time

_DUE = words("en/events/dates", "due")


def deadline(doc: Doc, verb: Token, published: Date) -> Chosen:
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
            return Chosen(time.edtf, (Inference("date", "context", time.evidence),))
    return Chosen()


def is_after(date: Date | None, published: Date) -> bool:
    """Whether a date begins when the day of publication is certainly over."""
    return date is not None and published.before(date)
