"""``detente log``: what people changed."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from detente.cli.answer import Format
from detente.cli.record_options import RecordPath


def log(
    id: Annotated[  # noqa: A002
        str | None, typer.Argument(metavar="[ID]", help="Only on this item, or on the items of this report.")
    ] = None,
    lost: Annotated[
        bool, typer.Option("--lost", help="Only those that change nothing at present, and why: none is ever dropped.")
    ] = False,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    record: RecordPath = None,
) -> None:
    """List what people changed: who, when, what, why, and what was taken back."""
    from detente.cli.answer import put_csv, put_json, put_page
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put
    from detente.formats.log_rows import COLUMNS, log_json, log_rows
    from detente.formats.printed_corrections import print_log
    from detente.record import corrections
    from detente.record.ids import find, short
    from detente.record.lost import lost_corrections

    with open_record(record) as store, store.reading() as connection:
        found = find(connection, id) if id is not None else None
        entries = corrections.log(connection, found.key if found else None)
        undone = corrections.undone(entries)
        without = {one.correction.n: one for one in lost_corrections(connection)}
        if found is not None and found.item is not None:
            own = {str(one.n) for one in entries if one.target == found.item}
            entries = [one for one in entries if one.target == found.item or (one.kind == "undo" and one.target in own)]
        if lost:
            entries = [one for one in entries if one.n in without]
        if format is Format.TEXT:
            if not entries:
                put("Every correction has its item.\n" if lost else "Nothing was changed.\n")
            put_page(lambda page: print_log(entries, undone, without.values(), page, partial(short, connection)))
    reasons = {number: one.reason for number, one in without.items()}
    if format is Format.JSON:
        put_json(log_json(entries, undone, reasons))
    elif format is Format.CSV:
        put_csv(COLUMNS, log_rows(entries, undone, reasons))
