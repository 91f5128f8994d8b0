"""Events -> those that a short brief tells: each thing once, and what was done before what was only planned."""

from __future__ import annotations

from collections.abc import Sequence

from detente.dossier.days import overlap, span
from detente.dossier.event import DossierEvent

_PLANNED = 0.6  # share of its weight that a plan counts with, whose day is past
_LEANING = 0.5  # likewise what cannot be understood without the sentence before it, or only asks
_NAMED = 0.75  # likewise what no verb tells: "press conference by the minister"
_NEAR = 1  # days between two accounts of one thing
_EXACT = 3  # days of a date that is exact enough to tell that


def in_short(events: Sequence[DossierEvent], most: int) -> list[DossierEvent]:
    """The weightiest of these, weightiest first; of one day's doings of one kind by the same parties only one."""
    kept: list[DossierEvent] = []
    for one in sorted(events, key=_rank):
        if len(kept) == most:
            break
        if not any(_is_same(one, other) for other in kept):
            kept.append(one)
    return kept


def _rank(one: DossierEvent) -> float:
    planned = _PLANNED if one.status == "scheduled" else 1.0
    named = 1.0 if one.told.is_verb else _NAMED
    return -one.weight.value * planned * named * (_LEANING if one.told.leans or one.told.is_question else 1.0)


def _is_same(one: DossierEvent, other: DossierEvent) -> bool:
    """Whether a reader would take two for one: of one kind, at one time, of no other parties."""
    first, second = span(one.date), span(other.date)
    if first is None or second is None or one.told.family != other.told.family:
        return False
    exact = max(first[1] - first[0], second[1] - second[0]) < _EXACT
    return exact and overlap(first, second, _NEAR) and (one.parties <= other.parties or other.parties <= one.parties)
