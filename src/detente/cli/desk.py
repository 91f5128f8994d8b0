"""``detente desk``: the record in a browser."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.desk_export import export
from detente.cli.record_options import By, RecordPath

desk = typer.Typer(name="desk", invoke_without_command=True, rich_markup_mode=None)
desk.command()(export)

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


@desk.callback()
def serve(
    context: typer.Context,
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
    if context.invoked_subcommand is not None:
        return
    from detente.cli import desk_process
    from detente.cli.record_options import person
    from detente.errors import UsageError
    from detente.record.location import location

    if host not in _LOOPBACK:
        raise UsageError(
            f"--host {host} would let others on the network read and change the record, and the desk has no logins; "
            f"leave it out, or forward the port over ssh"
        )
    desk_process.serve(location(record), person(by), host, port, browser=open_)
