"""``detente backup``: a copy of the record while it is in use."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.record_options import RecordPath


def backup(
    to: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; there may be none of that name.")],
    record: RecordPath = None,
) -> None:
    """Copy the record to a file, consistent even while others write, and check the copy."""
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put
    from detente.record.backup import backup

    with open_record(record) as store:
        backup(store, to)
    put(f"Backed up to {to}, and checked. To restore it, put it in the place of the record.\n")
