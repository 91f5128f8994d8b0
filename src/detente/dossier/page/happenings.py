"""Events -> lines: when, in the words of the report that tells it best, by whose word, and what became of a plan."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from detente.dossier.agenda import Due
from detente.dossier.event import DossierEvent
from detente.dossier.page.line import BriefLine, kept, numbers, places_of, short_date
from detente.dossier.wording import WIDE, shown_date
from detente.model.date import Date

_OUTCOMES = frozenset(("cancelled", "postponed", "halted"))  # codes: steps of the agenda that end a plan
_UNSURE = {"scheduled": "was due", "hypothetical": "not said to have happened", "denied": "denied"}


def timeline_order(events: Iterable[DossierEvent]) -> list[DossierEvent]:
    """By date, at each event's own precision; what has none by the day of the first report, last of that day."""
    return sorted(
        events, key=lambda one: (one.date or one.voice.first.published or Date("9999"), one.date is None, one.told.key)
    )


def event_line(event: DossierEvent, became: Mapping[str, Due] | None = None, most: int = WIDE) -> BriefLine:
    """An event in so many characters; ``became`` has, by the ids of mentions, what the agenda knows of them."""
    marks = []
    if event.date is not None and event.date_inferred:
        marks.append("date inferred")
    if event.date is None:
        marks.append(f"no date; first told {shown_date(event.voice.first.published)}")
    if event.status in _UNSURE:
        outcome = _outcome(event, became or {}) if event.status == "scheduled" else None
        marks.append(f"was due; {outcome}" if outcome else _UNSURE[event.status])
    if event.voice.by:
        marks.append(f"according to {event.voice.by}")
    if event.voice.denial is not None:
        marks.append(f"denied in [{event.voice.denial.source.number}]")
    marks += [f"{short_date(Date(one.value))} in [{one.mention.source.number}]" for one in event.disagreements[:2]]
    why = ", ".join((*event.weight.reasons, _first(event)))
    places = places_of((one.source, one.what) for one in event.mentions)
    sources = numbers(event.sources)
    return BriefLine(short_date(event.date), "", event.cut_to(most), tuple(marks), sources, why, kept(event.id), places)


def _outcome(event: DossierEvent, became: Mapping[str, Due]) -> str | None:
    """What became of a plan, where a report tells: "cancelled", "postponed to 2025-05-09"."""
    found = (became.get(one.item) for one in event.mentions)
    steps = [step for due in found if due is not None for step in due.history if step.status in _OUTCOMES]
    steps = [step for step in steps if step.source.number > event.told.source.number]
    if not steps:
        return None
    last = max(steps, key=lambda step: step.key)
    moved = last.status == "postponed" and last.date is not None and last.date != event.date
    return f"{last.status} to {short_date(last.date)}" if moved else last.status


def _first(event: DossierEvent) -> str:
    """Who reported it first."""
    first = event.voice.first
    return f"first in {first.outlet or 'a report'} of {shown_date(first.published)} [{first.number}]"


def outcomes(agenda: Iterable[Due]) -> dict[str, Due]:
    """What is on the agenda, by the ids of the items that tell of it."""
    return {step.item: due for due in agenda for step in due.history}
