"""What was read out of one report, and by what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from detente.model.items import (
    Agreement,
    Ahead,
    Event,
    Figure,
    Party,
    Person,
    Position,
    Pressure,
    Statement,
    Term,
    Territory,
    Time,
)
from detente.model.report import Front, Report


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a reading: whatever differs between two of them, if they could differ, stands here."""

    program: str  #: name and version; of a development version also the commit
    code: str  #: hash of the program's code
    model: str  #: the spaCy pipeline and its version
    model_hash: str
    data: dict[str, str]  #: each table of reference data, and the hash of its content
    weights: dict[str, str]  #: likewise each learned part
    options: dict[str, str]  #: what was asked for and is not the default


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and the items read out of it, each section in the order of the text.

    ``items`` has every section that was asked for, by its name; one in which nothing was found is empty. A section that
    was not asked for is None as an attribute.
    """

    report: Report
    front: Front
    provenance: Provenance
    items: Mapping[str, tuple[Any, ...]] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_"):  # not ours: copy and pickle ask for what is not set yet
            raise AttributeError(name)
        from detente.model.sections import SECTIONS

        if name in SECTIONS or name in self.items:
            return self.items.get(name)
        raise AttributeError(f"a reading has no section {name!r}")

    @property
    def times(self) -> tuple[Time, ...] | None:
        """The time expressions."""
        return self.items.get("times")

    @property
    def parties(self) -> tuple[Party, ...] | None:
        """Who takes part."""
        return self.items.get("parties")

    @property
    def people(self) -> tuple[Person, ...] | None:
        """Who is named."""
        return self.items.get("people")

    @property
    def statements(self) -> tuple[Statement, ...] | None:
        """Who said what."""
        return self.items.get("statements")

    @property
    def events(self) -> tuple[Event, ...] | None:
        """What happened, is due, may come or did not."""
        return self.items.get("events")

    @property
    def ahead(self) -> tuple[Ahead, ...] | None:
        """What is due after the report."""
        return self.items.get("ahead")

    @property
    def terms(self) -> tuple[Term, ...] | None:
        """Who leaves office when."""
        return self.items.get("terms")

    @property
    def agreements(self) -> tuple[Agreement, ...] | None:
        """What was agreed, is wanted or cited."""
        return self.items.get("agreements")

    @property
    def territories(self) -> tuple[Territory, ...] | None:
        """Which places are claimed."""
        return self.items.get("territories")

    @property
    def figures(self) -> tuple[Figure, ...] | None:
        """How much and how many, of what."""
        return self.items.get("figures")

    @property
    def positions(self) -> tuple[Position, ...] | None:
        """Where each party stands on what."""
        return self.items.get("positions")

    @property
    def pressures(self) -> tuple[Pressure, ...] | None:
        """What promotes or hampers what."""
        return self.items.get("pressures")

    def to_json(self, *, text: bool = True) -> str:
        """The reading as JSON text on one line; ``text=False`` leaves the report's full text out."""
        from detente.model.round_trip import dumps, reading_json

        return dumps(reading_json(self, text=text), indent=None)

    @classmethod
    def from_json(cls, json: str | bytes | Mapping[str, Any]) -> Reading:
        """The reading that :meth:`to_json` wrote, from its text or its plain values; it needs the report's text.

        Raises BadReading with the place of what is missing or wrong.
        """
        from detente.model.round_trip import reading_of

        return reading_of(json)
