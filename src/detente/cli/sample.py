"""``detente sample``: lines to mark, for how right it is here."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.filter_options import Section
from detente.cli.record_options import RecordPath


def sample(
    dispute: Annotated[
        str | None, typer.Argument(metavar="[DISPUTE]", help="Only of this dispute: its name, or its file's path.")
    ] = None,
    count: Annotated[int, typer.Option("-n", metavar="N", min=1, help="So many items.")] = 100,
    section: Section = None,
    seed: Annotated[str, typer.Option(metavar="TEXT", help="Another text draws other items.")] = "",
    out: Annotated[str | None, typer.Option(metavar="FILE.tsv", help="Write it there; else it is printed.")] = None,
    record: RecordPath = None,
) -> None:
    """Draw items to mark as right, partly, wrong or useless, as many of each section; then: detente score FILE."""
    from detente.cli.filter_options import filters
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put, put_data
    from detente.errors import UsageError
    from detente.files import Inputs, WholeFile
    from detente.formats.sample_sheet import sample_sheet
    from detente.record.sample import sample

    with open_record(record) as store, store.reading() as connection:
        wanted = filters(connection, section=section, dispute=dispute)
        drawn = sample(connection, count, wanted.keys, section, seed)
    if not drawn:
        raise UsageError("there is nothing to draw from; give another dispute or section")
    data = "".join(sample_sheet(drawn)).encode("utf-8", "backslashreplace")
    if out is None:
        put_data([data])
        return
    Inputs([str(store.path)]).refuse(out)
    with WholeFile(out) as file:
        file.write(data)
    put(f"{out}: {len(drawn):,} items to mark in the first column; then: detente score {out}\n")
