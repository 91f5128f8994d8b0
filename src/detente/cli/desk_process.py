"""The desk as a process: its address is bound and told, pages are served, and what was begun is ended with it."""

from __future__ import annotations

import socket
import webbrowser
from contextlib import suppress
from pathlib import Path

from detente.cli.clock import now
from detente.cli.signals import Stopped
from detente.cli.terminal import put
from detente.errors import UsageError


def serve(record: Path, by: str, host: str, port: int, *, browser: bool) -> None:
    """Serve the record until somebody stops it. Raises NoRecord, and UsageError where the port is taken."""
    import uvicorn

    from detente.cli.desk_worker import Worker
    from detente.desk.application import application
    from detente.desk.site import Site
    from detente.record.store import Store

    with Store(record) as store, bound(host, port) as listening:
        number = listening.getsockname()[1]
        given = record.with_name(f"{record.name}.given").absolute()
        worker = Worker(record.absolute(), given)
        site = Site(store, by, now, given, worker.wake)
        address = f"http://{_written(host)}:{number}/"
        config = uvicorn.Config(
            application(site, hosts(number)), log_level="error", access_log=False, lifespan="off", server_header=False,
            date_header=False, h11_max_incomplete_event_size=16 << 10, timeout_graceful_shutdown=3,
        )  # fmt: skip
        put(f"The desk on {record} is at {address} until you press Ctrl-C.\n")
        if browser:
            webbrowser.open(address)
        try:
            with suppress(Stopped):  # it is how a desk ends
                uvicorn.Server(config).run(sockets=[listening])
        finally:
            worker.end()


def bound(host: str, port: int) -> socket.socket:
    """A socket that listens on this machine alone. Raises UsageError where the port is taken."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    made = socket.socket(family, socket.SOCK_STREAM)
    made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        made.bind(("127.0.0.1" if host == "localhost" else host, port))
    except OSError as error:
        made.close()
        reason = (error.strerror or "it cannot be used").lower()
        raise UsageError(f"cannot listen on port {port}: {reason}; give another --port, or 0 for any") from None
    return made


def hosts(port: int) -> frozenset[str]:
    """What a browser of this machine calls the desk."""
    return frozenset(f"{name}:{port}" for name in ("127.0.0.1", "localhost", "[::1]"))


def _written(host: str) -> str:
    return f"[{host}]" if ":" in host else host
