"""What one expression means beside the day of publication and the dates mentioned before it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from detente.reading.time.days import (
    SEASONS,
    add_days,
    add_months,
    clamp,
    month_value,
    named_day,
    nearest,
    quarter_of,
    week_value,
)
from detente.reading.time.durations import duration_value, set_value
from detente.reading.time.expression import Expression

_UNKNOWN = {
    "D": "XXXX-XX-XX",
    "W": "XXXX-WXX",
    "M": "XXXX-XX",
    "Q": "XXXX-QX",
    "H": "XXXX-HX",
    "Y": "XXXX",
    "WE": "XXXX-WXX-WE",
    "DE": "XXX",
    "CE": "XX",
}
_DAY_FAR, _MONTH_FAR, _QUARTER_FAR = 110, 80, 100  # days within which the nearest one is meant, whatever the verb
_NEAR = 3  # expressions: a quarter is meant by "a year earlier" only if it was mentioned just before


@dataclass(slots=True)
class Reference:
    """The day of publication, and what was last mentioned while a report is read from top to bottom."""

    published: date | None
    day: date | None = None  #: the date last mentioned, its first day
    day_unit: str = "D"  #: its precision: D, W, M, Q, Y
    day_at: int = -1  #: the token that it begins at
    quarter: tuple[int, int] | None = None  #: the quarter last mentioned: year, number
    quarter_age: int = 99  #: expressions since
    last_id: str | None = None

    def remember(self, expression: Expression, time_id: str) -> None:
        """Note that another expression has been read."""
        self.quarter_age += 1
        self.last_id = time_id

    def mention(self, day: date, unit: str, at: int) -> None:
        """Note a date."""
        self.day, self.day_unit, self.day_at = day, unit, at


def resolve(expression: Expression, reference: Reference, doc: Doc) -> str:
    """The TIMEX3 value of an expression; X for what is not known."""
    if expression.value is not None:
        return expression.value
    if expression.kind == "duration":
        return duration_value(expression.count, expression.unit)
    if expression.kind == "set":
        return set_value(expression)
    day, unit, value = _KINDS[expression.kind](expression, reference, doc)
    if day is not None and not _compares(expression):
        reference.mention(day, unit, expression.start)
        if unit == "Q" and expression.kind in ("quarter", "relative"):
            reference.quarter, reference.quarter_age = (day.year, quarter_of(day)), 0
    return value


def _compares(expression: Expression) -> bool:
    """Whether a date is only what another is set against ("up from a year earlier"), so that the story does not move there."""
    return (
        expression.kind == "yearago"
        or expression.relation == "previous"
        or (expression.kind == "offset" and expression.sign < 0 and not expression.deictic)
    )


Resolved = tuple[date | None, str, str]


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


def _date(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
    month, day = expression.month or 1, expression.day or 1
    year = _year_number(expression, reference)
    if year is None and _year_shift(expression) is None and reference.published:
        direction = expression.direction if _far(reference.published, month, day, _DAY_FAR) else 0
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


def _month(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
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
            direction = expression.direction if _far(published, month, 15, _MONTH_FAR) else 0
            year = nearest(lambda y: clamp(y, month, 15), published, direction, slack=20).year
    if year is None or not 1 <= year <= 9999:
        return None, "M", f"XXXX-{month:02d}"
    return clamp(year, month, 1), "M", f"{year:04d}-{month:02d}"


def _season(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
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


def _year(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
    digits = expression.year or "XXXX"
    if len(digits) == 4 and digits.isdigit():
        return date(max(int(digits), 1), 1, 1), "Y", digits
    return None, "Y", digits


def _quarter(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
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


def _quarter_value(year: int, quarter: int) -> Resolved:
    return clamp(year, quarter * 3 - 2, 1), "Q", f"{year:04d}-Q{quarter}"


def _latest_quarter(reference: Reference) -> tuple[int, int] | None:
    """The quarter last mentioned if it is over, else the last that is."""
    if reference.quarter and (
        reference.published is None or clamp(reference.quarter[0], reference.quarter[1] * 3, 1) < reference.published
    ):
        return reference.quarter
    if reference.published is None:
        return None
    before = add_months(reference.published, -3)
    return before.year, quarter_of(before)


def _year_ago(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
    latest = _latest_quarter(reference)
    if expression.unit == "Y" and reference.quarter_age > _NEAR and reference.published:
        return None, "Y", f"{reference.published.year - 1:04d}"
    if latest is None:
        return None, "Q", "XXXX-QX"
    return _quarter_value(latest[0] - 1, expression.nth or latest[1])


def _weekday(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
    wanted = expression.weekday or 1
    base = reference.published
    if expression.relation in ("following", "that", "previous") and reference.day and reference.day_unit == "D":
        base = reference.day
    suffix = f"T{expression.daypart}" if expression.daypart else ""
    if base is None:
        return None, "D", f"XXXX-WXX-{wanted}{suffix}"
    back = (base.isoweekday() - wanted) % 7
    ahead = (wanted - base.isoweekday()) % 7
    if expression.relation in ("last", "previous"):
        offset = -(back or 7)
    elif expression.relation in ("next", "following"):
        offset = ahead or 7
    elif expression.direction > 0 or (expression.relation == "this" and expression.direction == 0):
        offset = ahead
    else:
        offset = -back
    day = add_days(base, offset)
    return day, "D", day.isoformat() + suffix


def _today(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
    suffix = f"T{expression.daypart}" if expression.daypart else ""
    if reference.published is None:
        return None, "D", "XXXX-XX-XX" + suffix
    day = add_days(reference.published, int(expression.count or 0))
    return day, "D", day.isoformat() + suffix


def _daypart(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
    base = reference.published
    shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(expression.relation or "", 0)
    if (
        expression.relation in ("next", "following", "previous", "that", "the")
        and reference.day
        and reference.day_unit == "D"
    ):
        base = reference.day
    suffix = f"T{expression.daypart}"
    if base is None:
        return None, "D", "XXXX-XX-XX" + suffix
    day = add_days(base, shift)
    return day, "D", day.isoformat() + suffix


def _clock(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
    suffix = f"T{expression.clock or expression.daypart}"
    if expression.month:
        day, unit, value = _date(expression, reference, doc)
    elif expression.weekday:
        saved, expression.daypart = expression.daypart, None
        day, unit, value = _weekday(expression, reference, doc)
        expression.daypart = saved
    elif expression.count is not None:
        day = add_days(reference.published, int(expression.count)) if reference.published else None
        unit, value = "D", day.isoformat() if day else "XXXX-XX-XX"
    else:
        day = reference.day if reference.day and reference.day_unit == "D" else reference.published
        unit, value = "D", day.isoformat() if day else "XXXX-XX-XX"
    return day, unit, value + suffix


def _relative(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
    unit = expression.unit or "Y"
    relation = expression.relation or "this"
    if unit in ("Q", "P") or relation == "latest":
        return _relative_quarter(unit, relation, reference)
    base = reference.published
    if relation in ("that", "previous", "following") and reference.day:
        base = reference.day
    if base is None:
        return None, unit, _UNKNOWN.get(unit, "XXXX")
    shift = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(relation, 0)
    return _shifted(base, unit, shift, expression.direction)


def _relative_quarter(unit: str, relation: str, reference: Reference) -> Resolved:
    published = reference.published
    if unit not in ("Q", "P"):
        return (None, unit, _UNKNOWN.get(unit, "XXXX")) if published is None else _shifted(published, unit, -1, 0)
    if relation in ("this", "last", "next") and published:
        day = add_months(published, {"this": 0, "last": -3, "next": 3}[relation])
        return _quarter_value(day.year, quarter_of(day))
    latest = _latest_quarter(reference)
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


def _offset(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
    unit, count = expression.unit or "D", expression.count
    if count is None:
        expression.type = "DURATION"
        return None, unit, duration_value(None, unit)
    base = reference.published if expression.deictic else reference.day or reference.published
    if unit == "Y" and count == 1 and expression.sign < 0 and reference.day_at < doc[expression.start].sent.start:
        base = reference.published or reference.day  # in a new sentence "a year earlier" is set against the present
    quarterly = unit == "Y" and count == 1 and expression.sign < 0 and reference.quarter_age < _NEAR
    if quarterly and reference.quarter:
        return _quarter_value(reference.quarter[0] - 1, reference.quarter[1])
    if base is None:
        return (
            None,
            unit,
            {"TH": "XXXX-XX-XX", "TM": "XXXX-XX-XX", "TS": "XXXX-XX-XX"}.get(unit, _UNKNOWN.get(unit, "XXXX")),
        )
    signed = expression.sign * count
    if unit in ("TH", "TM", "TS"):
        expression.type = "TIME"
        return base, "D", base.isoformat()
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
    if (
        not expression.deictic
        and unit == "Y"
        and base is reference.day
        and reference.day_unit in ("D", "M")
        and abs(years) == 1
    ):
        day = add_months(base, round(years * 12))
        return day, reference.day_unit, month_value(day) if reference.day_unit == "M" else day.isoformat()
    year = min(max(base.year + round(years), 1), 9999)
    return date(year, 1, 1), "Y", f"{year:04d}"


def _week_of(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
    day, _, _ = _date(expression, reference, doc)
    return (day, "W", week_value(day)) if day else (None, "W", "XXXX-WXX")


def _day_from(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
    base = reference.published
    if base is None:
        return None, "D", _UNKNOWN["D"]
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


def _holiday(expression: Expression, reference: Reference, doc: Doc) -> Resolved:
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


_KINDS = {
    "date": _date, "month": _month, "season": _season, "year": _year, "quarter": _quarter, "yearago": _year_ago,
    "weekday": _weekday, "today": _today, "daypart": _daypart, "clock": _clock, "relative": _relative, "offset": _offset,
    "weekof": _week_of, "dayfrom": _day_from, "holiday": _holiday,
}  # fmt: skip
