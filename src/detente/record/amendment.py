"""A reading and the corrections on its report -> the reading as it is to be told: a pure function.

Corrections are taken in the order of the log. What is hidden is left out, and whoever named it keeps only the words;
what was marked by hand stands in its place in the text. A correction that finds no item, or several, is listed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Any

from detente.errors import BadReading
from detente.model.inference import Inference
from detente.model.items import Party
from detente.model.reading import Reading
from detente.model.round_trip import plain, typed
from detente.model.sections import SECTIONS
from detente.model.words import Words
from detente.record.corrections import Correction, standing
from detente.record.renames import told_anew
from detente.record.targets import moved, moved_to, overlapping, target


@dataclass(frozen=True, slots=True)
class Lost:
    """A correction that changes nothing at present, why, and between which items it cannot choose."""

    correction: Correction
    reason: str
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Amended:
    """A reading with its corrections; ``applied`` lists those of each item by its id, hidden ones included."""

    reading: Reading
    applied: dict[str, tuple[Correction, ...]] = field(default_factory=dict)
    hidden: dict[str, Any] = field(default_factory=dict)  #: the items that are left out, by id
    lost: tuple[Lost, ...] = ()


def amended(reading: Reading, entries: Iterable[Correction]) -> Amended:
    """The reading with the corrections that hold, of all entries on its report."""
    holding = list(standing(entries))
    if not holding:
        return Amended(reading)
    work = _Work(reading)
    for correction in holding:
        work.take(correction)
    return work.done()


class _Lost(Exception):
    """A correction finds nothing to change: the reason, and the items that it may have meant."""


class _Work:
    """The sections of a reading while they are corrected."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._text = reading.report.text
        self._sections = {name: list(items) for name, items in reading.items.items()}
        self._applied: dict[str, list[Correction]] = {}
        self._hidden: dict[str, Any] = {}
        self._lost: list[Lost] = []

    def take(self, correction: Correction) -> None:
        """Apply one correction, or keep why it cannot be."""
        try:
            identity = self._mark(correction) if correction.kind == "mark" else self._change(correction)
        except _Lost as lost:
            reason, candidates = lost.args
            self._lost.append(Lost(correction, reason, tuple(one.id for one in candidates)))
        except BadReading as bad:
            self._lost.append(Lost(correction, f"this version of the program cannot take it: {bad}"))
        else:
            self._applied.setdefault(identity, []).append(correction)

    def _mark(self, correction: Correction) -> str:
        section = correction.payload["section"]
        given = typed(correction.payload["item"], SECTIONS[section].item, correction.target)
        item = moved(given, self._by(given.evidence), self._text)
        if item is None:
            raise _Lost("its words do not stand in this version of the report as they did", [])
        self._add_parties(correction, item.evidence)
        items = self._sections.setdefault(section, [])
        place = sum(1 for other in items if other.evidence.start <= item.evidence.start)
        items.insert(place, item)
        return correction.target

    def _change(self, correction: Correction) -> str:
        section = correction.payload["section"]
        items = self._sections.get(section, [])
        item = self._target(correction, items)
        if correction.kind == "hide":
            self._hidden[item.id] = item
        elif correction.kind in ("correct", "rename"):
            items[items.index(item)] = self._changed(correction, section, item)
            self._add_parties(correction, item.evidence)
        return str(item.id)

    def _changed(self, correction: Correction, section: str, item: Any) -> Any:
        kind = SECTIONS[section].item
        if correction.kind == "rename":
            aliases = dict.fromkeys([*item.aliases, item.name])
            return replace(item, name=correction.payload["name"], aliases=tuple(aliases))
        given = correction.payload["fields"]
        whole = typed(plain(item) | given, kind, correction.target)
        by = self._by(_words(correction))
        values = {name: moved(getattr(whole, name), by, self._text) for name in given}
        if any(value is None and getattr(whole, name) is not None for name, value in values.items()):
            raise _Lost("the words of a field do not stand in this version of the report as they did", [])
        if hasattr(item, "inferred"):  # what somebody says is inferred no more
            values["inferred"] = tuple(each for each in item.inferred if each.field not in given)
        return replace(item, **values)

    def _target(self, correction: Correction, items: list[Any]) -> Any:
        words = _words(correction)
        by = moved_to(words, self._text)
        found = target(correction.target, None if by is None else moved(words, by, self._text), items)
        if isinstance(found, list):
            reason = "several items have half of its words" if found else "no item of its id or with half of its words"
            raise _Lost(reason, found)
        return found

    def _by(self, words: Words) -> int:
        by = moved_to(words, self._text)
        if by is None:
            raise _Lost("its words do not stand in this version of the report once", [])
        return by

    def _add_parties(self, correction: Correction, evidence: Words) -> None:
        """The parties that a correction names and the reading lacks; they rest on the words of the item."""
        for given in correction.payload.get("parties", ()):
            party: Party = typed(given, Party, correction.target)
            parties = self._sections.setdefault("parties", [])
            if all(party.id != known.id for known in parties):
                parties.append(replace(party, evidence=evidence, inferred=(Inference("name", "table"),)))

    def done(self) -> Amended:
        """The reading as corrected; marks beside which the same is read now are told among the lost."""
        for correction in [one for many in self._applied.values() for one in many if one.kind == "mark"]:
            self._doubled(correction)
        items = {
            name: tuple(one for one in found if one.id not in self._hidden) for name, found in self._sections.items()
        }
        items = told_anew(self._reading.items, items, self._hidden)
        applied = {identity: tuple(found) for identity, found in self._applied.items()}
        return Amended(replace(self._reading, items=items), applied, self._hidden, tuple(self._lost))

    def _doubled(self, correction: Correction) -> None:
        items = self._sections[correction.payload["section"]]
        marked = next(one for one in items if one.id == correction.target)
        beside = set(correction.payload.get("beside", ()))
        read = [one for one in overlapping(marked.evidence, items) if one is not marked and one.id not in beside]
        marks = {one for one, found in self._applied.items() if found[0].kind == "mark"}
        if read := [one for one in read if one.id not in marks and overlapping(one.evidence, [marked])]:
            reason = "its words are now read as well; hide one of the two, or undo the mark"
            self._lost.append(Lost(correction, reason, tuple(one.id for one in read)))


def _words(correction: Correction) -> Words:
    return typed(correction.payload["words"], Words, correction.target)
