"""Digests of readings -> the sources of a dossier: in order of publication, numbered, copies counted as one.

The order in which they are given changes nothing. A source's reading is fetched where somebody asks for its words.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from detente.dossier.digest import Digest, Head, digest_of
from detente.dossier.echoes import echo_event
from detente.dossier.plans import planned
from detente.dossier.published import published
from detente.dossier.traits import Traits
from detente.model.date import Date
from detente.model.items import Event
from detente.model.reading import Reading
from detente.model.report import Zone
from detente.record.copies import Copy, Piece, find_copies, groups


@dataclass(frozen=True, slots=True)
class Given:
    """A report that a dossier is made of: its id, what it goes by, its digest, its reading."""

    id: str
    head: Head
    digest: Callable[[], Digest]
    reading: Callable[[], Reading]


class Source:
    """A report as the dossier cites it; each there is once, and equal only to itself."""

    __slots__ = ("_given", "head", "id", "number", "origin", "published")

    def __init__(self, number: int, given: Given, origin: str) -> None:
        self._given = given
        self.number = number  #: as the brief cites it, from 1
        self.id = given.id
        self.head = given.head
        self.published: Date | None = given.head.published
        self.origin = origin  #: the id of the first report among its copies; its own for one that nobody copied

    @property
    def digest(self) -> Digest:
        """What the reading tells."""
        return self._given.digest()

    @property
    def reading(self) -> Reading:
        """The reading, with its report's text."""
        return self._given.reading()

    @property
    def place(self) -> str:
        """Where it came from: a file or an address."""
        return self.head.place

    @property
    def headline(self) -> str:
        """What it is called: its headline, else its title, else where it came from."""
        return self.head.headline

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        return self.head.outlet

    @property
    def text(self) -> str:
        """The report's text."""
        return self.reading.report.text

    def event(self, told: Traits) -> Event:
        """The event of the reading, what is due in it, or the echo, of which these are the traits."""
        reading = self.reading
        if told.echo is not None:
            return echo_event(reading.report.text, told.item, told.echo, told.sentence)
        return next(one for one in (*(reading.events or ()), *planned(reading)) if one.id == told.item)


def given_of(readings: Iterable[Reading], digests: Mapping[str, Digest] | None = None) -> list[Given]:
    """Readings that are all at hand, with their digests, of which some may be known by the ids of their reports."""
    return [_given(reading, (digests or {}).get(reading.report.id)) for reading in readings]


def _given(reading: Reading, known: Digest | None) -> Given:
    digest = known or digest_of(reading)
    return Given(reading.report.id, digest.head, lambda: digest, lambda: reading)


def sources(
    given: Iterable[Given],
    as_of: Date | None = None,
    added: Mapping[str, Date] | None = None,
    decided: Iterable[Copy] | None = None,
) -> tuple[list[Source], list[Copy]]:
    """The sources, first published first, and what copies what.

    With ``as_of``, of the reports published until then; one without a date counts by the day that ``added`` has for its
    id, and is left out where there is none. What was ``decided`` on any of them need not be found out again.
    """
    known: dict[str, Given] = {}
    for one in sorted(given, key=_version):  # of two versions of one report the later counts
        known[one.head.key or one.id] = one
    counted = list(known.values())
    if as_of is not None:
        counted = [one for one in counted if _until(one.head.published or (added or {}).get(one.id), as_of)]
    counted.sort(key=_order)
    there = {one.id for one in counted}
    if decided is None:
        copies = find_copies(_piece(one.reading()) for one in counted)
    else:
        copies = sorted((one for one in decided if one.of in there and one.by in there), key=_pair)
    first = _origins(counted, copies)
    return [Source(number, one, first.get(one.id, one.id)) for number, one in enumerate(counted, start=1)], copies


def _origins(counted: Sequence[Given], copies: Sequence[Copy]) -> dict[str, str]:
    """Of each report that copies or is copied, the first among its copies."""
    first: dict[str, str] = {}
    order = {one.id: place for place, one in enumerate(counted)}
    for group in groups(copies):
        origin = min(group, key=order.__getitem__)
        first.update(dict.fromkeys(group, origin))
    return first


def _version(one: Given) -> tuple[bool, Date, str]:
    date = one.head.published
    return date is not None, date or Date("9999"), one.id


def _order(one: Given) -> tuple[bool, Date, str, str]:
    date = one.head.published
    return date is None, date or Date("9999"), one.head.key, one.id


def _pair(one: Copy) -> tuple[str, str]:
    return one.of, one.by


def _until(date: Date | None, as_of: Date) -> bool:
    return date is not None and date.earliest is not None and as_of.latest is not None and date.earliest <= as_of.latest


def _piece(reading: Reading) -> Piece:
    report, front = reading.report, reading.front
    bodies = [report.text[zone.start : zone.end] for zone in front.zones if zone.zone == Zone.BODY]
    headline = front.headline.text if front.headline else report.title
    signed = "\n".join(words.text for words in front.credits)
    body = "\n\n".join(bodies)
    date = published(reading)
    return Piece(report.id, report.key, report.version, headline, body, date, report.publisher, signed)
