"""What was read out of one report."""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.items import Agreement, Ahead, Event, Party, Person, Statement, Term, Territory, Time
from detente.model.report import Front, Report


@dataclass(frozen=True, slots=True)
class Provenance:
    """What made a reading: enough to make it again, to the byte."""

    program: str
    model: str  #: the spaCy pipeline and its version
    data: dict[str, str]  #: each table of reference data and its date
    options: dict[str, str]  #: what was asked for and is not the default


@dataclass(frozen=True, slots=True)
class Reading:
    """A report and the items read out of it, each section in the order of the text.

    A section that was not asked for is None; one in which nothing was found is empty.
    """

    report: Report
    front: Front
    provenance: Provenance
    times: tuple[Time, ...] | None = None
    parties: tuple[Party, ...] | None = None
    people: tuple[Person, ...] | None = None
    statements: tuple[Statement, ...] | None = None
    events: tuple[Event, ...] | None = None
    ahead: tuple[Ahead, ...] | None = None
    terms: tuple[Term, ...] | None = None
    agreements: tuple[Agreement, ...] | None = None
    territories: tuple[Territory, ...] | None = None
