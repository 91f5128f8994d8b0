"""Readings of a record, each taken out when somebody asks for it: those asked for last stay at hand, the rest do not.

A version's reading of a number never changes, nor do the corrections made until now; so what is taken out later is
what it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from sqlalchemy import Connection

from detente.model.reading import Reading
from detente.record.amendment import amended
from detente.record.corrections import Correction
from detente.record.many import readings_of
from detente.record.versions import Version

_AT_HAND = 512  # readings


class Shelf:
    """The readings of some reports by their ids, as corrected by these entries of the log."""

    def __init__(
        self, connection: Connection, versions: Iterable[Version], entries: Mapping[str | None, Sequence[Correction]]
    ) -> None:
        self._engine = connection.engine.execution_options(detente_writes=False)  # of whatever connection that is
        self._numbers = {one.id: (one.report_n, one.reading_n) for one in versions}
        self._entries = entries
        self.reading = lru_cache(maxsize=_AT_HAND)(self._reading)  #: by the id of its report

    def every(self, connection: Connection, ids: Sequence[str]) -> Iterator[Reading]:
        """Those of many reports, one after the other; none of them stays."""
        for read in readings_of(connection, [self._numbers[one] for one in ids]):
            yield amended(read, self._entries.get(read.report.key, ())).reading

    def _reading(self, identity: str) -> Reading:
        with self._engine.connect() as connection:
            return next(self.every(connection, [identity]))
