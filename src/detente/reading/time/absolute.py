"""Days, months, seasons, quarters and holidays by name; the year comes from the words or the day of publication."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from detente.reading.time.days import SEASONS, add_days, add_months, clamp, named_day, nearest, quarter_of, week_value
from detente.reading.time.expression import STEP, TOLD, Expression
from detente.reading.time.learned.ahead import around, choose
from detente.reading.time.reference import Mention, Reference, Resolved

_HALF_SEASON = 45  # days
_SURE = ("last", "next", "following")  # codes: relations that tell which


def _year_shift(expression: Expression) -> int | None:
    """Years from the publication's by "last year" and the like beside a month or quarter."""
    if expression.relation_unit != "Y" or expression.relation is None:
        return None
    steps = int(expression.count or 1) if expression.kind == "date" else 1  # "the year before last"
    return steps * STEP.get(expression.relation, 0)


def _year_number(expression: Expression, reference: Reference) -> int | None:
    if expression.year and len(expression.year) == 4:
        return int(expression.year)
    shift = _year_shift(expression)
    if shift is not None:
        base = reference.last.day if expression.relation in TOLD and reference.last else reference.published
        return base.year + shift if base else None
    return None


def resolve_date(expression: Expression, reference: Reference) -> Resolved:
    """A day of a month; without a year the last or the next one."""
    month, day = expression.month or 1, expression.day or 1
    year = _year_number(expression, reference)
    if year is not None and expression.year:
        reference.years[month, day] = year
    elif year is None and _year_shift(expression) is None:
        year = reference.years.get((month, day))
    if year is None and _year_shift(expression) is None and reference.published:
        near = [clamp(reference.published.year + shift, month, day) for shift in (-1, 0, 1)]
        agree = [each for each in near if each.isoweekday() == expression.weekday]
        today = expression.relation is None and (month, day) == (reference.published.month, reference.published.day)
        agree = agree or ([reference.published] if today else [])
        year = (agree or [_open(expression, reference, "D", lambda y: clamp(y, month, day))])[0].year
    if year is None or not 1 <= year <= 9999:
        return None, "D", f"XXXX-{month:02d}-{day:02d}"
    return clamp(year, month, day), "D", f"{year:04d}-{month:02d}-{day:02d}"


def _open(expression: Expression, reference: Reference, unit: str, candidates: Callable[[int], date]) -> date:
    """Of yearly days the one that is meant: as "last" and "next" say, else as the model decides."""
    published = reference.published
    assert published is not None
    back, ahead = around(candidates, published)
    if expression.relation == "last":
        return back
    if expression.relation in ("next", "following"):
        return ahead
    return choose(reference.model, expression, unit, back, ahead, published)


def month(expression: Expression, reference: Reference) -> Resolved:
    """A month; without a year, chosen as for days."""
    month = expression.month or 1
    year = _year_number(expression, reference)
    published = reference.published
    if year is None and _year_shift(expression) is None and published:
        if expression.relation in TOLD and reference.last:
            year = _beside(reference.last, expression.relation, month)
        elif expression.relation == "last":
            year = published.year - (month >= published.month)
        elif expression.relation in ("next", "following"):
            year = published.year + (month <= published.month)
        elif expression.relation == "this" or month == published.month:
            year = published.year
        else:
            year = _open(expression, reference, "M", lambda y: clamp(y, month, 15)).year
    if year is None or not 1 <= year <= 9999:
        return None, "M", f"XXXX-{month:02d}"
    return clamp(year, month, 1), "M", f"{year:04d}-{month:02d}"


def _beside(mention: Mention, relation: str, month: int) -> int:
    """The year of "that March", "the following March", "the previous March", counted from what was told before."""
    year, of_year = mention.day.year, mention.unit == "Y"
    if relation == "following":
        return year + (of_year or month <= mention.day.month)
    return year - (relation == "previous" and (of_year or month >= mention.day.month))


def season(expression: Expression, reference: Reference) -> Resolved:
    """A season; the winter belongs to the year in which it ends."""
    season = expression.season or "SP"
    year = _year_number(expression, reference)
    published = reference.published
    if year is None and published:
        middle = SEASONS[season]
        now = nearest(lambda y: clamp(y, middle, 15), published, 0)
        if expression.relation in TOLD and reference.last:
            year = _beside(reference.last, expression.relation, middle)
        elif expression.relation == "this":
            year = published.year
        elif abs((now - published).days) <= _HALF_SEASON and expression.relation not in _SURE:
            year = now.year
        else:
            year = _open(expression, reference, "S", lambda y: clamp(y, middle, 15)).year
    if year is None or not 1 <= year <= 9999:
        return None, "M", f"XXXX-{season}"
    return clamp(year, SEASONS[season], 1), "M", f"{year:04d}-{season}"


def year(expression: Expression, _reference: Reference) -> Resolved:
    """A year, decade or century in figures."""
    digits = expression.year or "XXXX"
    if len(digits) == 4 and digits.isdigit():
        return date(max(int(digits), 1), 1, 1), "Y", digits
    return None, "Y", digits


def quarter(expression: Expression, reference: Reference) -> Resolved:
    """A quarter or half by its number; "the 1988 quarter" is the one last spoken of, in that year."""
    unit, nth = expression.unit or "Q", expression.nth
    months = 3 if unit == "Q" else 6
    if nth == -1:
        nth = 12 // months
    year = _year_number(expression, reference)
    published = reference.published
    if nth is None:
        quarter = (
            reference.quarter[1] if reference.quarter else quarter_of(add_months(published, -3)) if published else None
        )
        if quarter is None or year is None or not 1 <= year <= 9999:
            return None, unit, f"{expression.year or 'XXXX'}-QX"
        return clamp(year, quarter * 3 - 2, 1), unit, f"{year:04d}-Q{quarter}"
    if year is None and published:
        middle = nth * months - months // 2
        year = _open(expression, reference, "Q", lambda y: clamp(y, middle, 15)).year
    if year is None or not 1 <= year <= 9999:
        return None, unit, f"XXXX-{unit}{nth}"
    return clamp(year, nth * months - months + 1, 1), unit, f"{year:04d}-{unit}{nth}"


def holiday(expression: Expression, reference: Reference) -> Resolved:
    """A named day: the nearest, or the last or next one."""
    way, terms = expression.holiday or ("", None)
    published = reference.published
    known = named_day(way, terms, 2000)
    if known is None:
        return None, "D", "XXXX-XX-XX"
    if way == "once":
        return known, "D", known.isoformat()
    if published is None and expression.unit:
        return None, "W", "XXXX-WXX"
    if published is None:
        return None, "D", f"XXXX-{known.month:02d}-{known.day:02d}" if way == "fixed" else "XXXX-XX-XX"
    direction = {"last": -1, "next": 1}.get(expression.relation or "", 0)
    day = nearest(lambda y: named_day(way, terms, y) or published, published, direction)
    if expression.unit == "WE":
        return day, "W", week_value(add_days(day, -1)) + "-WE"  # that of a Monday is the one before it
    return (day, "W", week_value(day)) if expression.unit else (day, "D", day.isoformat())
