"""The date of publication of an undated report, inferred from its own words.

Each dated expression whose clause points back or ahead is a constraint: what has happened lies before the report, what
is scheduled lies after it. Dates without a year bound the day of the year, dates with one bound the year, and annual
figures that have just been released put the report in the year after theirs. Without any year the date stays unknown;
the constraints are still given, as candidates.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from spacy.tokens import Doc, Span

from detente.model.date import Date
from detente.model.items import Time
from detente.model.report import DateBasis, DateCandidate, Published
from detente.reading.time.days import clamp
from detente.reading.time.expression import Expression
from detente.reading.time.lexicon import table

_NEAR = 8  # expressions looked at on either side of a year
_MOST_YEARS = 60  # a wider range of years says nothing worth keeping


@dataclass(frozen=True, slots=True)
class _Constraint:
    """``first`` and ``last``: the days that the expression may mean; of a yearless one, in the leap year 2000."""

    first: date
    last: date
    ahead: bool
    yearless: bool
    time: Time


def infer(doc: Doc, expressions: Sequence[Expression], times: Sequence[Time]) -> Published | None:
    """The publication date as far as the text gives it away; None if nothing in it bears on that.

    ``times`` are ``expressions`` normalised without a publication date. The date is an EDTF day or interval, open at
    one end if only that much is known, or None where only a day of the year is.
    """
    constraints = [found for pair in zip(expressions, times, strict=True) if (found := _constraint(*pair)) is not None]
    figures = [
        (int(expression.year), time)
        for expression, time in zip(expressions, times, strict=True)
        if expression.kind == "year" and expression.year and _new_figures(doc, expression, expressions)
    ]
    candidates = [_candidate(constraint) for constraint in constraints]
    candidates += [
        DateCandidate(str(year + 1), DateBasis.INFERRED, f"figures for {year}, newly released", time.evidence)
        for year, time in figures
    ]
    if not candidates:
        return None
    low, high = _years(constraints, [year for year, _ in figures])
    window = _window([c for c in constraints if c.yearless])
    written = {c.first: c.time.edtf for c in constraints if not c.ahead} | {
        c.last: c.time.edtf for c in constraints if c.ahead
    }
    dated = _together(low, high, window, written)
    return Published(dated, DateBasis.INFERRED if dated else DateBasis.UNKNOWN, tuple(candidates))


def _constraint(expression: Expression, time: Time) -> _Constraint | None:
    if (
        not expression.direction
        or expression.kind not in ("date", "month", "year")
        or time.edtf is None
        or expression.relation
    ):
        return None
    yearless = expression.year is None
    try:
        read = Date.parse(time.edtf.replace("XXXX", "2000"))
    except ValueError:
        return None
    if read.earliest is None or read.latest is None:
        return None
    first, last = date(*read.earliest), date(*read.latest)
    if not yearless and expression.year and len(expression.year) < 4:
        return None
    return _Constraint(first, last, expression.direction > 0, yearless, time)


def _candidate(constraint: _Constraint) -> DateCandidate:
    edge = constraint.time.edtf or ""
    says = "ahead, so not after it" if constraint.ahead else "past, so not before it"
    interval = f"../{edge}" if constraint.ahead else f"{edge}/.."
    return DateCandidate(
        interval, DateBasis.INFERRED, f"{constraint.time.evidence.text}: {says}", constraint.time.evidence
    )


def _years(constraints: Sequence[_Constraint], figures: Sequence[int]) -> tuple[date | None, date | None]:
    """The first and last day that the dates with a year leave open; what contradicts the past ones is dropped."""
    low = max((c.first for c in constraints if not c.yearless and not c.ahead), default=None)
    if figures:
        after = clamp(max(figures) + 1, 1, 1)
        low = max(low, after) if low else after
        return low, clamp(low.year, 12, 31)
    high = min(
        (c.last for c in constraints if not c.yearless and c.ahead and (low is None or c.last >= low)), default=None
    )
    return low, high


def _window(constraints: Sequence[_Constraint]) -> tuple[date | None, date | None] | None:
    """The latest past and the first coming day of the year, in the leap year 2000; None if they contradict."""
    past = sorted({c.first for c in constraints if not c.ahead})
    ahead = sorted({c.last for c in constraints if c.ahead})
    if not past or not ahead:
        if not past and not ahead:
            return None
        return (_latest(past), None) if past else (None, _soonest(ahead))
    best = None
    for begin in past:
        span, end = min(((day - begin).days % 366, day) for day in ahead)
        if not any(0 < (other - begin).days % 366 < span for other in past) and (best is None or span < best[0]):
            best = (span, begin, end)
    return (best[1], best[2]) if best else None


def _latest(past: Sequence[date]) -> date | None:
    """Of past days of the year the last one: the one before the widest gap of the circle."""
    if len(past) == 1:
        return past[0]
    gaps = [((past[(at + 1) % len(past)] - day).days % 366, day) for at, day in enumerate(past)]
    return max(gaps)[1]


def _soonest(ahead: Sequence[date]) -> date | None:
    gaps = [((day - ahead[at - 1]).days % 366, day) for at, day in enumerate(ahead)]
    return max(gaps)[1] if len(ahead) > 1 else ahead[0]


def _together(
    low: date | None, high: date | None, window: tuple[date | None, date | None] | None, written: dict[date, str | None]
) -> str | None:
    """Years and days of the year taken together, as EDTF; an end keeps the precision it was ``written`` in."""
    if low is None and high is None:
        return None
    if window and low and high and high.year - low.year <= _MOST_YEARS:
        found = [option for year in range(low.year - 1, high.year + 1) if (option := _cut(year, window, low, high))]
        if len(found) == 1:
            first, last = found[0]
            return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    begin, end = (".." if day is None else written.get(day) or day.isoformat() for day in (low, high))
    return f"{begin}/{end}"


def _cut(year: int, window: tuple[date | None, date | None], low: date, high: date) -> tuple[date, date] | None:
    """The window in one year, cut to the days that the years leave open; None if nothing is left."""
    begin, end = window
    first = clamp(year, begin.month, begin.day) if begin else clamp(year, 1, 1)
    if end is None:
        last = clamp(year, 12, 31)
    else:
        last = clamp(year, end.month, end.day)
        if last < first:
            last = clamp(year + 1, end.month, end.day)
    first, last = max(first, low), min(last, high)
    return (first, last) if first <= last else None


@cache
def _lists() -> tuple[frozenset[str], frozenset[str]]:
    lists = table("inference.toml")
    return frozenset(lists["figures"]), frozenset(lists["released"])


def _new_figures(doc: Doc, expression: Expression, expressions: Sequence[Expression]) -> bool:
    """Whether a year is that of figures which the same sentence says have just come out."""
    if expression.year is None or len(expression.year) != 4:
        return False
    figures, released = _lists()
    token = doc[expression.start]
    if token.i < 2 or token.nbor(-1).lower_ not in ("for", "in", "of"):
        if token.i + 1 >= len(doc) or token.nbor(1).lower_ not in figures:
            return False
    elif token.nbor(-2).lower_ not in figures:
        return False
    sentence = _sentence(doc, expression.sentence)
    if not any(word.lower_ in released and word.tag_ in ("VBN", "VBD") for word in sentence):
        return False
    return any(
        other.sentence == expression.sentence
        and (other.kind in ("today", "weekday") or other.relation in ("this", "last"))
        for other in _around(expressions, expression)
    )


def _sentence(doc: Doc, start: int) -> Span:
    end = start + 1
    while end < len(doc) and not doc[end].is_sent_start:
        end += 1
    return doc[start:end]


def _around(expressions: Sequence[Expression], expression: Expression) -> Sequence[Expression]:
    """The expressions near one, its sentence's among them."""
    at = bisect_left(expressions, expression.start, key=lambda each: each.start)
    return expressions[max(0, at - _NEAR) : at + _NEAR + 1]
