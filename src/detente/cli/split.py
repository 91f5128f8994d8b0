"""``detente split``: two events that are not one."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.record_options import By, ItemId, RecordPath, Why


def split(
    one: ItemId,
    other: Annotated[str, typer.Argument(metavar="ID", help="The other event's id.")],
    why: Why = None,
    by: By = None,
    record: RecordPath = None,
) -> None:
    """Say that two events are not one, whatever they share; detente undo takes it back."""
    from detente.cli.entered import of_two
    from detente.record.same import split

    of_two(record, one, other, by, why, split)
