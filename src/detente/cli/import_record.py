"""``detente import``: an exported record into this one."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.record_options import RecordPath


def import_record(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What detente export --format json wrote.")],
    record: RecordPath = None,
) -> None:
    """Bring an exported record into this one, or make it; what is there already is left as it is.

    Stopped, or at a fault in the file, what came before is there, and the same command goes on.
    """
    from detente.cli.progress import Progress
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put
    from detente.errors import BadExport
    from detente.record.load import Load, objects

    load = Load(str(file))
    try:
        with (
            file.open(encoding="utf-8") as lines,
            open_record(record, create=True) as store,
            Progress(None, "objects") as progress,
        ):
            for value in objects(lines, str(file)):
                with store.writing() as connection:
                    load.take(connection, value)
                progress.step()
    except UnicodeDecodeError:
        raise BadExport(str(file), "is no text in UTF-8") from None
    except OSError as error:
        raise BadExport(str(file), f"cannot be read: {(error.strerror or 'it is no file').lower()}") from error
    told = ", ".join(f"{load.counts[name]:,} {name}" for name in ("reports", "readings", "disputes", "corrections"))
    put(f"New: {told}.\n")
