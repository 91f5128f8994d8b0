"""A copy of the record while it is in use: consistent, checked, and never half there."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from detente.errors import BadRecord, UsageError
from detente.record.faults import faults

if TYPE_CHECKING:
    from detente.record.store import Store

_PAGES = 4096  # copied at a time, so that Ctrl-C is heard


def backup(store: Store, target: Path) -> Path:
    """Write one state of the record to ``target``, check it, and return its path.

    Raises UsageError where ``target`` is there already or is the record itself, BadRecord where the copy is damaged,
    which the record then is.
    """
    if target.exists():
        raise UsageError(f"{target} is there already; name a file that is not, for no backup is written over")
    half = target.with_name(f"{target.name}.half")
    with faults(target):
        target.parent.mkdir(parents=True, exist_ok=True)
        half.unlink(missing_ok=True)
        try:
            with store.engine.begin() as connection, closing(sqlite3.connect(half)) as copy:
                # From here on this connection sees one state; else SQLite would begin again at each write of another.
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
                source = connection.connection.driver_connection
                assert isinstance(source, sqlite3.Connection)
                source.backup(copy, pages=_PAGES)
                copy.execute("PRAGMA journal_mode=DELETE")  # one file, whatever becomes of it
                if copy.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                    raise BadRecord(store.path)
            half.rename(target)
        finally:
            half.unlink(missing_ok=True)
    return target
