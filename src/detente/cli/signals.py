"""Being told to stop: by Ctrl-C, by the system, by a terminal that closes.

Each raises ``Stopped`` where the program is, so that files half written are taken away and arrays are closed.
"""

from __future__ import annotations

import signal
from types import FrameType
from typing import NoReturn


class Stopped(BaseException):
    """The program was told to stop; no ``except Exception`` is meant to catch it. ``code`` is its exit code."""

    def __init__(self, number: int) -> None:
        self.code = 128 + number
        super().__init__(f"stopped ({signal.Signals(number).name})")


def stop_cleanly() -> None:
    """From now on, signals to stop raise ``Stopped``; those that whoever started us had ignored stay so."""
    for name in ("SIGINT", "SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)


def _stop(number: int, frame: FrameType | None) -> NoReturn:  # noqa: ARG001
    raise Stopped(number)
