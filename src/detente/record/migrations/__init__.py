"""The record's schema through time: a record that is opened is brought to the present one.

``HEAD`` is the newest step, ``STEPS`` all of them in order; a record of a step that is not among them is newer than
this program. Before a record is changed it is backed up beside itself, as ``record.db.before-<step>``.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from detente.errors import BadRecord, NewerRecord

if TYPE_CHECKING:
    from detente.record.store import Store

STEPS = ("0001", "0002", "0003", "0004", "0005")
HEAD = STEPS[-1]
_COPIES = "0002"  # the step whose rows of copies no statement can work out


def check(store: Store) -> None:
    """Bring the record to ``HEAD``; make it where the file is new. Raises NewerRecord, BadRecord."""
    with store.reading() as connection:
        step = _step(connection, store.path)
    if step == HEAD:
        return
    if step is not None and step not in STEPS:
        raise NewerRecord(store.path)
    if step is None:
        _prepare(store)
    else:
        from detente.record.backup import backup

        backup(store, store.path.with_name(f"{store.path.name}.before-{HEAD}"))
    with store.writing() as connection:
        if _step(connection, store.path) != HEAD:  # another program may have done it while we waited
            upgrade(connection)
            if step is not None and step < _COPIES:
                from detente.record.copy_rows import enter_all

                enter_all(connection)


def _step(connection: Connection, path: Path) -> str | None:
    """The step that a record is at; None for a new, empty file. Raises BadRecord for tables that are not ours."""
    tables = set(connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").scalars())
    if not tables:
        return None
    try:
        step = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    except OperationalError:
        step = None
    if step is None or "reading" not in tables:
        raise BadRecord(path, "is no record of Detente but another database; give another --record")
    return str(step)


def _prepare(store: Store) -> None:
    """What is set for good in a new file, outside of any transaction."""
    from detente.record.faults import faults
    from detente.record.store import APPLICATION_ID

    with faults(store.path):
        raw = store.engine.raw_connection()
        try:
            cursor = raw.cursor()
            cursor.execute("PRAGMA journal_mode=WAL")
            cursor.execute(f"PRAGMA application_id={APPLICATION_ID}")
            cursor.close()
        finally:
            raw.close()


def upgrade(connection: Connection, step: str = HEAD) -> None:
    """Run the steps up to ``step`` within the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent))
    config.attributes["connection"] = connection
    command.upgrade(config, step)
