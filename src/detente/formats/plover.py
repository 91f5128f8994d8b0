"""The events of a reading as PLOVER JSON lines: one event a line, the fields of the manual (draft 2.0).

Status is told by the manual's auxiliary modes: ``future``, ``hypothetical``, ``negation``, and ``historical`` for what
was over a year or more before the report. AGREE, CONCEDE and THREATEN say themselves that something is still to come.
Events without a known actor are left out, as the manual asks for one; a date that the text does not give is null.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from detente._version import __version__
from detente.formats.json_reading import dumps
from detente.formats.plover_actors import actor_code
from detente.model.date import Date, NotADate

if TYPE_CHECKING:
    from detente.model.date import Day
    from detente.model.items import Event
    from detente.model.reading import Reading

CODEBOOK = "plover-base-2.0"
QUAD_CODES = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "CONCEDE": 1,
    "COOPERATE": 2, "AID": 2, "RETREAT": 2,
    "REQUEST": 3, "ACCUSE": 3, "REJECT": 3, "THREATEN": 3,
    "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4, "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip
_STILL_TO_COME = frozenset({"AGREE", "CONCEDE", "THREATEN"})
_AUXILIARY = {"scheduled": "future", "hypothetical": "hypothetical", "denied": "negation"}
_WHY_NO_DATE = {"vague": "date only vaguely told", "none": "no date in the text"}


def plover(reading: Reading, *, text: bool = True) -> str:
    """The lines, each with its end; ``text=False`` leaves the words of the report out, as its licence may ask."""
    records = (record(reading, event) for event in reading.events or () if event.type is not None and event.source)
    return "".join(dumps(found if text else _bare(found), indent=None) + "\n" for found in records)


def record(reading: Reading, event: Event) -> dict[str, Any]:
    """One event as a PLOVER record; the offsets of its text count code points of the report."""
    report = reading.report
    first, last = _days(event.date)
    return {
        "id": event.id,
        "date": first,
        **({"enddate": last} if last != first else {}),
        "actor": _entities(reading, event, event.source),
        "recipient": _entities(reading, event, event.target),
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
        "coder": f"detente {__version__}",
        "comment": _WHY_NO_DATE.get(event.date_basis) if event.date is None else None,
    }


def _bare(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if name not in ("text", "event_text")}


def _entities(reading: Reading, event: Event, parties: tuple[str, ...]) -> list[dict[str, Any]]:
    """The parties of one side, each with the people who act for it."""
    names = {party.id: party.name for party in reading.parties or ()}
    people = {person.name: person for person in reading.people or ()}
    found: list[dict[str, Any]] = []
    for party in parties:
        code = actor_code(party)
        acting = [people[name] for name in event.people if name in people and people[name].party == party]
        found += [
            {
                "code": code,
                "sector": ["GOV"] if person.office and code is not None else [],
                "entity_text": person.name,
                "office": person.office,
            }
            for person in acting
        ] or [{"code": code, "sector": [], "entity_text": names.get(party, party)}]
    return found


def _modes(reading: Reading, event: Event) -> list[str]:
    modes = [event.mode] if event.mode else []
    auxiliary = _AUXILIARY.get(event.status)
    if auxiliary is not None and (auxiliary == "negation" or event.type not in _STILL_TO_COME):
        modes.append(auxiliary)
    return [*modes, "historical"] if _is_history(event.date, reading.front.published.date) else modes


def _is_history(date: str | None, published: str | None) -> bool:
    told, then = _date(date), _date(published)
    if told is None or then is None or told.latest is None or then.earliest is None:
        return False
    year, month, day = then.earliest
    return told.latest <= (year - 1, month, day)


def _days(date: str | None) -> tuple[str | None, str | None]:
    """First and last day of an EDTF date, each null where it is open or unknown."""
    found = _date(date)
    if found is None:
        return None, None
    return _iso(found.earliest), _iso(found.latest)


def _iso(day: Day | None) -> str | None:
    return f"{day[0]:04}-{day[1]:02}-{day[2]:02}" if day is not None else None


def _date(edtf: str | None) -> Date | None:
    try:
        return Date.parse(edtf) if edtf else None
    except NotADate:
        return None
