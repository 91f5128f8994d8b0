"""The mentions of one happening -> its date, and the dates that other reports give it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from detente.dossier.days import Span, overlap, span
from detente.dossier.mention import Mention
from detente.model.date import Date

# codes: what a date rests on, and how exact it is
_TRUST = {"said": 1.0, "report date": 1.0, "context": 0.6, "publication": 0.3}
_FINE = {"time": 0.2, "day": 0.2, "interval": 0.1}  # codes: likewise


def dated(found: Sequence[Mention]) -> tuple[Date | None, bool, tuple[tuple[Date, Mention], ...]]:
    """The date that most independent reports bear out, whether it is only inferred, and the dates that exclude it.

    A coarser date bears out a finer one that lies within it. Of what is told in passing, no date counts that another
    mention does not have.
    """
    given: defaultdict[Date, dict[str, float]] = defaultdict(dict)
    found = _best_known(found)
    for one in found:
        if one.date is not None and span(one.date) is not None:
            origins = given[one.date]
            origins[one.source.origin] = max(origins.get(one.source.origin, 0.0), _TRUST[one.date_basis])
    if not given:
        return None, False, ()
    spans = {date: span(date) or (0, 0) for date in given}
    score = {date: _score(date, given, spans) for date in given}
    best = min(given, key=lambda date: (-score[date], str(date)))
    inferred = all(one.date_basis in ("publication", "context") for one in found if one.date == best)
    others: dict[Date, Mention] = {}
    for one in found:
        if one.date is None or one.date not in spans or one.date_basis == "publication":
            continue
        if not overlap(spans[one.date], spans[best], 0):
            others.setdefault(one.date, one)
    return best, inferred, tuple(sorted(others.items(), key=lambda pair: (pair[0], pair[1].key)))


def _best_known(found: Sequence[Mention]) -> Sequence[Mention]:
    """What reports tell as done, where one dates it; else the plans of the last report that has a date for it.

    A plan bears out what was then done on its day: "to meet on 11 May" and "Thursday's meeting".
    """
    done = [one for one in found if one.is_done]
    planned = [one for one in found if one.status == "scheduled" and one.span is not None]
    if any(one.date is not None and one.date_basis != "publication" for one in done):
        days = {one.date for one in done if one.date_basis != "publication"}
        return [one for one in found if one.is_done or (one in planned and one.date in days)]
    if not planned or done:
        return found
    last = max(one.source.number for one in planned)
    return [one for one in planned if one.source.number == last]


def _score(date: Date, given: dict[Date, dict[str, float]], spans: dict[Date, Span]) -> float:
    whole = 0.0
    for other, origins in given.items():
        if other == date:
            whole += sum(origins.values())
        elif spans[other][0] <= spans[date][0] and spans[date][1] <= spans[other][1]:
            whole += sum(trust for trust in origins.values() if trust > _TRUST["publication"])
    return whole * (1 + _FINE.get(date.precision, 0.0))
