"""The year of a day that a report states without one ("ANKARA, March 14")."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from spacy.tokens import Doc

from detente.reading.time.expression import Expression
from detente.reading.time.lexicon import listed

_LEAD = 3  # sentences with dates in which the weekday of the story is looked for
_BACK = 5  # years looked at before the last one named
# codes: names shown
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def day_in_year(
    doc: Doc, stated: str, expressions: Sequence[Expression], low: date | None, high: date | None
) -> tuple[str, str] | None:
    """The stated day, "XXXX-03-14", in the one year that fits, and why; None where none or several do.

    ``low`` and ``high`` bound the report by what is past and ahead in it. A weekday that the lead tells of is the
    stated day itself, as agencies have it, or the day before.
    """
    try:
        month, day = int(stated[5:7]), int(stated[8:10])
    except ValueError:
        return None
    named = sorted({int(e.year) for e in expressions if e.year and len(e.year) == 4 and e.year.isdigit()})
    if not named or not _recent(expressions, named, low, high):
        return None
    latest = high.year if high else named[-1] + 1
    first = max(low.year if low else named[0], latest - _BACK)
    days = [made for year in range(first, latest + 1) if (made := _day(year, month, day)) and _within(made, low, high)]
    weekday = _told(doc, expressions)
    if weekday:
        for back in (0, 1):
            fit = [each for each in days if (each.isoweekday() - weekday) % 7 == back]
            if len(fit) == 1 and (not back or (low and high)):
                when = "that day" if not back else "the day before"
                return fit[0].isoformat(), f"{_DAYS[weekday - 1]} {when}, {_bound(named, fit[0])}"
            if fit:
                return None
        return None
    if low and high and len(days) == 1:
        return days[0].isoformat(), _bound(named, days[0])
    return None


def _recent(expressions: Sequence[Expression], named: Sequence[int], low: date | None, high: date | None) -> bool:
    """Whether the years named are likely to be the report's own and not history: a lone old year is no sign."""
    if low and high:
        return True
    near = [e for e in expressions if e.year and len(e.year) == 4 and e.year.isdigit() and int(e.year) >= named[-1] - 3]
    due = any(int(e.year or 0) == named[-1] and e.preposition in listed("due_before") for e in near)
    return due or len(near) > 1


def _told(doc: Doc, expressions: Sequence[Expression]) -> int | None:
    """The first weekday on which something happened, in the opening sentences."""
    sentences: list[int] = []
    for each in expressions:
        if each.sentence not in sentences:
            sentences.append(each.sentence)
        if len(sentences) > _LEAD:
            return None
        plain = each.weekday and each.month is None and each.relation is None
        if (
            plain
            and each.kind in ("weekday", "daypart")
            and (each.direction < 0 or doc[each.start - 1].lower_ in listed("on"))
        ):
            return each.weekday
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _within(day: date, low: date | None, high: date | None) -> bool:
    return (low is None or day >= low) and (high is None or day <= high)


def _bound(named: Sequence[int], day: date) -> str:
    """The year named in the text that is nearest to the report."""
    nearest = min(named, key=lambda year: (abs(year - day.year), year))
    return f"{nearest} is named"
