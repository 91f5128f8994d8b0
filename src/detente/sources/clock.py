"""The time that one address may take in all; when it is over, its connections are shut, whatever goes on in them.

Time-outs on single reads do not stop a server that sends a byte now and then.
"""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable
from typing import Any

from detente.errors import UnreadableReport
from detente.time_limit import time_left


class Clock:
    """Runs from its making for ``seconds``, or for what the limit around it leaves; ``with`` ends it early."""

    def __init__(self, seconds: float) -> None:
        self.seconds = max(min(seconds, time_left()), 0)
        self.end = time.monotonic() + self.seconds
        self.over = False
        self._sockets: list[socket.socket] = []
        self._lock = threading.Lock()
        self._timer = threading.Timer(self.seconds, self._shut)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        with self._lock:
            for opened in self._sockets:
                opened.close()
            self._sockets.clear()

    def watch(self, event: str, info: dict[str, Any]) -> None:
        """Take note of each connection; an httpcore trace."""
        if event == "connection.connect_tcp.complete":
            opened = info["return_value"].get_extra_info("socket")
            if isinstance(opened, socket.socket):
                # A second handle on the same connection: TLS takes the first one over, before it shakes hands.
                with self._lock:
                    self._sockets.append(opened.dup())
                if self.over:
                    self._shut()

    def check(self) -> None:
        """Raise UnreadableReport when the time is over."""
        if self.over or time.monotonic() > self.end:
            raise self.reason()

    def reason(self) -> UnreadableReport:
        """What to say then."""
        return UnreadableReport(f"cannot be fetched: the server took too long (at most {self.seconds:.3g} seconds)")

    def wait_for(self, work: Callable[[], list[str]]) -> list[str]:
        """What the work gives or raises, unless the time is over before; for the resolver, which nothing can stop."""
        found: list[list[str]] = []
        failed: list[Exception] = []

        def run() -> None:
            try:
                found.append(work())
            except Exception as error:  # raised again in the thread that waits
                failed.append(error)

        worker = threading.Thread(target=run, daemon=True)
        worker.start()
        worker.join(max(self.end - time.monotonic(), 0))
        if failed:
            raise failed[0]
        if not found:
            raise self.reason()
        return found[0]

    def _shut(self) -> None:
        with self._lock:
            self.over = True
            for opened in self._sockets:
                try:
                    opened.shutdown(socket.SHUT_RDWR)
                except OSError:
                    continue
