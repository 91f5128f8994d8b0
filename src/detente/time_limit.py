"""A time limit for one report, so that no input can hang the rest: in any thread, whatever the code inside does.

In: seconds. Out: TimeoutError, once they are over. What stops the work is the process's interval timer where that is
to be had (in the main thread), and elsewhere an exception that the interpreter raises in the thread. Both reach Python
code within moments, and no library swallows them; they reach one long call into C when it comes back, so long work in C
is cut into pieces, and ``check_time`` between two of them costs nothing.
"""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from contextvars import ContextVar
from types import FrameType

_AGAIN = 1.0  # seconds until it is raised once more, should something inside have caught it
_end: ContextVar[float] = ContextVar("end", default=float("inf"))


class _Over(BaseException):
    """Ends the work inside; no Exception, for libraries catch those."""


@contextmanager
def time_limit(seconds: float) -> Iterator[None]:
    """Raise TimeoutError once the body has run for so many seconds; 0 sets no limit. Limits may stand in one another.

    In a generator, no ``yield`` may stand in the body.
    """
    if not seconds:
        yield
        return
    end = min(time.monotonic() + seconds, _end.get())
    token = _end.set(end)
    try:
        with _guard()(end):
            yield
    except _Over:
        raise TimeoutError from None
    finally:
        _end.reset(token)


def check_time() -> None:
    """Raise TimeoutError where the time of the limit that this runs in is over."""
    if time.monotonic() > _end.get():
        raise TimeoutError


def time_left() -> float:
    """Seconds until the limit that this runs in is over; infinite without one."""
    return _end.get() - time.monotonic()


def _guard() -> Callable[[float], AbstractContextManager[None]]:
    in_main = threading.current_thread() is threading.main_thread()
    return _by_signal if in_main and hasattr(signal, "setitimer") else _by_interpreter


@contextmanager
def _by_signal(end: float) -> Iterator[None]:
    over = False

    def stop(signum: int, frame: FrameType | None) -> None:  # noqa: ARG001
        if not over:
            raise _Over

    before = signal.signal(signal.SIGALRM, stop)
    outer, _ = signal.setitimer(signal.ITIMER_REAL, max(end - time.monotonic(), 1e-6), _AGAIN)
    try:
        try:
            yield
        finally:
            over = True
    finally:  # also where the signal comes in the line above
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
        if outer:
            signal.setitimer(signal.ITIMER_REAL, outer, _AGAIN)


@contextmanager
def _by_interpreter(end: float) -> Iterator[None]:
    worker = ctypes.c_ulong(threading.get_ident())
    done = threading.Event()

    def watch() -> None:
        wait = end - time.monotonic()
        while not done.wait(max(wait, 0)):
            ctypes.pythonapi.PyThreadState_SetAsyncExc(worker, ctypes.py_object(_Over))
            wait = _AGAIN

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        try:
            yield
        finally:
            done.set()
    finally:  # also where the exception comes in the line above
        done.set()
        watcher.join()
        ctypes.pythonapi.PyThreadState_SetAsyncExc(worker, None)  # one that was raised and has not come yet
