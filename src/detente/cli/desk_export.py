"""``detente desk export``: a dispute as pages that need no server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.record_options import RecordPath


def export(
    dispute: Annotated[str, typer.Argument(metavar="DISPUTE", help="The dispute's name, or its beginning.")],
    out: Annotated[Path, typer.Option(metavar="FOLDER", help="Where to write; a new or an empty folder.")],
    record: RecordPath = None,
) -> None:
    """Write a dispute as pages that open from a disk or any web host, with search, evidence and agenda.

    Exit codes: 0 written, 1 could not be written, 2 wrong usage.
    """
    from detente.cli.clock import now
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put
    from detente.desk.export import export
    from detente.desk.site import Site
    from detente.record.disputes import the_stored

    with open_record(record) as store:
        with store.reading() as connection:
            name = the_stored(connection, dispute).name
        count = export(Site(store, "", now, out), name, out)
    put(f"{count:,} pages are in {out}; open {out / 'index.html'}\n")
