"""Disputes -> their dossiers, each worked out once for each revision of the record and kept while it holds."""

from __future__ import annotations

from sqlalchemy import Connection

from detente.desk.kept import Kept
from detente.dossier.from_record import from_record
from detente.dossier.lookup import Lookup
from detente.errors import UnknownDispute
from detente.record.disputes import names
from detente.record.revision import revision


class Dossiers:
    """The dossiers asked for last."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept

    def of(self, connection: Connection, name: str, added_until: str | None = None) -> Lookup:
        """The dossier of a dispute of the record, or as it was when only what came until then was in the record.

        Raises UnknownDispute, for a path, too; BadDispute.
        """
        if name not in (known := names(connection)):
            raise UnknownDispute(name, known)
        key = "dossier", name, added_until, revision(connection)
        return self._kept.of(key, lambda: self._make(connection, name, added_until))

    def _make(self, connection: Connection, name: str, added_until: str | None) -> Lookup:
        return Lookup(from_record(connection, name, added_until=added_until))
