"""Lines of positions -> since when a party is silent on an issue on which others still speak."""

from __future__ import annotations

from collections.abc import Sequence

from detente.dossier.days import span
from detente.dossier.positions import Line
from detente.model.date import Date

_LONG = 60  # days after which a party that has said nothing is silent


def silent_since(line: Line, lines: Sequence[Line], today: Date | None) -> Date | None:
    """The day of the last stance of a party that has taken none for two months, while another has; else null."""
    last, now = _last(line), span(today)
    if last is None or now is None or now[1] - last[0] < _LONG:
        return None
    others = (_last(one) for one in lines if one.issue == line.issue and one.party != line.party)
    return line.stances[-1].date if any(other is not None and other[0] > last[1] for other in others) else None


def _last(line: Line) -> tuple[int, int] | None:
    return span(line.stances[-1].date) if line.stances else None
