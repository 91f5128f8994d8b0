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

    Memory is bounded on Linux; elsewhere it is as much as the system gives.
    """
    most = _bound_memory(LIMITS.memory)
    try:
        with time_limit(seconds):
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


def _bound_memory(most: int) -> int:
    """Bound this process; the bound, or 0 where there is none."""
    import sys

    if sys.platform != "linux":
        return 0
    import resource

    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    bound = min([most, *(limit for limit in (soft, hard) if limit != resource.RLIM_INFINITY)])
    resource.setrlimit(resource.RLIMIT_DATA, (bound, hard))
    return bound
