"""Days by their place in a month: "the second Monday of July", "the 2nd of this month", "the 9th"."""

from __future__ import annotations

from datetime import date

from detente.reading.time.absolute import month
from detente.reading.time.days import add_months, clamp, named_day
from detente.reading.time.expression import Expression
from detente.reading.time.reference import Reference, Resolved

_STEPS = {  # codes: relations
    "last": -1,
    "previous": -1,
    "next": 1,
    "following": 1,
}


def nth_weekday(expression: Expression, reference: Reference) -> Resolved:
    """The nth, or the last, of a weekday in a month; none where the month has no fifth."""
    first = _month(expression, reference)
    if first is None:
        return None, "D", _open(expression)
    day = named_day("weekday", [first.month, expression.weekday or 1, expression.nth or 1], first.year)
    if day is None or day.month != first.month:
        return None, "D", f"{first.year:04d}-{first.month:02d}-XX"
    return day, "D", day.isoformat()


def nth_day(expression: Expression, reference: Reference) -> Resolved:
    """A day of a month by its number."""
    first = _month(expression, reference)
    if first is None:
        return None, "D", _open(expression)
    day = clamp(first.year, first.month, expression.day or 1)
    return day, "D", day.isoformat()


def bare_day(expression: Expression, reference: Reference) -> Resolved:
    """A day of the month last named."""
    last = reference.named or reference.last
    if last is None or last.unit not in ("D", "M"):
        return None, "D", "XXXX-XX-XX"
    day = clamp(last.day.year, last.day.month, expression.day or 1)
    return day, "D", day.isoformat()


def _month(expression: Expression, reference: Reference) -> date | None:
    """The first day of the month that is meant."""
    if expression.month:
        found, _, _ = month(expression, reference)
        return found
    base = reference.published
    told = expression.relation in ("that", "previous", "following")  # codes: relations
    if told and reference.last:
        base = reference.last.day
    if base is None:
        return None
    return add_months(clamp(base.year, base.month, 1), _STEPS.get(expression.relation or "", 0))


def _open(expression: Expression) -> str:
    return f"XXXX-{expression.month:02d}-XX" if expression.month else "XXXX-XX-XX"
