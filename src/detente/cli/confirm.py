"""``detente confirm``: an item said to be right."""

from __future__ import annotations

from detente.cli.record_options import By, ItemId, RecordPath, Why


def confirm(id: ItemId, why: Why = None, by: By = None, record: RecordPath = None) -> None:  # noqa: A002
    """Say that an item is right as it is."""
    from detente.cli.entered import entered
    from detente.record.by_hand import confirm

    entered(record, id, by, why, confirm)
