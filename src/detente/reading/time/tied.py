"""Times counted from an event: "two days after the summit", "the day before they signed".

Where the report dates the event, a length gets that date as the point that it begins or ends at, and a day its value.
The event's date is one that hangs on it, or that an earlier mention of the same noun has in its own clause.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from spacy.tokens import Doc, Token

from detente.model.date import Date
from detente.model.items import Time
from detente.reading.time.days import add_days
from detente.reading.time.expression import Expression
from detente.reading.time.governing import governing, own_date

_MENTIONS = 5  # earlier ones looked at


def tie(doc: Doc, expressions: Sequence[Expression]) -> tuple[Time, ...]:
    """``doc._.detente_times``, which ``expressions`` became, with those tied to a dated event anchored to its date."""
    times: tuple[Time, ...] = doc._.detente_times
    tied = [at for at, expression in enumerate(expressions) if expression.tied]
    if not tied:
        return times
    made, starts, mentions = list(times), [expression.start for expression in expressions], _nouns(doc)
    for at in tied:
        for event in _events(doc, expressions[at]):
            inside = bisect_right(starts, event.i) - 1
            if inside >= 0 and event.i < expressions[inside].end:
                anchor = times[inside] if times[inside].type in ("DATE", "TIME") else None  # "two weeks after June 3"
            else:
                anchor = own_date(doc, event) or _told_before(doc, event, mentions)
            if anchor is not None and anchor is not times[at]:
                made[at] = _anchored(times[at], expressions[at], anchor)
                break
    return tuple(made)


def _nouns(doc: Doc) -> dict[int, list[int]]:
    """Where each noun stands, by spaCy's id of its lemma."""
    found: dict[int, list[int]] = {}
    for token in doc:
        if token.pos_ == "NOUN":
            found.setdefault(token.lemma, []).append(token.i)
    return found


def _events(doc: Doc, expression: Expression) -> list[Token]:
    """What "after" or "before" has behind it: the noun, or the verb of the clause and its subject."""
    word = doc[expression.end]
    if not word.dep:
        return []  # not parsed
    if word.dep_ == "mark":
        return [word.head, *(child for child in word.head.lefts if child.dep_ in ("nsubj", "nsubjpass"))]
    return [child for child in word.rights if child.dep_ in ("pobj", "pcomp")]


def _told_before(doc: Doc, event: Token, mentions: dict[int, list[int]]) -> Time | None:
    """The date that one of the last mentions of a noun has in its clause."""
    places = mentions.get(event.lemma, []) if event.pos_ == "NOUN" else []
    before = bisect_left(places, event.i)
    for at in reversed(places[max(before - _MENTIONS, 0) : before]):
        found = governing(doc, doc[at], narrative=False)
        if found is not None and found.by == "clause":
            return found.time
    return None


def _anchored(time: Time, expression: Expression, anchor: Time) -> Time:
    if time.type == "DURATION":
        begin, end = (anchor.id, None) if expression.tied > 0 else (None, anchor.id)
        return replace(time, begin_point=begin, end_point=end)
    if expression.unit != "D" or anchor.edtf is None or anchor.edtf.precision != "day" or "X" in anchor.edtf.edtf:
        return replace(time, anchor_time_id=anchor.id, temporal_function=True)
    day = add_days(date.fromisoformat(anchor.edtf.edtf), expression.tied).isoformat()
    return replace(time, value=day, edtf=Date.parse(day), anchor_time_id=anchor.id, temporal_function=True)
