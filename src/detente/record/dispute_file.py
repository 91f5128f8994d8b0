"""A dispute file -> a :class:`Dispute`: what belongs together, as people write it (docs/reference/dispute-file.md).

Raises BadDispute with file, line, what is wrong there, and what may have been meant.
"""

from __future__ import annotations

import datetime
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from typing import Any, get_args, get_type_hints

from detente.errors import BadDispute, BadReading, did_you_mean
from detente.knowledge.parties import records
from detente.model.date import Date
from detente.model.round_trip import typed
from detente.record.toml_lines import Path, line_of, path_of

_TYPES = {
    "`str | null`": "text",
    "`str`": "text",
    "`array`": "a list",
    "`object`": "a table",
    "`int`": "a number",
    "`float`": "a number",
    "`bool`": "true or false",
}
_PARTIES = frozenset({"parties", "others", "party", "claimed_by", "held_by"})


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the dispute, with the office that they hold and since when."""

    name: str
    party: str | None = None
    office: str | None = None
    since: Date | None = None
    until: Date | None = None
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the dispute; ``aliases`` are its other names."""

    name: str
    aliases: tuple[str, ...] = ()
    claimed_by: tuple[str, ...] = ()
    held_by: str | None = None


@dataclass(frozen=True, slots=True)
class Pact:
    """An agreement of the dispute."""

    name: str
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    date: Date | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """What the dispute is about, with the words by which it is known."""

    name: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """Which reports belong: those for which all that it says holds.

    ``parties`` stand in the report all of them, ``words`` and ``places`` (names of the file's places, or others) at
    least one of them; it was published between ``since`` and ``until``.
    """

    parties: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    since: Date | None = None
    until: Date | None = None


@dataclass(frozen=True, slots=True)
class Chosen:
    """Reports by hand: ids, addresses or paths of those that belong and of those that do not, whatever rules say."""

    inside: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Dispute:
    """What belongs together. A report belongs if one rule of ``belongs`` holds for it, or by hand.

    Without rules, a report belongs in which two of the ``parties`` stand, published within ``period``.
    """

    name: str
    period: Date | None = None
    parties: tuple[str, ...] = ()
    others: tuple[str, ...] = ()  #: who takes part without being at odds: hosts, mediators
    feeds: tuple[str, ...] = ()
    people: tuple[Member, ...] = ()
    places: tuple[Place, ...] = ()
    agreements: tuple[Pact, ...] = ()
    issues: tuple[Issue, ...] = ()
    belongs: tuple[Rule, ...] = ()
    reports: Chosen = Chosen()


def dispute_of(text: str, source: str) -> Dispute:
    """The dispute that a file's text describes; ``source`` is its name in messages."""
    try:
        values = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(source, str(error)) from None
    for path, reason in _faults(values, Dispute, ()):
        raise BadDispute(reason, source, line_of(text, path))
    try:
        made = typed(_plain(values), Dispute, "dispute")
    except BadReading as error:
        reason = str(error)
        path = path_of(reason)
        raise BadDispute(_said(reason, path), source, line_of(text, path)) from None
    if not made.name.strip():
        raise BadDispute("name is empty; say what the dispute is called", source, line_of(text, ("name",)))
    return made


def _no_toml(source: str, said: str) -> BadDispute:
    at = re.search(r" \(at line (\d+), column (\d+)\)| \(at end of document\)", said)
    what = said[: at.start()] if at else said
    return BadDispute(f"is no TOML: {what[0].lower()}{what[1:]}", source, int(at[1]) if at and at[1] else None)


def _faults(value: Any, kind: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """Keys that no type has and parties that there are not, in the order of the file."""
    if not isinstance(value, Mapping) or not is_dataclass(kind):
        return
    hints = get_type_hints(kind)
    known = [_key(field.name) for field in fields(kind)]
    for key, inner in value.items():
        here = (*path, key)
        if key not in known:
            yield here, f"there is no {key!r} here{did_you_mean(key, known) or '; there are ' + ', '.join(known)}"
            continue
        if key in _PARTIES:
            for party in [inner] if isinstance(inner, str) else inner if isinstance(inner, list) else ():
                if isinstance(party, str) and party not in records():
                    yield here, f"there is no party {party!r}{_near(party)}"
        inner_kinds = [each for each in (hints[_field(key)], *get_args(hints[_field(key)])) if is_dataclass(each)]
        for each in inner_kinds:
            for number, one in enumerate(inner) if isinstance(inner, list) else [(None, inner)]:
                yield from _faults(one, each, here if number is None else (*here, number))


def _near(party: str) -> str:
    """By its name, if that was given, else by its id."""
    names = {record.name: record.id for record in records().values()}
    named = names.get(party)
    return f"; its id is {named!r}" if named else did_you_mean(party, records()) or "; give the id of one, such as ARG"


def _key(field: str) -> str:
    """How a field is called in the file."""
    return "from" if field == "since" else field


def _field(key: str) -> str:
    return "since" if key == "from" else key


def _plain(value: Any) -> Any:
    """TOML's values as the model's: a date as text, ``from`` as ``since``."""
    if isinstance(value, Mapping):
        return {_field(key): _plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, (datetime.date, datetime.datetime)) else value


def _said(reason: str, path: Path) -> str:
    """What the check of types says, in the words of the file."""
    what = reason.split(" - at ", maxsplit=1)[0].removeprefix("dispute: ")
    for theirs, ours in _TYPES.items():
        what = what.replace(theirs, ours)
    what = what[0].lower() + what[1:]
    where = ".".join(_key(str(part)) for part in path if not isinstance(part, int))
    return f"{where}: {what}" if where else what
