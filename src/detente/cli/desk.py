"""``detente desk``: the record in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.record_options import By, RecordPath

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


def desk(
    port: Annotated[int, typer.Option(metavar="N", min=0, max=65535, help="The port; 0 for any that is free.")] = 8765,
    host: Annotated[
        str, typer.Option(metavar="NAME", help="Where to listen: this machine itself, and nothing else.")
    ] = "127.0.0.1",
    open_: Annotated[bool, typer.Option("--open", help="Open the desk in your browser.")] = False,
    record: RecordPath = None,
    by: By = None,
) -> None:
    """Serve the record as pages on this machine: disputes, reports, search, corrections, each with its sources.

    Whoever can use this machine can open them; nobody else can. Ctrl-C ends it. Exit codes: 0 ended, 2 wrong usage.
    """
    from detente.cli.desk_process import serve
    from detente.cli.record_options import person
    from detente.errors import UsageError
    from detente.record.location import location

    if host not in _LOOPBACK:
        raise UsageError(
            f"--host {host} would let others on the network read and change the record, and the desk has no logins; "
            f"leave it out, or forward the port over ssh"
        )
    serve(location(record), person(by), host, port, browser=open_)
