"""What lies ahead -> lines: by day, and what was given before it was put off."""

from __future__ import annotations

from collections.abc import Sequence

from detente.dossier.agenda import Due
from detente.dossier.page.line import BriefLine, kept, numbers, places_of, short_date, words_of

_WORDS = 110
_EXACT = frozenset(("day", "time"))  # codes: how exact a date is


def weightiest(ahead: Sequence[Due], most: int) -> list[Due]:
    """Those of most reports, exact ones first; in their own order."""
    ranked = sorted(ahead, key=lambda due: (not is_exact(due), -len({step.source.origin for step in due.history})))
    kept = {due.id for due in ranked[:most]}
    return [due for due in ahead if due.id in kept]


def next_of(ahead: Sequence[Due]) -> Due | None:
    """What comes first of what has a day; else the first."""
    return next((due for due in ahead if is_exact(due)), ahead[0] if ahead else None)


def is_exact(due: Due) -> bool:
    """Whether it has a day."""
    return due.date is not None and due.date.precision in _EXACT


def due_line(due: Due, most: int = _WORDS) -> BriefLine:
    """Something due in so many characters."""
    marks: list[str] = []
    earlier = [step for step in due.history if step.date is not None and step.date != due.date]
    turns = dict.fromkeys(f"{step.status} {short_date(step.date)}" for step in earlier)
    if due.status not in ("scheduled", "confirmed"):
        marks.append(due.status)
    if turns:
        marks.append("before: " + "; ".join(list(turns)[-2:]))
    sources = numbers(step.source for step in due.history)
    places = places_of(words_of(due.history))
    return BriefLine(short_date(due.date), "", due.line(most), tuple(marks), sources, "", kept(due.id), places)
