"""Normalising: which day, month or span each expression means, given what is known of the day of publication.

The same expressions can be normalised again when more is known. Of an uncertain publication date ("2019-02", an
interval) both ends are tried, and what they do not agree on is X.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from detente.model.date import Date, Part
from detente.model.items import Time
from detente.model.words import Words
from detente.reading.extensions import anchors, report_text
from detente.reading.identity import Anchors
from detente.reading.time.anchoring import resolve
from detente.reading.time.days import merge
from detente.reading.time.edtf import date_of
from detente.reading.time.expression import Expression
from detente.reading.time.forwarded import forwarded
from detente.reading.time.learned import Model, released
from detente.reading.time.reference import Reference

# codes: parts
_PARTS: dict[str, Part] = {"START": "early", "MID": "mid", "END": "late"}
_FIXED = frozenset({"fixed", "duration", "set", "tied"})


def normalise(
    doc: Doc, expressions: Sequence[Expression], published: Date | None, model: Model | None = None
) -> tuple[Time, ...]:
    """The times of a Doc. ``published`` is a day, month, year or interval."""
    identity, text = anchors(doc), report_text(doc)
    days = [(0, publication_days(published)), *((at, (day,)) for at, day in forwarded(text))]
    references: list[Reference] = []
    found: list[Time] = []
    for expression in expressions:
        while days and days[0][0] <= doc[expression.start].idx:
            references = [Reference(day, model or released()) for day in days.pop(0)[1]]
        values = [resolve(expression, reference) for reference in references]
        value = values[0] if len(values) == 1 else merge(values[0], values[1])
        found.append(_time(doc, identity, text, expression, value, found))
        for reference in references:
            reference.remember()
    return tuple(found)


def publication_days(published: Date | None) -> tuple[date | None, ...]:
    """The day of publication, or the first and the last that it may be, or only None."""
    if published is None or published.earliest is None or published.latest is None:
        return (None,)
    try:
        first, last = date(*published.earliest), date(*published.latest)
    except ValueError:  # before the year 1
        return (None,)
    return (first,) if first == last else (first, last)


def _time(doc: Doc, identity: Anchors, text: str, expression: Expression, value: str, before: Sequence[Time]) -> Time:
    start = doc[expression.start].idx
    last = doc[expression.end - 1]
    type_ = expression.type
    if type_ == "TIME" and "T" not in value:
        type_ = "DATE"
    anchored = expression.kind not in _FIXED and not (expression.year and len(expression.year) == 4)
    begin_point = end_point = None
    if type_ == "DURATION" and expression.relation:
        begin_point, end_point = (
            (None, "t0")
            if expression.relation in ("last", "previous")
            else ("t0", None)
            if expression.relation == "next"
            else (None, None)
        )
    anchor = None
    if anchored:
        anchor = "t0" if expression.deictic or not before else before[-1].id
    return Time(
        id=identity.at("time", start),
        type=type_,
        value=value,
        evidence=Words.at(text, start, last.idx + len(last)),
        edtf=date_of(value, _PARTS.get(expression.mod or "") if type_ == "DATE" else None)
        if type_ in ("DATE", "TIME")
        else None,
        mod=expression.mod,
        quant=expression.quant,
        freq=expression.freq,
        begin_point=begin_point,
        end_point=end_point,
        anchor_time_id=anchor,
        function_in_document="NONE",
        temporal_function=anchored,
    )
