"""Days, months, seasons, quarters and holidays by name; the year comes from the words or the day of publication."""

from __future__ import annotations

from datetime import date

from detente.reading.time.days import SEASONS, add_months, clamp, named_day, nearest, quarter_of
from detente.reading.time.expression import Expression
from detente.reading.time.reference import Reference, Resolved

# Days within which the nearest one is meant, whatever the verb says; set on the tuning part of the development data.
_DAY_FAR, _MONTH_FAR, _QUARTER_FAR = 110, 80, 100


def _year_shift(expression: Expression) -> int | None:
    """Years from the publication's by "last year" and the like beside a month or quarter."""
    if expression.relation_unit != "Y" or expression.relation is None:
        return None
    return {"last": -1, "previous": -1, "next": 1, "following": 1}.get(expression.relation, 0)


def _year_number(expression: Expression, reference: Reference) -> int | None:
    if expression.year and len(expression.year) == 4:
        return int(expression.year)
    shift = _year_shift(expression)
    if shift is not None:
        base = (
            reference.day
            if expression.relation in ("that", "previous", "following") and reference.day
            else reference.published
        )
        return base.year + shift if base else None
    return None


def resolve_date(expression: Expression, reference: Reference) -> Resolved:
    """A day of a month; without a year, of the nearest one, or the one that the verb points to if that is far off."""
    month, day = expression.month or 1, expression.day or 1
    year = _year_number(expression, reference)
    if year is None and _year_shift(expression) is None and reference.published:
        sure = _far(reference.published, month, day, _DAY_FAR) or _is_deadline(expression)
        direction = expression.direction if sure else 0
        if expression.relation in ("last", "next"):
            direction = -1 if expression.relation == "last" else 1
        year = nearest(lambda y: clamp(y, month, day), reference.published, direction).year
    if year is None or not 1 <= year <= 9999:
        return None, "D", f"XXXX-{month:02d}-{day:02d}"
    return clamp(year, month, day), "D", f"{year:04d}-{month:02d}-{day:02d}"


def _far(published: date, month: int, day: int, limit: int) -> bool:
    """Whether the nearest such day is so far off that the verb should decide."""
    found = nearest(lambda y: clamp(y, month, day), published, 0)
    return abs((found - published).days) > limit


def _is_deadline(expression: Expression) -> bool:
    """Whether something goes on up to the date: it then lies ahead, however near the last such day is."""
    return expression.direction > 0 and expression.preposition in ("until", "till")


def month(expression: Expression, reference: Reference) -> Resolved:
    """A month; without a year, chosen as for days."""
    month = expression.month or 1
    year = _year_number(expression, reference)
    published = reference.published
    if year is None and _year_shift(expression) is None and published:
        if expression.relation == "last":
            year = published.year - (month >= published.month)
        elif expression.relation in ("next", "following"):
            year = published.year + (month <= published.month)
        elif expression.relation == "this" or month == published.month:
            year = published.year
        else:
            sure = _far(published, month, 15, _MONTH_FAR) or _is_deadline(expression)
            direction = expression.direction if sure else 0
            year = nearest(lambda y: clamp(y, month, 15), published, direction, slack=20).year
    if year is None or not 1 <= year <= 9999:
        return None, "M", f"XXXX-{month:02d}"
    return clamp(year, month, 1), "M", f"{year:04d}-{month:02d}"


def season(expression: Expression, reference: Reference) -> Resolved:
    """A season; the winter belongs to the year in which it ends."""
    season = expression.season or "SP"
    year = _year_number(expression, reference)
    published = reference.published
    if year is None and published:
        middle = SEASONS[season]
        direction = {"last": -1, "next": 1, "following": 1}.get(expression.relation or "", expression.direction)
        if expression.relation == "this":
            year = published.year
        else:
            year = nearest(
                lambda y: clamp(y, middle, 15), published, direction, slack=0 if expression.relation == "last" else 45
            ).year
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
        if quarter is None or year is None:
            return None, unit, f"{expression.year or 'XXXX'}-QX"
        return clamp(year, quarter * 3 - 2, 1), unit, f"{year:04d}-Q{quarter}"
    if year is None and published:
        middle = nth * months - months // 2
        direction = expression.direction if _far(published, middle, 15, _QUARTER_FAR) else 0
        direction = direction or (-1 if expression.fiscal else 0)
        year = nearest(lambda y: clamp(y, middle, 15), published, direction).year
    if year is None:
        return None, unit, f"XXXX-{unit}{nth}"
    return clamp(year, nth * months - months + 1, 1), unit, f"{year:04d}-{unit}{nth}"


def holiday(expression: Expression, reference: Reference) -> Resolved:
    """A named day: the nearest, or the last or next one."""
    way, terms = expression.holiday or ("", None)
    published = reference.published
    known = named_day(way, terms, 2000)
    if known is None:
        return None, "D", "XXXX-XX-XX"
    if published is None:
        return None, "D", f"XXXX-{known.month:02d}-{known.day:02d}" if way == "fixed" else "XXXX-XX-XX"
    direction = {"last": -1, "next": 1}.get(expression.relation or "", 0)
    day = nearest(lambda y: named_day(way, terms, y) or published, published, direction)
    return day, "D", day.isoformat()
