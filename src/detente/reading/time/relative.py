"""Dates counted from the day of publication or from one mentioned before: "last year", "on Friday", "two weeks ago"."""

from __future__ import annotations

from datetime import date

from detente.reading.time.absolute import resolve_date
from detente.reading.time.days import add_days, add_months, clamp, month_value, quarter_of, week_value
from detente.reading.time.durations import duration_value
from detente.reading.time.expression import PUBLISHED, STEP, TOLD, Expression
from detente.reading.time.learned.ahead import choose
from detente.reading.time.reference import UNKNOWN, Reference, Resolved

_OF_STORY = ("next", "following", "previous", "that", "the")  # codes: relations to a day told of
_CLOCK_UNITS = ("TH", "TM", "TS")
_NEAR = 3  # expressions: a quarter is meant by "a year earlier" only if it was mentioned just before


def _quarter_value(year: int, quarter: int) -> Resolved:
    return clamp(year, quarter * 3 - 2, 1), "Q", f"{year:04d}-Q{quarter}"


def year_ago(expression: Expression, reference: Reference) -> Resolved:
    """The quarter spoken of, a year before; the year before where no quarter is."""
    latest = reference.latest_quarter
    if expression.unit == "Y" and reference.quarter_age > _NEAR and reference.published:
        return None, "Y", f"{reference.published.year - 1:04d}"
    if latest is None:
        return None, "Q", "XXXX-QX"
    return _quarter_value(latest[0] - 1, expression.nth or latest[1])


def weekday(expression: Expression, reference: Reference) -> Resolved:
    """A weekday: the same day or the nearest past one, unless the words point ahead."""
    wanted = expression.weekday or 1
    base = reference.published
    if expression.relation in TOLD:
        base = _story_day(expression, reference) or base
    suffix = f"T{expression.daypart}" if expression.daypart else ""
    if base is None:
        return None, "D", f"XXXX-WXX-{wanted}{suffix}"
    back = (base.isoweekday() - wanted) % 7
    ahead = (wanted - base.isoweekday()) % 7
    if expression.relation in ("last", "previous"):
        day = add_days(base, -(back or 7))
    elif expression.relation in ("next", "following"):
        day = add_days(base, ahead or 7)
    else:
        last, next_ = add_days(base, -back), add_days(base, ahead or 7)
        day = choose(reference.model, expression, "W", last, next_, base)
    return day, "D", day.isoformat() + suffix


def _story_day(expression: Expression, reference: Reference) -> date | None:
    """The day of the calendar that the report tells of."""
    since = reference.since("D", behind=expression.direction < 0)
    if since is None or since.unit != "D":
        return None
    gone = reference.published is not None and since.day < reference.published
    return None if expression.direction > 0 and gone else since.day


def today(expression: Expression, reference: Reference) -> Resolved:
    """Today, yesterday, tomorrow."""
    suffix = f"T{expression.daypart}" if expression.daypart else ""
    if reference.published is None:
        return None, "D", "XXXX-XX-XX" + suffix
    day = add_days(reference.published, int(expression.count or 0))
    told = reference.published if expression.daypart == "NI" and expression.count == -1 else day
    return told, "D", day.isoformat() + suffix  # of "overnight" the story goes on in the day that follows


def daypart(expression: Expression, reference: Reference) -> Resolved:
    """This morning, the next evening."""
    base = reference.published
    shift = STEP.get(expression.relation or "", 0)
    if expression.relation in _OF_STORY:
        base = _story_day(expression, reference) or base
    suffix = f"T{expression.daypart}"
    if base is None:
        return None, "D", "XXXX-XX-XX" + suffix
    day = add_days(base, shift + int(expression.count or 0))
    return day, "D", day.isoformat() + suffix


def clock(expression: Expression, reference: Reference) -> Resolved:
    """A time of day; without a day of its own, of the day last mentioned, if its clause may be about that."""
    suffix = f"T{expression.clock or expression.daypart}"
    if expression.month:
        day, unit, value = resolve_date(expression, reference)
    elif expression.weekday:
        saved, expression.daypart = expression.daypart, None
        day, unit, value = weekday(expression, reference)
        expression.daypart = saved
    elif expression.count is not None:
        day = add_days(reference.published, int(expression.count)) if reference.published else None
        unit, value = "D", day.isoformat() if day else "XXXX-XX-XX"
    else:
        day = _story_day(expression, reference) or reference.published
        day = add_days(day, STEP.get(expression.relation or "", 0)) if day else None  # "9 a.m. the next day"
        unit, value = "D", day.isoformat() if day else "XXXX-XX-XX"
    return day, unit, value + suffix


def relative(expression: Expression, reference: Reference) -> Resolved:
    """This, last, next, the same week, month, quarter or year."""
    unit = expression.unit or "Y"
    relation = expression.relation or "this"
    if unit in ("Q", "P") or relation == "latest":
        return _relative_quarter(unit, relation, reference)
    base = reference.published
    if relation in TOLD:
        since = reference.since(unit, behind=expression.direction < 0)
        if since and since.vaguer(unit) and expression.mod is not None and unit == "D":
            since = None  # "later in the day" after a year was named: of the report's day
        if since and since.vaguer(unit):
            return None, unit, since.unknown(unit)
        base = since.day if since else base
    if base is None:
        return None, unit, UNKNOWN.get(unit, "XXXX")
    shift = STEP.get(relation, 0) * int(expression.count or 1)
    return _shifted(base, unit, shift, expression.direction)


def _relative_quarter(unit: str, relation: str, reference: Reference) -> Resolved:
    published = reference.published
    if unit not in ("Q", "P"):
        return (None, unit, UNKNOWN.get(unit, "XXXX")) if published is None else _shifted(published, unit, -1, 0)
    if relation in PUBLISHED and published:
        day = add_months(published, 3 * STEP.get(relation, 0))
        return _quarter_value(day.year, quarter_of(day))
    latest = reference.latest_quarter
    if latest is None:
        return None, "Q", "XXXX-QX"
    months = latest[0] * 4 + latest[1] - 1 + {"previous": -1, "following": 1}.get(relation, 0)
    return _quarter_value(months // 4, months % 4 + 1)


def _shifted(base: date, unit: str, shift: int, direction: int) -> Resolved:
    """The day, week, month … so many of them from that of a day."""
    if unit == "D":
        day = add_days(base, shift)
        return day, "D", day.isoformat()
    if unit in ("W", "FN"):
        day = add_days(base, shift * (7 if unit == "W" else 14))
        return day, "W", week_value(day)
    if unit == "WE":
        if shift == 0 and direction <= 0 and base.isoweekday() <= 3:
            shift = -1
        day = add_days(base, 7 * shift)
        return add_days(day, 6 - day.isoweekday()), "W", week_value(day) + "-WE"
    if unit == "M":
        day = add_months(clamp(base.year, base.month, 1), shift)
        return day, "M", month_value(day)
    if unit == "H":
        day = add_months(base, 6 * shift)
        return day, "H", f"{day.year:04d}-H{(day.month + 5) // 6}"
    year = min(max(base.year + shift * {"DE": 10, "CE": 100, "ML": 1000}.get(unit, 1), 1), 9999)
    if unit == "DE":
        return None, "Y", f"{year:04d}"[:3]
    if unit == "CE":
        return None, "Y", f"{year:04d}"[:2] + "XX"
    if unit == "ML":
        return None, "Y", f"{year:04d}"[:1] + "XXX"
    return date(year, 1, 1), "Y", f"{year:04d}"


def offset(expression: Expression, reference: Reference) -> Resolved:
    """So much ago, earlier or later, at the precision of its unit; of a vague number the length itself."""
    unit, count = expression.unit or "D", expression.count
    if count is None:
        expression.type = "DURATION"
        return None, unit, duration_value(None, unit)
    counted = "D" if unit in _CLOCK_UNITS else unit
    since = None if expression.deictic else reference.since(counted, behind=expression.direction < 0)
    if unit == "Y" and count == 1 and expression.sign < 0 and since and since.at < expression.sentence:
        since = None if reference.published else since  # in a new sentence "a year earlier" is before the present one
    base = since.day if since else reference.published
    quarterly = unit == "Y" and count == 1 and expression.sign < 0 and reference.quarter_age < _NEAR
    if quarterly and reference.quarter:
        return _quarter_value(reference.quarter[0] - 1, reference.quarter[1])
    if base is None:
        return None, unit, UNKNOWN.get(unit, "XXXX")
    if since and since.vaguer(counted):
        return None, counted, since.unknown(counted)
    signed = expression.sign * count
    if unit in _CLOCK_UNITS:
        expression.type = "TIME"
        day = add_days(base, int(signed / 24)) if unit == "TH" else base
        return day, "D", day.isoformat()
    if unit == "D":
        day = add_days(base, round(signed))
        return day, "D", day.isoformat()
    if unit in ("W", "FN"):
        day = add_days(base, round(signed * (7 if unit == "W" else 14)))
        return day, "W", week_value(day)
    if unit in ("M", "Q"):
        day = add_months(base, round(signed * (1 if unit == "M" else 3)))
        return day, "M", month_value(day)
    years = signed * {"DE": 10, "CE": 100, "ML": 1000}.get(unit, 1)
    if not expression.deictic and unit == "Y" and since and since.unit in ("D", "M") and abs(years) == 1:
        day = add_months(base, round(years * 12))
        return day, since.unit, month_value(day) if since.unit == "M" else day.isoformat()
    year = add_months(clamp(base.year, base.month, 1), round(years * 12)).year
    return date(year, 1, 1), "Y", f"{year:04d}"


def compound(expression: Expression, reference: Reference) -> Resolved:
    """So much of two units ago, earlier, later or from now, at the precision of the smaller."""
    since = None if expression.deictic else reference.since("D", behind=expression.direction < 0)
    base = since.day if since else reference.published
    unit = expression.unit or "D"
    if base is None:
        return None, unit, UNKNOWN.get(unit, "XXXX")
    day = base
    for count, of in ((expression.nth or 0, expression.relation_unit), (round(expression.count or 0), unit)):
        signed = count * expression.sign
        day = (
            add_months(day, signed * (12 if of == "Y" else 1))
            if of in ("Y", "M")
            else add_days(day, signed * (7 if of == "W" else 1))
        )
    if unit == "M":
        return day, "M", month_value(day)
    return (day, "W", week_value(day)) if unit == "W" else (day, "D", day.isoformat())


def week_of(expression: Expression, reference: Reference) -> Resolved:
    """The week that a day is in."""
    day, _, _ = resolve_date(expression, reference)
    return (day, "W", week_value(day)) if day else (None, "W", "XXXX-WXX")


def day_from(expression: Expression, reference: Reference) -> Resolved:
    """So many days or weeks from a weekday or from today."""
    base = reference.published
    if base is None:
        return None, "D", UNKNOWN["D"]
    if expression.weekday:
        back = (base.isoweekday() - expression.weekday) % 7
        ahead = (expression.weekday - base.isoweekday()) % 7
        base = add_days(
            base, -(back or 7) if expression.relation == "last" else ahead if expression.sign > 0 else -back
        )
    else:
        base = add_days(base, expression.nth or 0)
    count = round(expression.count or 1) * expression.sign
    day = (
        add_months(base, count * (12 if expression.unit == "Y" else 1))
        if expression.unit in ("M", "Y")
        else add_days(base, count * (7 if expression.unit == "W" else 1))
    )
    return day, "D", day.isoformat()
