"""``detente mark``: an item by hand, where the reader missed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.record_options import By, RecordPath, Why

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from detente.record.by_hand import Hand
    from detente.record.corrections import Correction
    from detente.record.ids import Found


def mark(
    report: Annotated[str, typer.Argument(metavar="REPORT", help="A report's id, or the file that it came from.")],
    words: Annotated[str, typer.Argument(help="The words that the item rests on, as they stand in the report.")],
    given: Annotated[
        list[str] | None, typer.Argument(metavar="[FIELD=VALUE]…", help="Its fields, as for detente correct.")
    ] = None,
    section: Annotated[str, typer.Option(metavar="SECTION", help="What it is: ahead, statements, people …")] = "",
    at: Annotated[
        int | None, typer.Option(metavar="N", help="Where the words begin, if they stand in several places.")
    ] = None,
    why: Why = None,
    by: By = None,
    record: RecordPath = None,
) -> None:
    """Enter an item that the reader missed. It stays when the report is read again, and detente undo takes it back."""
    from detente.cli.entered import entered
    from detente.errors import UnknownId, UsageError
    from detente.record.mark import mark

    if not section:
        raise UsageError("say what the words are, as --section ahead")

    def marked(connection: Connection, found: Found, hand: Hand) -> Correction:
        if found.item is not None:
            raise UnknownId(report, reason="is an item; give the id of the report that the words stand in")
        return mark(connection, found, words, section, given or (), hand, at)

    entered(record, report, by, why, marked, of_item=False)
