"""``detente undo``: a correction taken back."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.record_options import By, RecordPath, Why


def undo(
    number: Annotated[int, typer.Argument(metavar="N", help="The number of the correction in detente log.")],
    why: Why = None,
    by: By = None,
    record: RecordPath = None,
) -> None:
    """Take a correction back. Both stay in the log, and an undo can be taken back as well."""
    from detente.cli.record_options import hand, open_record
    from detente.cli.terminal import put
    from detente.record.corrections import undo

    who = hand(by, why)
    with open_record(record) as store, store.writing() as connection:
        entry = undo(connection, number, by=who.by, why=who.why, at=who.at)
    put(f"{entry.n}  {entry.at} by {entry.by}: undo {number}\n")
