"""``detente dispute edit``: the stored file of a dispute in your editor."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.record_options import By, RecordPath


def edit(
    name: Annotated[str, typer.Argument(help="The dispute's name, or as much of its beginning as is unique.")],
    by: By = None,
    record: RecordPath = None,
) -> None:
    """Open a dispute's file in your editor (VISUAL, EDITOR) and store what you save as a new version."""
    from detente.cli.clock import now
    from detente.cli.editor import discard, edited
    from detente.cli.record_options import open_record, person
    from detente.cli.terminal import put
    from detente.errors import BadDispute, UsageError
    from detente.record import disputes

    with open_record(record) as store:
        with store.reading() as connection:
            before = disputes.the_stored(connection, name)
        text, path = edited(before.toml, "dispute.toml")
        if text == before.toml:
            discard(path)
            put(f"{before.name}: nothing was changed.\n")
            return
        try:
            with store.writing() as connection:
                kept, _ = disputes.add(connection, text, str(path), person(by), now(), before.name)
        except BadDispute as error:
            raise UsageError(f"{error}; mend what you wrote in {path}, then detente dispute add {path}") from error
    discard(path)
    put(f"{kept.name}: version {kept.version}.\n")
