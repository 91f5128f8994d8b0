"""Readings of one dispute's reports, with corrections applied -> the account of it: a pure function.

The order in which readings are given changes nothing; nor does it matter whether they came at once or one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

from detente.dossier.agenda import Due, agenda
from detente.dossier.agreements import DossierAgreement, agreements
from detente.dossier.digest import Digest
from detente.dossier.event import DossierEvent, events
from detente.dossier.joining import Decisions, Join, joined, put_together
from detente.dossier.likeness import Weights
from detente.dossier.mention import mentions
from detente.dossier.organisations import organisations
from detente.dossier.passing import put_aside
from detente.dossier.people import Somebody, people
from detente.dossier.positions import Line, positions
from detente.dossier.process import put_to_their_time
from detente.dossier.source import Source, sources
from detente.dossier.tenures import Tenure, tenures
from detente.dossier.territories import DossierTerritory, territories
from detente.dossier.threads import put_plans_together
from detente.model.date import Date
from detente.model.reading import Reading
from detente.record.copies import Copy

_PARTIES = 8  # of a dispute that does not say whose it is: those of most reports


@dataclass(frozen=True, slots=True)
class About:
    """What people say of a dispute: its name, its parties' ids, its issues with their words."""

    name: str
    parties: tuple[str, ...] = ()
    issues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Dossier:
    """The account of a dispute as of a day."""

    about: About
    as_of: Date | None  #: as asked for
    today: Date | None  #: the day that it is of: as asked for, else that of the last report
    sources: tuple[Source, ...]
    copies: tuple[Copy, ...]
    parties: Mapping[str, str]  #: each id and its usual name
    events: tuple[DossierEvent, ...]  #: weightiest first; every mention is in exactly one
    agenda: tuple[Due, ...]
    agreements: tuple[DossierAgreement, ...]
    positions: tuple[Line, ...]
    people: tuple[Somebody, ...]
    tenures: tuple[Tenure, ...]
    territories: tuple[DossierTerritory, ...]
    joins: tuple[Join, ...]
    refused: tuple[Join, ...]

    def event(self, identity: str) -> DossierEvent | None:
        """The event that an item's id leads to."""
        return next((one for one in self.events if any(m.event.id == identity for m in one.mentions)), None)


def dossier(
    readings: Iterable[Reading],
    about: About,
    *,
    as_of: Date | None = None,
    decisions: Decisions | None = None,
    confirmed: Collection[str] = (),
    added: Mapping[str, Date] | None = None,
    copies: Iterable[Copy] | None = None,
    digests: Mapping[str, Digest] | None = None,
) -> Dossier:
    """The account; ``decisions`` and ``confirmed`` are the analyst's, ``added`` the days of reports without a date.

    ``copies`` are what was decided on pairs of reports, and ``digests`` those of readings by the ids of their reports,
    if that is known.
    """
    given, found = sources(readings, as_of, added, copies, digests)
    every = [mention for source in given for mention in mentions(source)]
    today = as_of or max((one.published for one in given if one.published), default=None)
    chosen = about.parties or _most(given)
    made = joined(every, decisions or Decisions(), Weights(every))
    put_to_their_time(made)
    due = agenda(given, every, today)
    put_plans_together(made, due)
    put_together(made)
    put_aside(made)
    names = _names(given)
    groups = organisations([source.text for source in given], names, _groups(given))
    everybody = people(given, groups)
    return Dossier(
        about,
        as_of,
        today,
        tuple(given),
        tuple(found),
        {name: name for name in groups.names.values()} | names,
        tuple(events(made, chosen, confirmed)),
        tuple(due),
        tuple(agreements(given, every)),
        tuple(positions(given, everybody, groups, about.issues)),
        tuple(everybody),
        tuple(tenures(everybody)),
        tuple(territories(given)),
        tuple(made.joins),
        tuple(made.refused),
    )


def _most(given: Iterable[Source]) -> tuple[str, ...]:
    counts = Counter(party.id for source in given for party in source.reading.parties or ())
    return tuple(sorted(counts, key=lambda party: (-counts[party], party))[:_PARTIES])


def _groups(given: Iterable[Source]) -> set[str]:
    return {party.id for source in given for party in source.reading.parties or () if party.kind == "group"}


def _names(given: Iterable[Source]) -> dict[str, str]:
    found = {party.id: party.name for source in given for party in source.reading.parties or ()}
    return dict(sorted(found.items()))
