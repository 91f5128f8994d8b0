"""The date of publication of an undated report, inferred from its own words.

Each dated expression whose clause points back or ahead is a constraint: what has happened lies before the report, what
is scheduled lies after it. Dates without a year bound the day of the year, dates with one bound the year, and annual
figures that have just been released put the report in the year after theirs. A day that the report states without its
year ("ANKARA, March 14") takes the year that these bounds, or the weekday told of with it, leave open. Where the bounds
say little (an old year told of as history) the date stays unknown, and they are given as candidates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from spacy.tokens import Doc

from detente.model.date import Date, NotADate
from detente.model.items import Time
from detente.model.report import DateBasis, DateCandidate, Published
from detente.reading.time.days import clamp
from detente.reading.time.expression import Expression
from detente.reading.time.lexicon import listed
from detente.reading.time.publication_words import new_figures, says, set_up
from detente.reading.time.publication_year import day_in_year

_WIDEST = 3 * 366  # days: a longer interval says little
_OPENING = 3  # sentences: a full date in them is the story's, later ones may be history
_MOST = 4  # constraints shown
_DATED = ("date", "month", "year")  # codes: kinds of expression


@dataclass(frozen=True, slots=True)
class _Constraint:
    """``first`` and ``last``: the days that the expression may mean; of a yearless one, in the leap year 2000."""

    first: date
    last: date
    ahead: bool
    yearless: bool
    time: Time
    expression: Expression

    @property
    def edge(self) -> date:
        """The day that it bounds the report by."""
        return self.last if self.ahead else self.first

    @property
    def written(self) -> str:
        """Its own EDTF, no finer than its words."""
        return self.time.edtf.edtf if self.time.edtf else ""

    def candidate(self, doc: Doc) -> DateCandidate:
        """The constraint as one candidate, in a few words."""
        interval = f"../{self.written}" if self.ahead else f"{self.written}/.."
        return DateCandidate(
            interval, DateBasis.INFERRED, says(doc, self.expression, ahead=self.ahead), self.time.evidence
        )


def infer(doc: Doc, expressions: Sequence[Expression], times: Sequence[Time]) -> Published | None:
    """The publication date as far as the text gives it away; None if nothing in it bears on that.

    ``times`` are ``expressions`` normalised without a publication date; ``doc._.detente_stated`` is the day that the
    front matter states without its year. The date is an EDTF day or interval, open at one end where a full date in the
    opening sentences is all there is, or None. The candidates are the constraints that bind.
    """
    found = [made for pair in zip(expressions, times, strict=True) if (made := _constraint(doc, *pair)) is not None]
    figures = [
        (int(expression.year), time)
        for expression, time in zip(expressions, times, strict=True)
        if expression.kind == "year" and expression.year and new_figures(doc, expression, expressions)
    ]
    stated: DateCandidate | None = doc._.detente_stated
    low, high = _years(found, [year for year, _ in figures])
    window = _window([c for c in found if c.yearless])
    shown = [
        DateCandidate(str(year + 1), DateBasis.INFERRED, f"figures for {year}, newly released", time.evidence)
        for year, time in figures[-1:]
    ]
    shown += [c.candidate(doc) for c in _binding(found, low, high, window)]
    if stated is not None:
        return _on_stated_day(doc, stated, expressions, low, high, shown)
    if not shown:
        return None
    dated = _together(low, high, window, found) or _opening(doc, found, low, high)
    if dated is None:
        return Published(None, DateBasis.UNKNOWN, tuple(shown[:_MOST]))
    return Published(Date.parse(dated), DateBasis.INFERRED, tuple(shown[:_MOST]))


def _on_stated_day(
    doc: Doc,
    stated: DateCandidate,
    expressions: Sequence[Expression],
    low: date | None,
    high: date | None,
    shown: list[DateCandidate],
) -> Published | None:
    """The stated day in the one year that fits; without one it stays as it is stated."""
    fit = day_in_year(doc, stated.date, expressions, low, high)
    if fit is None:
        return Published(None, DateBasis.UNKNOWN, tuple(shown[:_MOST])) if shown else None
    day, why = fit
    whole = DateCandidate(day, DateBasis.INFERRED, f"{stated.source}, its year from the text: {why}", stated.evidence)
    return Published(Date.parse(day), DateBasis.INFERRED, (whole, *shown[: _MOST - 1]))


def _constraint(doc: Doc, expression: Expression, time: Time) -> _Constraint | None:
    if expression.kind not in _DATED or time.edtf is None or expression.relation:
        return None
    direction = expression.direction
    if expression.year and (expression.preposition == "since" or (direction > 0 and set_up(doc, expression))):
        direction = -1
    elif direction < 0 and expression.preposition in listed("due_by"):
        return None  # "ordered it done by June": after the order, and before or after the report
    if not direction or (expression.year and len(expression.year) < 4):
        return None
    try:
        read = Date.parse(time.edtf.edtf.replace("XXXX", "2000"))
    except NotADate:
        return None
    if read.earliest is None or read.latest is None:
        return None
    first, last = date(*read.earliest), date(*read.latest)
    return _Constraint(first, last, direction > 0, expression.year is None, time, expression)


def _years(constraints: Sequence[_Constraint], figures: Sequence[int]) -> tuple[date | None, date | None]:
    """The first and last day that the dates with a year leave open; what contradicts the past ones is dropped."""
    low = max((c.first for c in constraints if not c.yearless and not c.ahead), default=None)
    high = min(
        (c.last for c in constraints if not c.yearless and c.ahead and (low is None or c.last >= low)), default=None
    )
    if figures:
        after = clamp(max(figures) + 1, 1, 1)
        low = max(low, after) if low else after
        end = clamp(low.year, 12, 31)
        high = min(high, end) if high and high >= low else end
    return low, high


def _binding(
    constraints: Sequence[_Constraint],
    low: date | None,
    high: date | None,
    window: tuple[date | None, date | None] | None,
) -> list[_Constraint]:
    """The constraints that give the bounds, one for each."""
    begin, end = window or (None, None)
    edges = [(False, True, begin), (True, True, end), (False, False, low), (True, False, high)]
    found = []
    for ahead, yearless, edge in edges:
        found += [c for c in constraints if c.ahead is ahead and c.yearless is yearless and c.edge == edge][:1]
    return found


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
    low: date | None,
    high: date | None,
    window: tuple[date | None, date | None] | None,
    constraints: Sequence[_Constraint],
) -> str | None:
    """Years and days of the year taken together, as an EDTF interval with two ends; an end is as fine as its words."""
    if low is None or high is None or (high - low).days > _WIDEST:
        return None
    ends = {(c.edge, c.ahead): c.written for c in constraints if not c.yearless}
    first, last = low, high
    if window:
        options = [cut for year in range(low.year - 1, high.year + 1) if (cut := _cut(year, window, low, high))]
        if len(options) == 1:
            first, last = options[0]
            for c in constraints:
                if c.yearless:
                    at = (last if c.ahead else first).year
                    edge = clamp(at, c.edge.month, c.edge.day)
                    ends.setdefault((edge, c.ahead), c.written.replace("XXXX", f"{at:04}"))
    if first == last:
        return first.isoformat()
    begin = ends.get((first, False)) or first.isoformat()
    end = ends.get((last, True)) or last.isoformat()
    return begin if begin == end else f"{begin}/{end}"


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


def _opening(doc: Doc, constraints: Sequence[_Constraint], low: date | None, high: date | None) -> str | None:
    """An open interval from a full date of the story itself: nothing known to be later, or nothing earlier."""
    if (low is None) is (high is None):
        return None
    edge = low or high
    sentences = sorted({c.expression.sentence for c in constraints})[:_OPENING]
    limit = _opening_end(doc)
    for c in constraints:
        if c.edge == edge and not c.yearless and len(c.written) >= 7:
            early = c.expression.sentence in sentences and c.expression.start < limit
            if early and (c.ahead or len(c.written) >= 10):
                return f"../{c.written}" if c.ahead else f"{c.written}/.."
    return None


def _opening_end(doc: Doc) -> int:
    """Where the opening sentences of the prose end."""
    from detente.reading.extensions import sentences

    end = 0
    for count, sentence in enumerate(sentences(doc), start=1):
        end = sentence.end
        if count > _OPENING:
            break
    return end
