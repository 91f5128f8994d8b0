"""What was read out of one report."""

from __future__ import annotations

from dataclasses import dataclass, field

from detente.model.items import Event, Party, Person, Statement, Time
from detente.model.report import Front, Report


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a reading: enough to make it again, to the byte."""

    program: str
    model: str  #: the spaCy pipeline and its version
    data: dict[str, str]  #: each table of reference data and its date
    options: dict[str, str]


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and the items read out of it, each section in the order of the text."""

    report: Report
    front: Front
    provenance: Provenance
    times: tuple[Time, ...] = ()
    parties: tuple[Party, ...] = ()
    people: tuple[Person, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[str, ...] = field(default=())  #: what could not be read, in words
