"""``detente hide``: an item left out of every answer."""

from __future__ import annotations

from detente.cli.record_options import By, ItemId, RecordPath, Why


def hide(id: ItemId, why: Why = None, by: By = None, record: RecordPath = None) -> None:  # noqa: A002
    """Leave an item out of every answer, because the report does not say so; detente undo brings it back."""
    from detente.cli.entered import entered
    from detente.record.by_hand import hide

    entered(record, id, by, why, hide)
