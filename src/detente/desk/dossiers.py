"""Disputes -> their dossiers, each worked out once for each revision of the record and kept while it holds."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from sqlalchemy import Connection

from detente.dossier.account import Dossier
from detente.dossier.from_record import from_record
from detente.dossier.lookup import Lookup
from detente.errors import UnknownDispute
from detente.record.disputes import names
from detente.record.revision import revision

_KEPT = 16  # dossiers in memory at once


class Dossiers:
    """The dossiers asked for last. Of several that ask for one at once, the first makes it and the others wait."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[object, ...], Lookup] = OrderedDict()
        self._locks: dict[tuple[object, ...], Lock] = {}
        self._lock = Lock()

    def of(self, connection: Connection, name: str, added_until: str | None = None) -> Lookup:
        """The dossier of a dispute of the record, or as it was when only what came until then was in the record.

        Raises UnknownDispute, for a path, too; BadDispute.
        """
        if name not in (known := names(connection)):
            raise UnknownDispute(name, known)
        key = (name, added_until, revision(connection))
        with self._lock:
            own = self._locks.setdefault(key, Lock())
        with own:
            with self._lock:
                if key in self._kept:
                    self._kept.move_to_end(key)
                    return self._kept[key]
            made = self._make(connection, name, added_until)
            with self._lock:
                self._kept[key] = made
                while len(self._kept) > _KEPT:
                    self._locks.pop(self._kept.popitem(last=False)[0], None)
            return made

    def _make(self, connection: Connection, name: str, added_until: str | None) -> Lookup:
        made: Dossier = from_record(connection, name, added_until=added_until)
        return Lookup(made)
