"""``detente rebuild``: what follows from the record made anew."""

from __future__ import annotations

from detente.cli.record_options import RecordPath


def rebuild(record: RecordPath = None) -> None:
    """Make anew what follows from the record: the search tables, and what was worked out across reports."""
    from detente.cli.progress import Progress
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put
    from detente.record.rebuild import rebuild

    with open_record(record) as store, Progress(None, "hundreds of readings") as progress:
        count = rebuild(store, lambda _: progress.step())
    put(f"Made anew from {count:,} readings.\n")
