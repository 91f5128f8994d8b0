"""``field=value`` as somebody types it -> the value of that field of an item, as plain values for JSON.

A date is EDTF, words are words of the report, somebody is a party's id or name, a person of the report by name or id,
or ``described:the envoy``. Several are parted by commas. ``field=`` alone says that it is not known. What begins with
``{`` or ``[`` is JSON.
"""

from __future__ import annotations

import json
import types
import typing
from dataclasses import dataclass, fields
from typing import Any, Literal, Union, get_args, get_origin

from detente.errors import BadField, did_you_mean
from detente.knowledge.parties import records
from detente.model.date import Date, NotADate
from detente.model.items import Party
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.round_trip import plain
from detente.model.sections import SECTIONS
from detente.model.words import Words
from detente.record.folded import folded
from detente.record.places import the_words

FIXED = frozenset({"id", "evidence", "inferred", "mentions", "instance", "line"})  #: fields that nobody sets by hand
DESCRIBED = "described:"  #: before the words for somebody whom nobody names


@dataclass(frozen=True, slots=True)
class Context:
    """The reading that an item is of, and where in its text the item's own words stand."""

    reading: Reading
    within: tuple[int, int] | None = None


def field_values(section: str, given: typing.Iterable[str], context: Context) -> dict[str, Any]:
    """Plain values by field of ``field=value`` texts. Raises BadField, WordsNotFound."""
    hints = typing.get_type_hints(SECTIONS[section].item)
    known = [field.name for field in fields(SECTIONS[section].item) if field.name not in FIXED]
    found: dict[str, Any] = {}
    for text in given:
        name, equals, value = text.partition("=")
        name = name.strip().replace(" ", "_")
        if not equals:
            raise BadField(text, "say what it is to be, as field=value")
        if name not in known:
            hint = did_you_mean(name, known) or f"; there are {', '.join(known)}"
            raise BadField(name, f"{section} have no such field that can be set{hint}")
        found[name] = plain(_value(name, hints[name], value.strip(), context))
    return found


def _value(name: str, hint: Any, text: str, context: Context) -> Any:
    inner, nullable = bare(hint)
    if not text:
        if get_origin(inner) is tuple:
            return ()
        if not nullable:
            raise BadField(name, "must be known; give a value")
        return None
    if text[0] in "[{":
        try:
            return json.loads(text)
        except ValueError as error:
            raise BadField(name, f"is no JSON: {error}") from None
    if get_origin(inner) is tuple:
        each = get_args(inner)[0]
        return tuple(_one(name, each, part.strip(), context) for part in text.split(",") if part.strip())
    return _one(name, inner, text, context)


def bare(hint: Any) -> tuple[Any, bool]:
    """A type without ``| None``, and whether that stood there."""
    if get_origin(hint) in (Union, types.UnionType):
        inner = [kind for kind in get_args(hint) if kind is not type(None)]
        return inner[0], True
    return hint, False


def _one(name: str, kind: Any, text: str, context: Context) -> Any:
    if kind is Date:
        try:
            return Date.parse(text)
        except NotADate:
            raise BadField(name, f"{text!r} is no date; write 2019-02-17, 2019-02, 2019-02-early or 2019") from None
    if kind is Words:
        return the_words(context.reading.report.text, text, within=context.within)
    if kind is Reference:
        return reference(name, text, context.reading)
    if kind is bool:
        return _choice(name, text, ("yes", "no", "true", "false")) in ("yes", "true")
    if get_origin(kind) is Literal:
        return _choice(name, text, get_args(kind))
    if kind is str:
        return party_id(name, text, context.reading) if name == "party" else text
    raise BadField(name, "give it as JSON")


def _choice(name: str, text: str, choices: tuple[str, ...]) -> str:
    if text not in choices:
        hint = did_you_mean(text, choices) or f"; there are {', '.join(choices)}"
        raise BadField(name, f"cannot be {text!r}{hint}")
    return text


def reference(name: str, text: str, reading: Reading) -> Reference:
    """Who is meant. Raises BadField, for several, too."""
    if text.startswith(DESCRIBED):
        return Reference.described(text.removeprefix(DESCRIBED))
    wanted = folded(text)
    people = {
        person.id: person
        for person in reading.items.get("people", ())
        if person.id.startswith(text) or wanted in {folded(each) for each in (person.name, *person.aliases)}
    }
    if len(people) == 1:
        person = next(iter(people.values()))
        return Reference("person", person.id, person.name)
    if people:
        several = ", ".join(f"{person.name} ({person.id})" for person in people.values())
        raise BadField(name, f"{text!r} may be {several}; give the id")
    found = _party(text, reading)
    if found is None:
        advice = f"; mark the person first (--section people), or write {DESCRIBED}{text}"
        raise BadField(name, f"{text!r} is no party and nobody whom the report names{_near(text, reading) or advice}")
    return Reference("party", found.id, found.name)


def party_id(name: str, text: str, reading: Reading) -> str:
    """The id of the party that is meant. Raises BadField."""
    found = _party(text, reading)
    if found is None:
        raise BadField(name, f"there is no party {text!r}{_near(text, reading) or '; give the id of one, such as ARG'}")
    return found.id


def _party(text: str, reading: Reading) -> Party | Any | None:
    own = {party.id: party for party in reading.items.get("parties", ())}
    if text.upper() in (known := {**records(), **own}):
        return known[text.upper()]
    wanted = folded(text)
    named = [party for party in own.values() if wanted in {folded(each) for each in (party.name, *party.names)}]
    named += [
        record for record in records().values() if wanted in {folded(each) for each in (record.name, *record.names)}
    ]
    return named[0] if len({one.id for one in named}) == 1 else None


def _near(text: str, reading: Reading) -> str:
    people = [person.name for person in reading.items.get("people", ())]
    return did_you_mean(text, [*people, *(record.name for record in records().values())])


def parties_lacking(reading: Reading, value: Any, evidence: Words) -> list[dict[str, Any]]:
    """The parties that plain values name and the reading does not have, as plain items that rest on the evidence."""
    own = {party.id for party in reading.items.get("parties", ())}
    named = sorted(set(_named(value)) - own)
    return [
        plain(Party(record.id, record.kind, record.name, (), (), evidence))
        for record in (records().get(party) for party in named)
        if record is not None
    ]


def _named(value: Any, field: str = "") -> typing.Iterator[str]:
    if isinstance(value, dict):
        if value.get("kind") == "party" and isinstance(value.get("id"), str):
            yield value["id"]
        for name, inner in value.items():
            yield from _named(inner, name)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _named(inner)
    elif field == "party" and isinstance(value, str):
        yield value
