"""Readings -> the sources of a dossier: in order of publication, numbered, copies counted as one.

The order in which readings are given changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from detente.dossier.digest import Digest, digest_of
from detente.dossier.published import published
from detente.model.date import Date
from detente.model.reading import Reading
from detente.model.report import Zone
from detente.record.copies import Copy, Piece, find_copies, groups


@dataclass(frozen=True, slots=True, eq=False)
class Source:
    """A report as the dossier cites it; each there is once, and equal only to itself."""

    number: int  #: as the brief cites it, from 1
    id: str
    reading: Reading = field(repr=False)
    published: Date | None
    origin: str  #: the id of the first report among its copies; its own for one that nobody copied
    digest: Digest = field(repr=False)
    is_known: bool  #: whether the digest was known before

    @property
    def headline(self) -> str:
        """What it is called: its headline, else its title, else where it came from."""
        front, report = self.reading.front, self.reading.report
        return " ".join((front.headline.text if front.headline else report.title or report.source).split())

    @property
    def outlet(self) -> str | None:
        """Who published it."""
        return self.reading.report.publisher

    @property
    def text(self) -> str:
        """The report's text."""
        return self.reading.report.text


def sources(
    readings: Iterable[Reading],
    as_of: Date | None = None,
    added: Mapping[str, Date] | None = None,
    decided: Iterable[Copy] | None = None,
    digests: Mapping[str, Digest] | None = None,
) -> tuple[list[Source], list[Copy]]:
    """The sources, first published first, and what copies what.

    With ``as_of``, of the reports published until then; one without a date counts by the day that ``added`` has for its
    id, and is left out where there is none. What was ``decided`` on any of them need not be found
    out again, nor what ``digests`` have by their ids.
    """
    known: dict[str, Reading] = {}
    for reading in sorted(readings, key=_version):  # of two versions of one report the later counts
        known[reading.report.key or reading.report.id] = reading
    dated = [(published(reading), reading) for reading in known.values()]
    if as_of is not None:
        dated = [(date, one) for date, one in dated if _until(date or (added or {}).get(one.report.id), as_of)]
    dated.sort(key=lambda pair: (pair[0] is None, pair[0] or Date("9999"), pair[1].report.key, pair[1].report.id))
    if decided is None:
        copies = find_copies(_piece(reading, date) for date, reading in dated)
    else:
        there = {reading.report.id for _, reading in dated}
        copies = sorted((one for one in decided if one.of in there and one.by in there), key=_pair)
    first: dict[str, str] = {}
    order = {reading.report.id: place for place, (_, reading) in enumerate(dated)}
    for group in groups(copies):
        origin = min(group, key=order.__getitem__)
        first.update(dict.fromkeys(group, origin))
    made = []
    for number, (date, one) in enumerate(dated, start=1):
        identity = one.report.id
        digest = (digests or {}).get(identity)
        origin = first.get(identity, identity)
        made.append(Source(number, identity, one, date, origin, digest or digest_of(one), digest is not None))
    return made, copies


def _version(reading: Reading) -> tuple[bool, Date, str]:
    date = published(reading)
    return date is not None, date or Date("9999"), reading.report.id


def _pair(one: Copy) -> tuple[str, str]:
    return one.of, one.by


def _until(date: Date | None, as_of: Date) -> bool:
    return date is not None and date.earliest is not None and as_of.latest is not None and date.earliest <= as_of.latest


def _piece(reading: Reading, date: Date | None) -> Piece:
    report, front = reading.report, reading.front
    bodies = [report.text[zone.start : zone.end] for zone in front.zones if zone.zone == Zone.BODY]
    headline = front.headline.text if front.headline else report.title
    signed = "\n".join(words.text for words in front.credits)
    body = "\n\n".join(bodies)
    return Piece(report.id, report.key, report.version, headline, body, date, report.publisher, signed)
