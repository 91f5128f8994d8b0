"""What the database says -> an error of ours, in one line that says what to do."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError, IntegrityError, ProgrammingError

from detente.errors import BadRecord, ReadOnlyRecord, RecordFault, RecordFull, RecordLocked

# By how SQLite's names of errors begin; the first that fits.
_KINDS: tuple[tuple[str, type[RecordFault]], ...] = (
    ("SQLITE_BUSY", RecordLocked),
    ("SQLITE_LOCKED", RecordLocked),
    ("SQLITE_READONLY", ReadOnlyRecord),
    ("SQLITE_PERM", ReadOnlyRecord),
    ("SQLITE_FULL", RecordFull),
    ("SQLITE_IOERR_WRITE", RecordFull),
    ("SQLITE_IOERR_FSYNC", RecordFull),
    ("SQLITE_IOERR_TRUNCATE", RecordFull),
    ("SQLITE_IOERR_SHMSIZE", RecordFull),
    ("SQLITE_NOTADB", BadRecord),
    ("SQLITE_CORRUPT", BadRecord),
)
_SYSTEM = {errno.ENOSPC: RecordFull, errno.EDQUOT: RecordFull, errno.EFBIG: RecordFull, errno.EROFS: ReadOnlyRecord,
           errno.EACCES: ReadOnlyRecord, errno.EPERM: ReadOnlyRecord}  # fmt: skip


@contextmanager
def faults(path: Path) -> Iterator[None]:
    """Raise a RecordFault for whatever the database or the system says of the record at ``path``."""
    try:
        yield
    except (IntegrityError, ProgrammingError):  # a fault in Detente
        raise
    except DBAPIError as error:
        raise _fault(path, error.orig) from error
    except sqlite3.Error as error:
        raise _fault(path, error) from error
    except BrokenPipeError:  # whoever reads what is printed has gone
        raise
    except OSError as error:
        kind = _SYSTEM.get(error.errno or 0)
        if kind is None:
            raise RecordFault(path, f"cannot be used: {(error.strerror or str(error)).lower()}") from error
        raise kind(path) from error


def _fault(path: Path, error: BaseException | None) -> RecordFault:
    name = getattr(error, "sqlite_errorname", "")
    for begins, kind in _KINDS:
        if name.startswith(begins):
            return kind(path)
    if name.startswith("SQLITE_CANTOPEN"):
        return RecordFault(path, "cannot be opened: there is no such folder, or it may not be written")
    return RecordFault(path, f"cannot be used: {error}")
