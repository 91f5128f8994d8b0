"""One piece of work on one input, within its time: whatever goes wrong in it becomes the reason to set it aside."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from detente.errors import DetenteError, UnreadableReport
from detente.time_limit import time_limit

_T = TypeVar("_T")


def attempt(work: Callable[[], _T], seconds: float) -> _T:
    """What the work gives; ``seconds`` is the longest that it may take, 0 for no limit.

    Raises what Detente raises on purpose as it is; UnreadableReport where the time or the memory is over, and where
    the work fails in a way that nobody foresaw: one input never stops the others.
    """
    try:
        with time_limit(seconds):
            return work()
    except DetenteError:
        raise
    except TimeoutError:
        reason = f"is not read within {seconds:g} seconds; give --time-limit more, or cut it"
    except MemoryError:
        reason = "takes more memory than there is; cut it"
    except Exception as error:
        fault = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        reason = f"meets a fault in Detente ({fault}); please report it"
    raise UnreadableReport(reason)
