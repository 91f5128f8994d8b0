"""An agenda -> iCalendar (RFC 5545): an event each, which keeps its UID and counts its changes.

UID and SEQUENCE are those under which the record has given it out; without a record the UID is the id of the first
step's item, and SEQUENCE how often its date or state has changed. DTSTART is a DATE where the hour is unknown. What has
no day is left out: a calendar has no place for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from detente.dossier.agenda import Due, Step
from detente.dossier.days import number
from detente.dossier.wording import cut
from detente.model.date import Date
from detente.record.calendars import Issued

# codes: states of the agenda and of a calendar
_STATUS = {
    "scheduled": "TENTATIVE", "postponed": "TENTATIVE", "confirmed": "CONFIRMED", "held": "CONFIRMED",
    "halted": "CONFIRMED", "passed": "TENTATIVE", "cancelled": "CANCELLED",
}  # fmt: skip
_LONGEST = 31  # days: what is dated less exactly is no appointment


def agenda_ics(name: str, agenda: Iterable[Due], issued: Mapping[str, Issued] | None = None) -> bytes:
    """The calendar; the same agenda gives the same bytes. ``issued`` has, by its id, how each went out."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("PRODID", "-//Detente//agenda//EN")
    calendar.add("VERSION", "2.0")
    calendar.add("X-WR-CALNAME", name)
    for due in agenda:
        bounds = _bounds(due.date)
        if bounds is None:
            continue
        event = Event()
        given = (issued or {}).get(due.id) or Issued(due.id, sequence(due))
        event.add("UID", f"{given.uid}@detente")
        event.add("SEQUENCE", given.sequence)
        event.add("DTSTAMP", _stamp(due))
        event.add("DTSTART", bounds[0])
        if bounds[1] is not None:
            event.add("DTEND", bounds[1])
        event.add("STATUS", _STATUS[due.status])
        event.add("SUMMARY", cut(due.what, 90))
        event.add("DESCRIPTION", "\n".join(_step(step) for step in due.history))
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def sequence(due: Due) -> int:
    """How often its date or what became of it changed."""
    told = [(step.status if step.status != "confirmed" else "scheduled", str(step.date)) for step in due.history]
    return sum(one != other for one, other in pairwise(told))


def _step(step: Step) -> str:
    told = f"{step.status} {step.date or 'without a date'}: “{cut(step.words.text, 200)}”"
    return f"{told} ({step.source.outlet or step.source.headline}, {step.source.published or 'undated'})"


def _bounds(when: Date | None) -> tuple[date | datetime, date | None] | None:
    if when is None or when.earliest is None or when.latest is None:
        return None
    first, last = number(when.earliest), number(when.latest)
    if first is None or last is None or last - first > _LONGEST:
        return None
    if when.precision == "time":
        return datetime.fromisoformat(when.edtf.rstrip("?~%")), None
    return date.fromordinal(first), date.fromordinal(last) + timedelta(days=1)


def _stamp(due: Due) -> datetime:
    """When it was last told: the day of the last report, for a calendar must not change with the day it is written."""
    days = [
        number(step.source.published.latest)
        for step in due.history
        if step.source.published and step.source.published.latest
    ]
    last = max((day for day in days if day), default=date(1970, 1, 1).toordinal())
    return datetime.combine(date.fromordinal(last), datetime.min.time(), UTC)
