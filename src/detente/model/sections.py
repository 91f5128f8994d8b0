"""The table of sections: what a reading can hold, in the order in which it is made.

One row a section. The order of work, what has to be read first, ``--only``, the JSON and its schema, the reference and
the names of the spaCy components follow from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from detente.errors import UnknownSection
from detente.model import items


@dataclass(frozen=True, slots=True)
class Section:
    """A section of a reading.

    ``needs`` are the sections that must be read before it; its component is the spaCy factory ``detente_<name>``, and
    leaves its items in ``doc._.detente_<name>``.
    """

    name: str
    title: str  #: as a reader sees it
    item: type[Any]
    needs: tuple[str, ...] = ()

    @property
    def component(self) -> str:
        """The name of its spaCy factory."""
        return f"detente_{self.name}"


_TABLE = (
    Section("times", "Times", items.Time),
    Section("parties", "Parties", items.Party),
    Section("people", "People", items.Person, ("parties",)),
    Section("statements", "Who said what", items.Statement, ("times", "parties", "people")),
    Section("events", "Events", items.Event, ("times", "parties", "people", "statements")),
    Section("terms", "Terms of office", items.Term, ("times", "parties", "people")),
    Section("ahead", "Ahead", items.Ahead, ("times", "parties", "people", "events", "terms")),
    Section("agreements", "Agreements", items.Agreement, ("times", "parties", "people")),
    Section("territories", "Territories", items.Territory, ("parties", "people")),
    Section(
        "figures",
        "Figures beside what they count",
        items.Figure,
        ("times", "parties", "people", "statements", "events"),
    ),
    Section(
        "positions",
        "Where they stand",
        items.Position,
        ("times", "parties", "people", "statements", "events", "agreements", "territories"),
    ),
    Section("pressures", "What presses on whom", items.Pressure, ("times", "parties", "people", "statements")),
)

SECTIONS: dict[str, Section] = {section.name: section for section in _TABLE}  #: every section, in the order of work


def chosen(only: Sequence[str] | None) -> tuple[str, ...]:
    """The front matter and the sections asked for, in their order; all where none is named. Raises UnknownSection."""
    everything = ("front", *SECTIONS)
    for section in only or ():
        if section not in everything:
            raise UnknownSection(section, everything)
    return tuple(name for name in everything if name in only) if only else everything


def needed(wanted: Iterable[str], sections: Mapping[str, Section] = SECTIONS) -> Iterator[Section]:
    """The sections wanted and all that they need, in the order of work."""
    names = set(wanted)
    for section in reversed(list(sections.values())):
        if section.name in names:
            names.update(section.needs)
    return (section for section in sections.values() if section.name in names)
