"""Readings of a record, and their digests, taken out when somebody asks for them.

Of readings those asked for last stay at hand, the rest do not.

A version's reading of a number never changes, nor do the corrections made until now; so what is taken out later is
what it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from sqlalchemy import Connection

from detente.dossier.digest import Digest, digest_of
from detente.dossier.kept_digests import kept_digests
from detente.model.reading import Reading
from detente.record.amendment import amended
from detente.record.corrections import Correction
from detente.record.many import readings_of
from detente.record.revision import Revision
from detente.record.versions import Version

_AT_HAND = 512  # readings


class Shelf:
    """The readings of some reports by their ids, as corrected by these entries of the log.

    ``hashes`` have by these ids what a digest that is kept must have come from; none counts of what they lack.
    """

    def __init__(
        self, connection: Connection, versions: Iterable[Version], entries: Iterable[Correction],
        hashes: Mapping[str, str],
    ) -> None:  # fmt: skip
        self._engine = connection.engine.execution_options(detente_writes=False)  # of whatever connection that is
        self.versions = {one.id: one for one in versions}
        self._entries: defaultdict[str | None, list[Correction]] = defaultdict(list)
        for one in entries:
            self._entries[one.report_key].append(one)
        self.hashes = hashes
        self._digests: dict[str, Digest] | None = None
        self.came_from: str | None = None  #: of an account that is kept the hash of what it came from
        self.kept_at: Revision | None = None  #: likewise the revision at which it is known to hold
        self.worked: dict[str, Digest] = {}  #: those digests that were not kept
        self.reading = lru_cache(maxsize=_AT_HAND)(self._reading)  #: by the id of its report

    def digest(self, identity: str) -> Digest:
        """The digest of a report; all are taken out when the first is asked for."""
        if self._digests is None:
            with self._engine.connect() as connection:
                self.take_digests(connection)
        return (self._digests or {})[identity]

    def take_digests(self, connection: Connection) -> Mapping[str, Digest]:
        """All digests by the ids of their reports: as they are kept, else worked out."""
        found = kept_digests(connection, self.hashes)
        lacking = [one for one in self.versions if one not in found]
        self.worked = {read.report.id: digest_of(read) for read in self._every(connection, lacking)}
        self._digests = found = found | self.worked
        return found

    def _every(self, connection: Connection, ids: Sequence[str]) -> Iterator[Reading]:
        """Those of many reports, one after the other; none of them stays."""
        numbers = [(self.versions[one].report_n, self.versions[one].reading_n) for one in ids]
        for read in readings_of(connection, numbers):
            yield amended(read, self._entries.get(read.report.key, ())).reading

    def _reading(self, identity: str) -> Reading:
        with self._engine.connect() as connection:
            return next(self._every(connection, [identity]))
