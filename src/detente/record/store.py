"""Opening the record: one SQLite file, one writer at a time and many readers, each in transactions.

In: a path. Out: a :class:`Store`, whose ``reading()`` and ``writing()`` give connections. What is committed is on the
disk: the log is synced before a commit returns.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event

from detente.errors import BadRecord, NoRecord
from detente.record.faults import faults
from detente.record.migrations import check

APPLICATION_ID = 0x44744E54  #: in the file's head: this SQLite file is a record
WAIT = 10.0  # seconds for another writer to end


class Store:
    """An open record. Raises a RecordFault, in ``reading`` and ``writing`` too, for what is wrong with the file."""

    def __init__(self, path: Path, *, create: bool = False, wait: float = WAIT) -> None:
        """Open the record at ``path``, bring it to the present schema, or make it where ``create`` says so.

        Raises NoRecord where there is none, BadRecord for another file, NewerRecord for one of a later version.
        """
        self.path = path
        with faults(path):
            _refuse_other(path)
            if create:
                path.parent.mkdir(parents=True, exist_ok=True)
            elif not path.exists():
                raise NoRecord(path)
            self.engine = _engine(path, wait)
            self._writer = self.engine.execution_options(detente_writes=True)
            check(self)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one state of the record throughout."""
        with faults(self.path), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone may write; all of it is kept when the block ends, or nothing where it raises."""
        with faults(self.path), self._writer.begin() as connection:
            yield connection

    def close(self) -> None:
        """Close the record; it can be opened again."""
        self.engine.dispose()

    def __enter__(self) -> Store:
        return self

    def __exit__(self, *raised: object) -> None:
        self.close()


def _refuse_other(path: Path) -> None:
    """Raise BadRecord for a file that is no SQLite file, before SQLite is let near it."""
    if path.is_dir():
        raise BadRecord(path, "is a folder; give the path of a file")
    if path.exists():
        with path.open("rb") as stream:
            head = stream.read(100)
        named = int.from_bytes(head[68:72], "big")
        if head and (not head.startswith(b"SQLite format 3\0") or named not in (0, APPLICATION_ID)):
            raise BadRecord(path, "is no record of Detente but another file; give another --record")


def _engine(path: Path, wait: float) -> Engine:
    def connect() -> sqlite3.Connection:
        # Transactions are ours to begin: of the driver's own, a reading one would see several states.
        connection = sqlite3.connect(
            _address(path), uri=True, timeout=wait, isolation_level=None, check_same_thread=False
        )
        for pragma in ("foreign_keys=ON", "synchronous=FULL", "cache_size=-65536", "temp_store=MEMORY"):
            connection.execute(f"PRAGMA {pragma}")
        return connection

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=2)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes: Any = connection.get_execution_options().get("detente_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _address(path: Path) -> str:
    """A file that may be written is opened so; of one in a folder that may not, nothing but the file is touched."""
    address = f"file:{quote(str(path.absolute()))}"
    folder_too = _may_write(path.parent)
    if not path.exists() or (_may_write(path) and folder_too):
        return address
    pending = path.with_name(f"{path.name}-wal").exists() or folder_too
    return f"{address}?mode=ro" if pending else f"{address}?mode=ro&immutable=1"


def _may_write(path: Path) -> bool:
    return os.access(path, os.W_OK, effective_ids=os.access in os.supports_effective_ids)
