"""Bounds for one command: how long it may run and how much memory it may take."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from detente.errors import BadScenario
from detente.scenario.limits import LIMITS
from detente.time_limit import time_limit


@contextmanager
def bounded(what: str, seconds: float) -> Iterator[None]:
    """Raise BadScenario, which says what to do, where the body takes longer than ``seconds`` or too much memory.

    Memory is bounded on Linux, until the body ends; elsewhere it is as much as the system gives.
    """
    most = 0
    try:
        with _memory_bound(LIMITS.memory) as most, time_limit(seconds):
            yield
    except TimeoutError:
        raise BadScenario(
            f"not done within {seconds:g} seconds; give --time-limit more, or leave options or parties out", what
        ) from None
    except MemoryError:
        told = f" of {most >> 20} MB" if most else ""
        raise BadScenario(
            f"takes more memory than the limit{told}; rule states out with nevers, or leave options out", what
        ) from None


@contextmanager
def _memory_bound(most: int) -> Iterator[int]:
    """Bound this process while the body runs; gives the bound, or 0 where there is none."""
    import sys

    if sys.platform != "linux":
        yield 0
        return
    import resource

    before = resource.getrlimit(resource.RLIMIT_DATA)
    bound = min([most, *(limit for limit in before if limit != resource.RLIM_INFINITY)])
    resource.setrlimit(resource.RLIMIT_DATA, (bound, before[1]))
    try:
        yield bound
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, before)  # who calls a command in his own process goes on unbound
