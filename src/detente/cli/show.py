"""``detente show``: something in the record, by its id."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from detente.cli.record_options import RecordPath


class Format(StrEnum):
    """What it can be shown as."""

    TEXT = "text"
    JSON = "json"


def show(
    id: Annotated[  # noqa: A002
        str, typer.Argument(metavar="ID", help="A report's id, as much of it as is unique, or the file it came from.")
    ],
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    evidence: Annotated[bool, typer.Option("--evidence", help="Show the source words of each line (text).")] = False,
    record: RecordPath = None,
) -> None:
    """Show a report of the record as it is read now."""
    from detente.cli.output import Output
    from detente.cli.record_options import open_record
    from detente.record.readings import find_report, reading_of

    with open_record(record) as store, store.reading() as connection:
        reading = reading_of(connection, find_report(connection, id))
    with Output(format.value, None, [], text=True, evidence=evidence, times=False) as output:
        output.write(reading)
