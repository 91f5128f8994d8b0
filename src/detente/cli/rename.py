"""``detente rename``: another name for a person, territory or agreement of a report."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.record_options import By, ItemId, RecordPath, Why


def rename(
    id: ItemId,  # noqa: A002
    name: Annotated[str, typer.Argument(help="The name that it is to have; the old one stays among its others.")],
    why: Why = None,
    by: By = None,
    record: RecordPath = None,
) -> None:
    """Call a person, territory or agreement otherwise, wherever the items of its report name it."""
    from detente.cli.entered import entered
    from detente.record.by_hand import rename

    entered(record, id, by, why, lambda connection, found, hand: rename(connection, found, name, hand))
