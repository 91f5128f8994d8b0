"""``detente aside``: what could not be read."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.record_options import RecordPath


def aside(
    forget: Annotated[
        list[str] | None, typer.Option(metavar="SOURCE", help="Take this off the list; it is not wanted.")
    ] = None,
    record: RecordPath = None,
) -> None:
    """List the inputs that could not be read, each with its reason. `detente add --retry` tries them again."""
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put
    from detente.record import asides

    with open_record(record) as store:
        if forget:
            with store.writing() as connection:
                for source in forget:
                    asides.forget(connection, source)
        with store.reading() as connection:
            found = asides.asides(connection)
    for line, at in found:
        put(f"{at}  {line}\n")
    if not found:
        put("Nothing is set aside.\n")
