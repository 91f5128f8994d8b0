"""A dossier -> what is new in it since a day: events first told and stances that moved after it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from detente.dossier.days import day, span
from detente.dossier.event import DossierEvent
from detente.dossier.positions import Stance
from detente.dossier.source import Source
from detente.model.date import Date

if TYPE_CHECKING:
    from detente.dossier.account import Dossier

_RECENT = 14  # days that count as new where nobody says since when


def since_when(made: Dossier, since: Date | None) -> Date | None:
    """The day after which something is new: as asked for, else two weeks before the dossier's day."""
    if since is not None:
        return since
    today = span(made.today)
    return day(today[1] - _RECENT) if today else None


def is_new(source: Source, since: Date | None) -> bool:
    """Whether a report is known to have been published after a day."""
    return since is None or (source.published is not None and since.before(source.published))


def new_events(made: Dossier, since: Date | None) -> Iterator[DossierEvent]:
    """What reports after the day tell as news, weightiest first; then what else they tell first."""
    after = since_when(made, since)
    first: list[DossierEvent] = []
    for one in made.events.told_in({source.number for source in made.sources if is_new(source, after)}):
        if one.status not in ("occurred", "ongoing") or (one.date and after and one.date.before(after)):
            continue
        if any(each.prominence != "body" and is_new(each.source, after) for each in one.mentions):
            yield one
        elif is_new(one.voice.first, after):
            first.append(one)
    yield from first


def new_stances(made: Dossier, since: Date | None) -> list[tuple[str, str, Stance]]:
    """Party, issue and stance by which it moved after the day, newest first."""
    after = since_when(made, since)
    return [one for one in every_move(made) if is_new(one[2].source, after)]


def every_move(made: Dossier) -> list[tuple[str, str, Stance]]:
    """Party, issue and stance by which it moved, newest first."""
    found = [
        (made.parties[line.party], line.issue, stance)
        for line in made.positions
        if line.party in made.parties
        for stance in line.moved
    ]
    return sorted(found, key=lambda one: (-one[2].source.number, one[0], one[1]))
