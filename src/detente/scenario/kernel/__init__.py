"""The loops of the solver that are written in C, in the files beside this one; built when Detente is installed.

In: integers and arrays. Out: an integer, and the arrays that are filled. Where the library was not built, ``plain``
does the same in Python, more slowly. What may take long runs in a thread of its own, so that a signal reaches the
thread that waits for it; whatever that raises ends what runs.
"""

from __future__ import annotations

import ctypes
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from threading import Thread
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

_LIBRARY = Path(__file__).with_name("_kernel.so")
_WITHOUT_MEMORY, _STOPPED = -1, -2
_LONG = frozenset({"climb_layout", "climb", "simultaneous", "undominated"})  # the others read or write a text once
_PATIENCE = 0.2  # seconds; a thread that waits longer would not see what another thread raises in it

WITHOUT = (  #: what is said where nothing was built
    "solving in plain Python, which gives the same answers but takes longer: "
    "the solver's kernel is not there; install a C compiler, then Detente again"
)

Argument = int | NDArray[Any] | list[list[int | NDArray[Any]]]  #: the lists are rows of a table of addresses
Found = TypeVar("Found")


def built() -> bool:
    """Whether there is a library; without one everything is the same, but slower."""
    return _library() is not None


def call(name: str, *arguments: Argument) -> int:
    """Call a function of the library that takes 64-bit integers and addresses of arrays.

    Arrays must have the type and order that its description says. Raises MemoryError where there is none left, and
    InterruptedError where another thread has stopped what runs.
    """
    library = _library()
    if library is None:
        from detente.scenario.kernel import plain

        return int(getattr(plain, name)(*arguments))
    function = library[name]
    function.restype = ctypes.c_int64
    work = partial(_called, function, arguments)
    result = _waited_for(work) if name in _LONG else work()
    if result == _WITHOUT_MEMORY:
        raise MemoryError
    if result == _STOPPED:
        raise InterruptedError
    return result


def stop() -> None:
    """End all that runs in C now, in every thread; it fills its arrays no further."""
    if (library := _library()) is not None:
        ctypes.c_int32.in_dll(library, "kernel_stops").value += 1


@contextmanager
def beside(work: Callable[[], Found]) -> Iterator[Future[Found]]:
    """Do what mostly runs in C while the body does something else; where the body fails it ends, too."""
    if not built():
        done: Future[Found] = Future()
        done.set_result(work())
        yield done
        return
    with ThreadPoolExecutor(1) as pool:
        running = pool.submit(work)
        try:
            yield running
        except BaseException:
            while not running.done():  # again and again: it may be between two calls
                stop()
                time.sleep(0.01)
            raise


def _called(function: Any, arguments: tuple[Argument, ...]) -> int:
    held: list[NDArray[Any]] = []

    def given(argument: Argument) -> ctypes.c_int64 | ctypes.c_void_p:
        if isinstance(argument, int):
            return ctypes.c_int64(argument)
        if isinstance(argument, list):
            rows = [[one if isinstance(one, int) else one.ctypes.data for one in row] for row in argument]
            argument = np.array(rows, np.uint64)
            held.append(argument)
        assert argument.flags.c_contiguous
        return ctypes.c_void_p(argument.ctypes.data)

    return int(function(*map(given, arguments)))


def _waited_for(work: Callable[[], int]) -> int:
    found: Future[int] = Future()

    def run() -> None:
        try:
            found.set_result(work())
        except BaseException as error:
            found.set_exception(error)

    thread = Thread(target=run, daemon=True)
    thread.start()
    try:
        while thread.is_alive():
            thread.join(_PATIENCE)
    except BaseException:
        while thread.is_alive():
            stop()
            thread.join(0.01)
        raise
    return found.result()


@cache
def _library() -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(str(_LIBRARY))
    except OSError:  # not built, or for another machine
        return None
