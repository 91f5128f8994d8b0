"""The events of a reading as PLOVER JSON lines: one event a line, the fields of the manual (draft 2.0).

Status is told by the manual's auxiliary modes: ``future``, ``hypothetical``, ``negation``, and ``historical`` for what
was over a year or more before the report. AGREE, CONCEDE and THREATEN say themselves that something is still to come.
Events without a known actor are left out, as the manual asks for one; a date that the text does not give is null. What
of date, place and actors is inferred stands in the comment.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente.formats.plover_actors import actor_code
from detente.model.round_trip import dumps

if TYPE_CHECKING:
    from detente.model.date import Date, Day
    from detente.model.items import Event, Person
    from detente.model.reading import Reading
    from detente.model.references import Reference

CODEBOOK = "plover-base-2.0"
QUAD_CODES = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
_STILL_TO_COME = frozenset({"AGREE", "CONCEDE", "THREATEN"})
_AUXILIARY = {"scheduled": "future", "hypothetical": "hypothetical", "denied": "negation"}
# codes: fields
_TOLD = ("source", "target", "date", "place")  # the fields of an event whose basis a record gives
_NO_DATE = "no date in the text, or only a vague one"


def plover(reading: Reading, *, text: bool = True) -> str:
    """The lines, each with its end; ``text=False`` leaves the words of the report out, as its licence may ask."""
    people = {person.id: person for person in reading.people or ()}
    told = (event for event in reading.events or () if event.type is not None and _has_actor(event))
    records = (_record(reading, event, people) for event in told)
    return "".join(dumps(found if text else _bare(found), indent=None) + "\n" for found in records)


def _has_actor(event: Event) -> bool:
    return any(who.kind != "described" for who in event.source)


def _record(reading: Reading, event: Event, people: dict[str, Person]) -> dict[str, Any]:
    """One event as a PLOVER record; the offsets of its text count code points of the report."""
    report = reading.report
    first, last = _days(event.date)
    return {
        "id": event.id,
        "date": first,
        **({"enddate": last} if last != first else {}),
        "actor": _entities(event, event.source, people),
        "recipient": _entities(event, event.target, people),
        "event": [event.type],
        "mode": _modes(reading, event),
        "context": list(event.context),
        "quad_code": QUAD_CODES[event.type or ""],
        "event_loc": {"name": event.place} if event.place else None,
        "event_text": list(event.what.parts),
        "link": report.id,
        "text": event.evidence.text,
        "text_info": {"start": event.evidence.start, "end": event.evidence.end},
        "cite_info": {
            "url": report.url,
            "title": report.title,
            "language": report.language,
            "publication": report.publisher,
            "citation": report.source,
            "codebook": CODEBOOK,
        },
        "coder": reading.provenance.program,
        "comment": _comment(event),
    }


def _bare(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if name not in ("text", "event_text")}


def _comment(event: Event) -> str | None:
    """Why there is no date, and what rests on more than the words of the event."""
    bases = dict.fromkeys((each.field, each.basis) for each in event.inferred if each.field in _TOLD)
    inferred = ", ".join(f"{field} ({basis})" for field, basis in bases)
    notes = [_NO_DATE if event.date is None else "", f"inferred: {inferred}" if inferred else ""]
    return "; ".join(note for note in notes if note) or None


def _entities(event: Event, side: tuple[Reference, ...], people: dict[str, Person]) -> list[dict[str, Any]]:
    """Those of one side, each once; a party with the people who act for it, if any do."""
    found: dict[Reference, dict[str, Any]] = {}
    for who in side:
        acting = [one for one in event.people if one.id in people and people[one.id].party == who.id]
        for each in acting or [who]:
            found.setdefault(each, _entity(each, people))
    return list(found.values())


def _entity(who: Reference, people: dict[str, Person]) -> dict[str, Any]:
    """A party, a person with the code of the party, or somebody who is only described."""
    person = people.get(who.id or "")
    if who.kind != "person" or person is None:
        return {"code": actor_code(who.id) if who.kind == "party" and who.id else None, "sector": [],
                "entity_text": who.name}  # fmt: skip
    code = actor_code(person.party) if person.party else None
    sector = ["GOV"] if person.office and code is not None else []
    return {"code": code, "sector": sector, "entity_text": person.name, "office": person.office}


def _modes(reading: Reading, event: Event) -> list[str]:
    modes = [event.mode] if event.mode else []
    auxiliary = _AUXILIARY.get(event.status)
    if auxiliary is not None and (auxiliary == "negation" or event.type not in _STILL_TO_COME):
        modes.append(auxiliary)
    return [*modes, "historical"] if _is_history(event.date, reading.front.published.date) else modes


def _is_history(told: Date | None, published: Date | None) -> bool:
    if told is None or published is None or told.latest is None or published.earliest is None:
        return False
    year, month, day = published.earliest
    return told.latest <= (year - 1, month, day)


def _days(date: Date | None) -> tuple[str | None, str | None]:
    """First and last day of a date, each null where it is open or unknown."""
    return (_iso(date.earliest), _iso(date.latest)) if date is not None else (None, None)


def _iso(day: Day | None) -> str | None:
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if day is not None else None
