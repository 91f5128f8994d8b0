"""Reports -> readings in the same order, on one process or several, with a bounded number of them in memory.

Each process loads the model once, reads one report at a time, and ends when the process that started it does, however
that ends. A report that takes its process down is set aside, and another process takes over.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection, wait
from types import TracebackType
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from detente.attempt import attempt
from detente.errors import UnreadableReport
from detente.model.report import Report, SetAside
from detente.model.sections import chosen

if TYPE_CHECKING:
    from detente.model.reading import Reading
    from detente.reading.reader import Reader

_AHEAD = 4  # reports a process that are held at most, waiting or read
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Settings:
    """How to read: as :class:`~detente.reading.reader.Reader` takes it, and the longest time for one report."""

    model: str
    only: Sequence[str] | None = None
    fast: bool = False
    seconds: float = 0


@dataclass(slots=True, eq=False)
class _Slot(Generic[_T]):
    """Something in its order, with the report to read or none, and what came of it."""

    what: _T
    report: Report | None
    result: Reading | SetAside | None = None
    waits: bool = True


class Pool:
    """Reads reports on so many processes; on this one where it is one. Use it in a ``with`` statement.

    Raises UnknownSection at once; UsageError, at the first report, for a model that cannot be read with.
    """

    def __init__(self, settings: Settings, processes: int = 1) -> None:
        chosen(settings.only)
        self._settings = settings
        self._count = processes
        self._workers: list[_Worker] = []

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.end()
        self._workers.clear()

    @property
    def processes(self) -> list[int]:
        """The ids of the processes that read beside this one."""
        return [worker.process_id for worker in self._workers]

    def read(self, given: Iterable[tuple[_T, Report | None]]) -> Iterator[tuple[_T, Reading | SetAside | None]]:
        """Each thing given, in order, with the reading of its report, or why there is none; None goes through."""
        return self._here(given) if self._count == 1 else self._beside(given)

    def _here(self, given: Iterable[tuple[_T, Report | None]]) -> Iterator[tuple[_T, Reading | SetAside | None]]:
        reader: Reader | None = None
        for what, report in given:
            if report is None:
                yield what, None
                continue
            reader = reader or _reader(self._settings)  # where nothing is to be read, no model is loaded
            yield what, _read(reader, report, self._settings.seconds)

    def _beside(self, given: Iterable[tuple[_T, Report | None]]) -> Iterator[tuple[_T, Reading | SetAside | None]]:
        coming = iter(given)
        window: deque[_Slot[_T]] = deque()
        unread: deque[_Slot[_T]] = deque()
        more = True
        while more or window:
            while more and len(unread) < self._count and len(window) < _AHEAD * self._count:
                try:
                    what, report = next(coming)
                except StopIteration:
                    more = False
                    break
                slot = _Slot(what, report, waits=report is not None)
                window.append(slot)
                if report is not None:
                    unread.append(slot)
                self._hand_out(unread)
            self._hand_out(unread)
            while window and not window[0].waits:
                done = window.popleft()
                yield done.what, done.result
            if window and (not more or len(unread) >= self._count or len(window) >= _AHEAD * self._count):
                self._take_in()

    def _hand_out(self, unread: deque[_Slot[_T]]) -> None:
        """Give waiting reports to processes that have none."""
        while unread and (worker := self._idle()):
            worker.start(unread.popleft())

    def _idle(self) -> _Worker | None:
        idle = next((worker for worker in self._workers if worker.slot is None), None)
        if idle is None and len(self._workers) < self._count:
            idle = _Worker(self._settings)
            self._workers.append(idle)
        return idle

    def _take_in(self) -> None:
        """Wait until at least one process is done, and take what it read."""
        at_work = {worker.connection: worker for worker in self._workers if worker.slot is not None}
        for connection in wait(list(at_work)) if at_work else ():
            worker = at_work[connection]  # type: ignore[index]
            if not worker.finish():
                self._workers.remove(worker)


class _Worker:
    """One process and our end of the pipe to it."""

    def __init__(self, settings: Settings) -> None:
        context = multiprocessing.get_context("spawn")  # a forked process would share our threads and database
        self.connection, theirs = context.Pipe()
        self.slot: _Slot[Any] | None = None
        self._process = context.Process(target=_work, args=(theirs, settings), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def process_id(self) -> int:
        assert self._process.pid is not None
        return self._process.pid

    def start(self, slot: _Slot[Any]) -> None:
        self.slot = slot
        with suppress(OSError):  # it has ended, which shows when its answer is taken
            self.connection.send(slot.report)

    def finish(self) -> bool:
        """Take the answer; False where the process has ended over it. Raises what cannot be set aside."""
        slot, self.slot = self.slot, None
        assert slot is not None and slot.report is not None
        slot.waits = False
        try:
            answer = self.connection.recv()
        except (EOFError, OSError):
            self._process.join()
            code = self._process.exitcode or 0
            how = f"signal {-code}" if code < 0 else f"exit code {code}"
            reason = f"ended the process that read it ({how}); if memory ran out, use fewer --jobs or cut the report"
            slot.result = SetAside(slot.report.source, reason)
            return False
        if isinstance(answer, Exception):
            raise answer
        slot.result = answer
        return True

    def end(self) -> None:
        self.connection.close()
        self._process.join(timeout=0.1)
        if self._process.is_alive():
            self._process.terminate()
            self._process.join()


def _reader(settings: Settings) -> Reader:
    from detente.reading.reader import Reader

    return Reader(settings.model, settings.only, fast=settings.fast)


def _read(reader: Reader, report: Report, seconds: float) -> Reading | SetAside:
    try:
        return attempt(partial(reader.read, report), seconds)
    except UnreadableReport as error:
        return SetAside(report.source, error.reason)


def _work(connection: Connection, settings: Settings) -> None:
    """What a process does: read what comes, until nothing more can come."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who started us ends us
    parent = multiprocessing.parent_process()
    assert parent is not None
    reader = _reader(settings)
    while connection in wait([connection, parent.sentinel]):
        try:
            report = connection.recv()
        except (EOFError, OSError):  # who asks has ended; killed with an answer unread, the pipe is reset
            return
        answer: Any
        try:
            answer = _read(reader, report, settings.seconds)
        except Exception as error:
            answer = error
        try:
            connection.send(answer)
        except OSError:  # who asked has been killed, and nobody is left to tell
            return
