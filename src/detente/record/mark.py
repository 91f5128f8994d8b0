"""Words of a report that the reader missed -> an item by hand, which rests on them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import MISSING, fields
from typing import Any, get_origin, get_type_hints

from sqlalchemy import Connection

from detente.errors import BadField, BadReading, UnknownSection, UsageError
from detente.knowledge.parties import records
from detente.model.ids import hashed, normal
from detente.model.round_trip import plain, typed
from detente.model.sections import SECTIONS
from detente.model.words import Words
from detente.record.amendment import Amended
from detente.record.by_hand import Hand
from detente.record.corrections import Correction, enter, log
from detente.record.field_values import Context, field_values, parties_lacking
from detente.record.ids import KINDS, Found
from detente.record.places import the_words
from detente.record.present import present
from detente.record.search_marks import enter_words
from detente.record.targets import overlapping

_MAIN = {"statements": "content", "events": "what", "ahead": "what"}  # the field that the words themselves are
_NAMED = ("people", "agreements", "territories")  # whose name they are


def mark(
    connection: Connection,
    found: Found,
    words: str,
    section: str,
    given: Iterable[str],
    hand: Hand,
    at: int | None = None,
) -> Correction:
    """Enter an item of a section whose evidence is where the words stand (``at`` an offset, where in several places).

    Raises UnknownSection, WordsNotFound, BadField.
    """
    if section not in SECTIONS:
        raise UnknownSection(section, SECTIONS)
    now = present(connection, found.key)
    reading = now.reading
    evidence = the_words(reading.report.text, words, at)
    values = field_values(section, given, Context(reading, (evidence.start, evidence.end)))
    item = _item(section, evidence, values, _id(connection, section, evidence, found, now))
    if any(one.id == item.id for one in reading.items.get(section, ())):
        raise UsageError(f"{item.id} is among the {section} of the report already")
    payload = {
        "section": section,
        "report": reading.report.id,
        "words": plain(evidence),
        "item": plain(item),
        "beside": [one.id for one in overlapping(evidence, reading.items.get(section, ()))],
    }
    if lacking := parties_lacking(reading, values, evidence):
        payload["parties"] = lacking
    entry = enter(
        connection, "mark", item.id, payload, report_key=found.key, by=hand.by, why=hand.why, at=hand.at
    )  # fmt: skip
    enter_words(connection, entry)
    return entry


def _id(connection: Connection, section: str, evidence: Words, found: Found, now: Amended) -> str:
    """An id that nothing of the report has, and that the same mark on another machine gets as well."""
    taken = {one.id for items in now.reading.items.values() for one in items}
    taken |= {one.target for one in log(connection, found.key)}
    kind = KINDS.get(section, "party")
    for number in range(len(taken) + 1):
        identity = f"{kind}-{hashed(found.key, section, 'by hand', normal(evidence.text), str(number))}"
        if identity not in taken:
            break
    return identity


def _item(section: str, evidence: Words, values: dict[str, Any], identity: str) -> Any:
    kind = SECTIONS[section].item
    hints = get_type_hints(kind)
    whole: dict[str, Any] = {"id": identity, "evidence": plain(evidence)}
    if section == "parties":
        whole |= _party(evidence, values)
    if section in _NAMED:
        whole["name"] = " ".join(evidence.text.split())
    if section in _MAIN:
        whole[_MAIN[section]] = plain(evidence)
    for field in fields(kind):
        if field.name == "mentions":
            whole["mentions"] = [plain(evidence)]
        elif field.name not in whole and field.default is MISSING:
            hint = hints[field.name]
            if get_origin(hint) is tuple:
                whole[field.name] = []
            elif hint is bool:
                whole[field.name] = False
            elif type(None) in getattr(hint, "__args__", ()):
                whole[field.name] = None
    whole |= {name: value for name, value in values.items() if section != "parties" or name not in ("id", "kind")}
    lacking = [field.name for field in fields(kind) if field.name not in whole and field.default is MISSING]
    if lacking:
        told = " and ".join(f"{name}={_choices(hints[name])}" for name in lacking)
        raise BadField(lacking[0], f"{section} need it; add {told}")
    try:
        return typed(whole, kind, section)
    except BadReading as bad:
        raise BadField(section, str(bad)) from None


def _choices(hint: Any) -> str:
    return "|".join(map(str, getattr(hint, "__args__", ()))) or "…"


def _party(evidence: Words, values: dict[str, Any]) -> dict[str, Any]:
    """What the tables have of the party whose id is given as its name."""
    name = values.get("name") or evidence.text
    record = records().get(name.upper()) or next(
        (one for one in records().values() if name in (one.name, *one.names)), None
    )
    if record is None:
        raise BadField("name", f"there is no party {name!r}; give the id of one, as name=ARG")
    values.pop("name", None)
    return {
        "id": record.id, "kind": record.kind, "name": record.name, "names": [evidence.text],
    }  # fmt: skip
