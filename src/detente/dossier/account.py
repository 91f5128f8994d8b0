"""Readings of one dispute's reports, with corrections applied -> the account of it: a pure function.

The order in which readings are given changes nothing; nor does it matter whether they came at once or one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from itertools import islice
from typing import Any, TypeVar, cast

from detente.dossier.agenda import Due, agenda
from detente.dossier.agreements import DossierAgreement, agreements
from detente.dossier.choice import MOST
from detente.dossier.contradictions import Contradiction, contradictions
from detente.dossier.digest import Digest
from detente.dossier.event import DossierEvent
from detente.dossier.events import Events
from detente.dossier.figures import DossierFigure, clashes, figures
from detente.dossier.joining import Clusters, Decisions, Join, joined, put_together
from detente.dossier.likeness import Weights
from detente.dossier.memory import uncollected
from detente.dossier.mention import Mention, mentions
from detente.dossier.newly import new_events
from detente.dossier.organisations import Organisations, organisations
from detente.dossier.overtaken import overtaken
from detente.dossier.passing import put_aside
from detente.dossier.people import Somebody, people
from detente.dossier.positions import Line, positions
from detente.dossier.process import put_to_their_time
from detente.dossier.shelf import Shelf
from detente.dossier.source import Given, Source, given_of, sources
from detente.dossier.tenures import Tenure, tenures
from detente.dossier.territories import DossierTerritory, territories
from detente.dossier.threads import put_plans_together
from detente.model.date import Date
from detente.model.reading import Reading
from detente.record.copies import Copy

_T = TypeVar("_T")
_PARTIES = 8  # of a dispute that does not say whose it is: those of most reports


@dataclass(frozen=True, slots=True)
class About:
    """What people say of a dispute: its name, its parties' ids, its issues with their words."""

    name: str
    parties: tuple[str, ...] = ()
    issues: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def _section(work: Callable[[Dossier], _T]) -> cached_property[_T]:
    """What is kept of a section, else what is worked out of it: once, when it is first asked for."""

    @wraps(work)
    def of(made: Dossier) -> _T:
        found = made.kept(work.__name__, made.sources)
        if found is None:
            with uncollected():
                found = work(made)
            made.worked.add(work.__name__)
        return cast("_T", found)

    return cached_property(of)


def _nothing(_name: str, _given: Sequence[Source]) -> None:
    """No section is kept."""


class Dossier:
    """The account of a dispute as of a day. Each section is worked out when somebody first asks for it.

    ``kept`` gives what is kept of a section by its name, of these sources; None where nothing is.
    """

    def __init__(
        self, about: About, given: Sequence[Source], copies: Iterable[Copy], as_of: Date | None, decisions: Decisions,
        confirmed: Collection[str], shelf: Shelf | None = None,
        kept: Callable[[str, Sequence[Source]], Any] = _nothing,
    ) -> None:  # fmt: skip
        self.kept = kept
        self.shelf = shelf  #: where its readings and digests are from, if that is a record
        self.worked: set[str] = set()  #: the sections that were worked out
        self.about = about
        self.as_of = as_of  #: as asked for
        #: The day that it is of: as asked for, else that of the last report.
        self.today = as_of or max((one.published for one in given if one.published), default=None)
        self.sources = tuple(given)
        self.copies = tuple(copies)
        self._decisions = decisions
        self._confirmed = confirmed

    @_section
    def events(self) -> Events:
        """The events, weightiest first; every mention is in exactly one."""
        return Events(self._clusters, self.about.parties or _most(self.sources), self._confirmed)

    @_section
    def chosen(self) -> tuple[DossierEvent, ...]:
        """The weightiest events: what a brief or a timeline tells."""
        return tuple(self.events[:MOST])

    @_section
    def changed(self) -> tuple[DossierEvent, ...]:
        """The event that tells best what changed of late, if any does."""
        return tuple(islice(new_events(self, None), 1))

    @_section
    def _mentions(self) -> list[Mention]:
        return [mention for source in self.sources for mention in mentions(source)]

    @_section
    def _clusters(self) -> Clusters:
        made = joined(self._mentions, self._decisions, Weights(self._mentions))
        put_to_their_time(made)
        put_plans_together(made, self.agenda)
        put_together(made)
        put_aside(made)
        return made

    @_section
    def agenda(self) -> tuple[Due, ...]:
        """What was and is due, by date."""
        return tuple(overtaken(agenda(self.sources, self.today), self.sources, self.today))

    @_section
    def agreements(self) -> tuple[DossierAgreement, ...]:
        """The agreements, those of most reports first."""
        return tuple(agreements(self.sources, self._mentions))

    @_section
    def positions(self) -> tuple[Line, ...]:
        """A line for each party and issue, those with most stances first."""
        return tuple(positions(self.sources, self.people, self._groups, self.about.issues))

    @_section
    def people(self) -> tuple[Somebody, ...]:
        """The people, those of most reports first."""
        return tuple(people(self.sources, self._groups))

    @_section
    def tenures(self) -> tuple[Tenure, ...]:
        """Who held which office when, in the order of the people."""
        return tuple(tenures(self.people))

    @_section
    def territories(self) -> tuple[DossierTerritory, ...]:
        """The territories, those of most reports first."""
        return tuple(territories(self.sources))

    @_section
    def figures(self) -> tuple[DossierFigure, ...]:
        """The figures that at least two independent reports give, those of most reports first."""
        return tuple(figures(self.sources))

    @_section
    def contradictions(self) -> tuple[Contradiction, ...]:
        """Those of its weightiest events, its figures and its positions, the newest report first."""
        return tuple(contradictions(self.chosen, clashes(self.sources), self.positions))

    @_section
    def contradictions_by_name(self) -> tuple[Contradiction, ...]:
        """Likewise of the positions of parties that have a name, under it."""
        named = [replace(one, party=self.parties[one.party]) for one in self.positions if one.party in self.parties]
        return tuple(contradictions(self.chosen, clashes(self.sources), named))

    @_section
    def parties(self) -> Mapping[str, str]:
        """Each party's id and its usual name; of a group that only reports introduce, its name for both."""
        return {name: name for name in self._groups.names.values()} | self._names

    @_section
    def _names(self) -> dict[str, str]:
        found = {party.id: party.name for source in self.sources for party in source.head.parties}
        return dict(sorted(found.items()))

    @_section
    def _groups(self) -> Organisations:
        kinds = {party.id: party.kind for source in self.sources for party in source.head.parties}
        return organisations(self.sources, self._names, {one for one, kind in kinds.items() if kind == "group"})

    @property
    def joins(self) -> Sequence[Join]:
        """Which mentions were joined, and why."""
        return self._clusters.joins

    @property
    def refused(self) -> Sequence[Join]:
        """Which were not joined, and why."""
        return self._clusters.refused

    def event(self, identity: str) -> DossierEvent | None:
        """The event that an item's id leads to."""
        return self.events.of(identity)


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
    given = given_of(readings, digests)
    return account(given, about, as_of=as_of, decisions=decisions, confirmed=confirmed, added=added, copies=copies)


def account(
    reports: Iterable[Given],
    about: About,
    *,
    as_of: Date | None = None,
    decisions: Decisions | None = None,
    confirmed: Collection[str] = (),
    added: Mapping[str, Date] | None = None,
    copies: Iterable[Copy] | None = None,
    shelf: Shelf | None = None,
) -> Dossier:
    """Likewise, of reports whose readings need not be at hand."""
    given, found = sources(reports, as_of, added, copies)
    return Dossier(about, given, found, as_of, decisions or Decisions(), confirmed, shelf)


def _most(given: Iterable[Source]) -> tuple[str, ...]:
    counts = Counter(party.id for source in given for party in source.head.parties)
    return tuple(sorted(counts, key=lambda party: (-counts[party], party))[:_PARTIES])
