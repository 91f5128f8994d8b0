"""Clusters and the agenda -> clusters in which a plan and what became of it are one.

"They will meet on May 4", "put off to May 9", "they met on May 9": the agenda has these as steps of
one thing, and so are they one event, whatever the dates.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from detente.dossier.agenda import Due, Step
from detente.dossier.days import overlap, span
from detente.dossier.joining import Clusters
from detente.dossier.mention import Mention
from detente.dossier.plans import is_plan

_SLACK = 1
_WIDEST = 10  # days of a date that tells which one is meant: a week, early in a month
_SHARED = 3  # words that two steps have in common which name no subject


def put_plans_together(made: Clusters, agenda: Sequence[Due]) -> None:
    """Join the steps of each thing on the agenda: those of one date, and a postponement to what was put off."""
    there: defaultdict[int, list[Mention]] = defaultdict(list)
    for one in made.every:
        if one.phase != "postpone" or is_plan(one.item):  # that it was put off is an event of its own
            there[one.source.number].append(one)
    for due in agenda:
        last: tuple[str, Step] | None = None
        for step in due.history:
            identity = _mention(step, there[step.source.number])
            if identity is None or step.date is None:
                continue
            if last is not None and _go_on(last[1], step):
                made.join(last[0], identity, f"{last[1].status}, then {step.status}", "agenda")
            last = identity, step


def _mention(step: Step, there: Sequence[Mention]) -> str | None:
    """The mention that a step is: by its id, or where its words stand, one that is due or done on its day."""
    ids = {one.item for one in there}
    if step.item in ids:
        return step.item
    found = [one for one in there if one.what.start < step.words.end and step.words.start < one.what.end]
    found = [one for one in found if one.date == step.date]
    return min(found, key=lambda one: (one.status != "scheduled", one.key)).item if found else None


def _go_on(one: Step, other: Step) -> bool:
    """Whether the later step is of the same thing: due on the same day, or put off to another."""
    first, second = span(one.date), span(other.date)
    if first is None or second is None or max(first[1] - first[0], second[1] - second[0]) > _WIDEST:
        return False
    if one.subject is None and len(one.stems & other.stems) < _SHARED:
        return False
    return overlap(first, second, _SLACK) or other.status == "postponed"
