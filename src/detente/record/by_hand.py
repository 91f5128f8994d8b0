"""What somebody changes on an item -> an entry of the log, checked against the item as it is told now.

Each takes an item that :func:`detente.record.ids.find_item` found, and the section and item that it is at present.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from detente.errors import BadField, UnknownId, UsageError
from detente.model.reading import Reading
from detente.model.round_trip import plain, typed
from detente.model.sections import SECTIONS
from detente.record.corrections import Correction, Kind, enter
from detente.record.field_values import Context, field_values, parties_lacking, reference
from detente.record.ids import Found
from detente.record.present import present
from detente.record.search_marks import enter_words

NAMED = ("people", "territories", "agreements")  #: sections whose items have a name and others beside it


@dataclass(frozen=True, slots=True)
class Hand:
    """Who changes something, why, and when (UTC)."""

    by: str
    why: str | None
    at: str


def correct(connection: Connection, found: Found, given: Iterable[str], hand: Hand) -> Correction:
    """Set fields of an item, given as ``field=value``. Raises BadField, WordsNotFound, UnknownId."""
    section, item, reading = at_present(connection, found)
    words = item.evidence
    fields = field_values(section, given, Context(reading, (words.start, words.end)))
    if not fields:
        raise UsageError("nothing to correct; say what it is to be, as field=value")
    if section == "statements" and "speaker" in fields and "party" not in fields:
        fields["party"] = _party_of(fields["speaker"], reading)
    typed(plain(item) | fields, SECTIONS[section].item, section)
    was = {name: plain(getattr(item, name)) for name in fields}
    changed = {name: value for name, value in fields.items() if value != was[name]}
    if not changed:
        raise UsageError(f"{item.id} is so already; detente confirm says that it is right")
    payload = {"fields": changed, "was": {name: was[name] for name in changed}}
    return _enter(connection, "correct", found, section, item, reading, payload, hand)


def hide(connection: Connection, found: Found, hand: Hand) -> Correction:
    """Leave an item out of every answer."""
    return _enter(connection, "hide", found, *at_present(connection, found), {}, hand)


def confirm(connection: Connection, found: Found, hand: Hand) -> Correction:
    """Say that an item is right as it is."""
    return _enter(connection, "confirm", found, *at_present(connection, found), {}, hand)


def rename(connection: Connection, found: Found, name: str, hand: Hand) -> Correction:
    """Call a person, territory or agreement of a report otherwise, wherever the report's items name it."""
    section, item, reading = at_present(connection, found)
    if section not in NAMED:
        raise UsageError(f"{item.id} has no name of its own; {', '.join(NAMED)} have, and detente correct sets fields")
    name = " ".join(name.split())
    if not name or name == item.name:
        raise BadField("name", "is empty" if not name else f"is {name!r} already")
    return _enter(connection, "rename", found, section, item, reading, {"name": name, "was": item.name}, hand)


def at_present(connection: Connection, found: Found) -> tuple[str, Any, Reading]:
    """The section, item and reading that an id stands for now. Raises UnknownId for what is hidden or read no more."""
    now = present(connection, found.key)
    for section, items in now.reading.items.items():
        for item in items:
            if item.id == found.item:
                return section, item, now.reading
    identity = str(found.item)
    if identity in now.hidden:
        raise UnknownId(identity, reason="is hidden; detente log lists the correction, and detente undo takes it back")
    raise UnknownId(identity, reason="is in no present reading; detente show tells which reading had it")


def _party_of(speaker: dict[str, Any] | None, reading: Reading) -> str | None:
    """For whom somebody speaks who is a party, or a person of one."""
    if speaker is None or speaker["kind"] == "described":
        return None
    if speaker["kind"] == "party":
        return str(speaker["id"])
    named = reference("speaker", str(speaker["id"]), reading)
    return next((person.party for person in reading.items["people"] if person.id == named.id), None)


def _enter(
    connection: Connection, kind: Kind, found: Found, section: str, item: Any, reading: Reading,
    payload: dict[str, Any], hand: Hand,
) -> Correction:  # fmt: skip
    about = {"section": section, "report": reading.report.id, "words": plain(item.evidence)}
    if lacking := parties_lacking(reading, payload.get("fields"), item.evidence):
        payload = {**payload, "parties": lacking}
    entry = enter(
        connection, kind, str(found.item), {**about, **payload},
        report_key=found.key, by=hand.by, why=hand.why, at=hand.at,
    )  # fmt: skip
    enter_words(connection, entry)
    return entry
