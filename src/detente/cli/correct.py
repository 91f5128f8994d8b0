"""``detente correct``: fields of an item set by hand."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.record_options import By, ItemId, RecordPath, Why


def correct(
    id: ItemId,  # noqa: A002
    given: Annotated[
        list[str], typer.Argument(metavar="FIELD=VALUE…", help="What it is to be; FIELD= alone for not known.")
    ],
    why: Why = None,
    by: By = None,
    record: RecordPath = None,
) -> None:
    """Set fields of an item. It stays so when the report is read again, and detente undo takes it back."""
    from detente.cli.entered import entered
    from detente.record.by_hand import correct

    entered(record, id, by, why, lambda connection, found, hand: correct(connection, found, given, hand))
