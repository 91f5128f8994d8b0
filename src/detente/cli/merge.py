"""``detente merge``: two events that are one."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.record_options import By, ItemId, RecordPath, Why


def merge(
    one: ItemId,
    other: Annotated[str, typer.Argument(metavar="ID", help="The other event's id.")],
    why: Why = None,
    by: By = None,
    record: RecordPath = None,
) -> None:
    """Say that two events are one, whatever their words and dates; detente undo takes it back."""
    from detente.cli.entered import of_two
    from detente.record.same import merge

    of_two(record, one, other, by, why, merge)
