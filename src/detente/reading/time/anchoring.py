"""What one expression means beside the day of publication and the dates mentioned before it."""

from __future__ import annotations

from detente.reading.time import absolute, in_month, relative
from detente.reading.time.days import quarter_of
from detente.reading.time.durations import duration_value, set_value
from detente.reading.time.expression import Expression
from detente.reading.time.reference import UNKNOWN, Reference

_KINDS = {  # codes: kinds
    "date": absolute.resolve_date,
    "month": absolute.month,
    "nthweekday": in_month.nth_weekday,
    "nthday": in_month.nth_day,
    "bareday": in_month.bare_day,
    "compound": relative.compound,
    "season": absolute.season,
    "year": absolute.year,
    "quarter": absolute.quarter,
    "holiday": absolute.holiday,
    "yearago": relative.year_ago,
    "weekday": relative.weekday,
    "today": relative.today,
    "daypart": relative.daypart,
    "clock": relative.clock,
    "relative": relative.relative,
    "offset": relative.offset,
    "weekof": relative.week_of,
    "dayfrom": relative.day_from,
}


_BEFORE_NOUN = frozenset({"hangs=compound", "hangs=nmod", "hangs=nummod", "hangs=amod"})  # codes: cues of a date


def resolve(expression: Expression, reference: Reference) -> str:
    """The TIMEX3 value of an expression; X for what is not known."""
    if expression.value is not None:
        return expression.value
    if expression.kind == "duration":
        return duration_value(expression.count, expression.unit)
    if expression.kind == "tied":
        return UNKNOWN.get(expression.unit or "", "XXXX")
    if expression.kind == "set":
        return set_value(expression)
    day, unit, value = _KINDS[expression.kind](expression, reference)
    if day is not None and not _compares(expression):
        reference.mention(day, unit, expression.start, aside=_names(expression))
        if unit == "Q" and expression.kind in ("quarter", "relative"):
            reference.quarter, reference.quarter_age = (day.year, quarter_of(day)), 0
    return value


def _names(expression: Expression) -> bool:
    """Whether a date only says which thing is meant, so that the story goes on from its own day: "the May 4 accord"."""
    return not _BEFORE_NOUN.isdisjoint(expression.cues)


def _compares(expression: Expression) -> bool:
    """Whether nothing counts from a date: what another is set against ("up from a year earlier"), the present year."""
    return (
        expression.kind == "yearago"
        or expression.relation == "previous"
        or (expression.kind == "relative" and expression.unit == "Y" and expression.relation == "this")
        or (expression.kind == "offset" and expression.sign < 0 and not expression.deictic)
    )
