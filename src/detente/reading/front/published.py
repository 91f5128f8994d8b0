"""The date of publication: given > metadata > the page's own words > dateline > unknown. Never today's date."""

from __future__ import annotations

from collections.abc import Sequence

from detente.model.date import Date
from detente.model.report import DateBasis, DateCandidate, Published
from detente.reading.front.dates import complete

_RANK = {basis: rank for rank, basis in enumerate(DateBasis)}


def rank(candidates: Sequence[DateCandidate]) -> Published:
    """The best candidate's date and basis, all candidates kept, best first.

    A dateline without a year takes it from the best candidate that has one. A candidate that names only a year or month
    gives way to a finer one that agrees with it, unless it was given. Without any that has a year, the date is unknown.
    """
    ordered = sorted(candidates, key=lambda c: _RANK[c.basis])
    dated = [c for c in ordered if not c.date.startswith("XXXX")]
    if not dated:
        return Published(None, DateBasis.UNKNOWN, tuple(ordered))
    ordered = [_with_year(c, dated[0]) for c in ordered]
    dated = [c for c in ordered if not c.date.startswith("XXXX")]
    best = dated[0]
    if best.basis is not DateBasis.GIVEN and not complete(best.date) and "/" not in best.date:
        best = next((c for c in dated if complete(c.date) and c.date.startswith(best.date)), best)
    return Published(Date.parse(best.date), best.basis, tuple(ordered))


def _with_year(candidate: DateCandidate, dated: DateCandidate) -> DateCandidate:
    """A dateline's day and month in the year of another candidate, or the year before at the turn of the year."""
    if not candidate.date.startswith("XXXX-") or not dated.date[:4].isdigit():
        return candidate
    date = dated.date[:4] + candidate.date[4:]
    if complete(dated.date) and date > dated.date and candidate.date[5:7] == "12" and dated.date[5:7] == "01":
        date = f"{int(dated.date[:4]) - 1:04}{candidate.date[4:]}"
    source = f"{candidate.source}, its year from {dated.source}"
    return DateCandidate(date, candidate.basis, source, candidate.evidence)
