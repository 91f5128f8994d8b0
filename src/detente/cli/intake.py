"""Inputs -> the record: what is new is read and kept, each report in its own transaction; what is known costs a hash.

It can be stopped at any moment: what was kept is whole, and the same inputs again go on from there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from detente.cli.clock import now
from detente.model.report import SetAside
from detente.record import asides, captures, memberships, relations, writer
from detente.record.captures import Place
from detente.sources import Capture, Known

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from detente.model.reading import Reading
    from detente.model.report import Report
    from detente.reading.pool import Pool
    from detente.record.copies import CopyKind
    from detente.record.store import Store

Came = Capture | Known | SetAside
_AT_ONCE = 200  # places that are noted in one transaction


@dataclass(frozen=True, slots=True)
class _Same:
    """Other bytes of a version that is in the record."""

    source: str
    raw_sha256: str
    place: Place


@dataclass(slots=True)
class Result:
    """What came of the inputs: ``counts`` of new, version, known and aside, and the lines of what was set aside.

    ``copies`` counts those of the new ones that are near-copies or corrections of others.
    """

    counts: Counter[str] = field(default_factory=Counter)
    copies: Counter[CopyKind] = field(default_factory=Counter)
    aside: list[SetAside] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)  #: of the reports that were new, changed or known


class Intake:
    """Takes reports into a record; with ``dispute``, puts them in the dispute of that name, by ``by``."""

    def __init__(self, store: Store, pool: Pool, by: str, dispute: str | None = None) -> None:
        self.store, self.pool = store, pool
        self.result = Result()
        self._by, self._dispute = by, dispute
        self._new: list[int] = []
        self._to_note: list[tuple[str, str, list[Place]]] = []
        self._places: dict[str, list[Place]] = {}  # of known bytes, between the question and the answer
        if dispute is not None:
            with store.writing() as connection:
                memberships.name_dispute(connection, dispute, by, now())
        with store.reading() as connection:
            self._were_aside = {line.source for line, _ in asides.asides(connection)}

    def has_key(self, key: str) -> bool:
        """Whether a report of this key is in the record."""
        with self.store.reading() as connection:
            return captures.has_key(connection, key)

    def has_bytes(self, sha256: str) -> bool:
        """Whether bytes of this hash are in the record."""
        if places := self._places_of(sha256):
            self._places[sha256] = places
        return bool(places)

    def _places_of(self, sha256: str) -> list[Place]:
        with self.store.reading() as connection:
            return captures.places_of(connection, sha256)

    def take(self, came: Iterable[Came], told: Callable[[str], None] = lambda _: None) -> Result:
        """Take in everything that comes; ``told`` is called with the source of each when it is done.

        Raises RecordFault, and UsageError where no report can be read.
        """
        try:
            for what, read in self.pool.read(self._unread(came)):
                if isinstance(what, SetAside):
                    self._set_aside(what)
                elif isinstance(read, SetAside):
                    self._set_aside(read)
                elif isinstance(what, Capture):
                    assert read is not None
                    self._keep(what, read)
                else:
                    self._meet(what)
                told(what.report.source if isinstance(what, Capture) else what.source)
        finally:
            self._note()
            self._count_copies()
        return self.result

    def _unread(self, came: Iterable[Came]) -> Iterator[tuple[Came | _Same, Report | None]]:
        """Everything that comes; with its report where that must be read."""
        for what in came:
            if not isinstance(what, Capture):
                yield what, None
                continue
            with self.store.reading() as connection:
                report = captures.keyed(connection, what.report)
                known = _version(connection, report)
            if known is not None:
                yield _Same(report.source, report.raw_sha256, known), None
            else:
                yield Capture(report, what.data), report

    def _keep(self, what: Capture, read: Reading) -> None:
        at = now()
        with self.store.writing() as connection:
            kept = writer.keep(connection, read, what.data, at)
            self._put(connection, read.report.key, at)
        self.result.counts[kept.outcome] += 1
        self.result.ids.append(read.report.id)
        if kept.outcome == "new":
            self._new.append(kept.report_n)

    def _meet(self, what: Known | _Same) -> None:
        """Count known bytes, or other bytes of a known version; where they came from is noted if that is new."""
        self.result.counts["known"] += 1
        if what.raw_sha256 is None:  # a page that was not fetched
            return
        if isinstance(what, _Same):
            places = [what.place]
        else:  # of the same bytes twice in a row, the first takes what was found for both
            places = self._places.pop(what.raw_sha256, []) or self._places_of(what.raw_sha256)
        source = captures.place(what.source)
        met = isinstance(what, Known) and source in {place.source for place in places}
        if not met or self._dispute or source in self._were_aside:
            self._to_note.append((source, what.raw_sha256, places))
        if len(self._to_note) >= _AT_ONCE:
            self._note()

    def _note(self) -> None:
        """Keep where what is known came from this time: of many at once, for it can be found out again."""
        at = now()
        if self._to_note:
            with self.store.writing() as connection:
                asides.forget(connection, *(source for source, _, _ in self._to_note))
                met = [(came, digest, place) for came, digest, places in self._to_note for place in places]
                captures.enter_all(connection, [(came, digest, place.report_n) for came, digest, place in met], at)
                for key in dict.fromkeys(place.key for _, _, place in met):
                    self._put(connection, key, at)
        self._to_note.clear()

    def _count_copies(self) -> None:
        """At the end, for what came first may be a copy of what came after it."""
        with self.store.reading() as connection:
            self.result.copies = relations.count(connection, self._new)

    def _put(self, connection: Connection, key: str, at: str) -> None:
        if self._dispute:
            memberships.put(connection, self._dispute, key, self._by, at)

    def _set_aside(self, line: SetAside) -> None:
        with self.store.writing() as connection:
            asides.set_aside(connection, line, now())
        self.result.aside.append(line)
        self.result.counts["aside"] += 1


def _version(connection: Connection, report: Report) -> Place | None:
    """The version that a report is, if it is in the record."""
    from detente.reading.front import read_front
    from detente.reading.identity import identified

    try:
        identity = identified(report, read_front(report))
    except Exception:  # a fault in Detente, which shows again where it is read, and is told there
        return None
    number = captures.version_n(connection, identity.id)
    return Place(report.source, number, identity.key) if number is not None else None
