"""``detente verify``: whether the record is whole."""

from __future__ import annotations

import typer

from detente.cli.exits import FAILED
from detente.cli.record_options import RecordPath


def verify(record: RecordPath = None) -> None:
    """Check every hash, reference and passage of the record; name each damage. Exit code 1 where there is any."""
    from detente.cli.progress import Progress
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put, say
    from detente.record.verify import verify

    found = checked = 0
    with open_record(record) as store, Progress(None, "readings") as progress:

        def told(done: int) -> None:
            nonlocal checked
            checked = done
            progress.step()

        for damage in verify(store, told):
            found += 1
            put(str(damage) + "\n")
    if found:
        say(f"{found:,} damages in {store.path}; restore a backup, or do as the lines say")
        raise typer.Exit(FAILED)
    put(f"The record is whole: {checked:,} readings checked.\n")
