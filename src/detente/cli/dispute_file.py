"""``detente dispute new`` and ``add``: the file of a dispute, begun and stored."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from detente.cli.record_options import By, RecordPath


def new(
    name: Annotated[str, typer.Argument(help="What the dispute is called.")],
    party: Annotated[list[str] | None, typer.Option(metavar="ID", help="A party of it, such as ARG; again.")] = None,
    place: Annotated[list[str] | None, typer.Option(metavar="NAME", help="A place that they dispute; again.")] = None,
    out: Annotated[str | None, typer.Option(metavar="FILE.toml", help="Write it there; else it is printed.")] = None,
) -> None:
    """Begin the file of a dispute, with what is known filled in, for you to go on with."""
    from detente.cli.terminal import put
    from detente.errors import UsageError
    from detente.files import WholeFile
    from detente.record.dispute_file import dispute_of
    from detente.record.dispute_template import dispute_template

    ids = [one.upper() for one in party or ()]
    for one in ids:
        dispute_of(f"name = 'x'\nparties = [{one!r}]", "--party")
    text = dispute_template(name, ids, place or ())
    dispute_of(text, "the new file")
    if out is None:
        put(text)
        return
    if Path(out).exists():
        raise UsageError(f"{out} is there already; name a file that is not")
    with WholeFile(out) as file:
        file.write(text.encode("utf-8"))
    put(f"{out} is begun; fill it in, then: detente dispute add {out}\n")


def add(
    file: Annotated[Path, typer.Argument(metavar="FILE.toml", help="A dispute file.")],
    by: By = None,
    record: RecordPath = None,
) -> None:
    """Store a dispute's file in the record; of one that is there, a new version, whose rules hold from now on."""
    from detente.cli.clock import now
    from detente.cli.record_options import open_record, person
    from detente.cli.terminal import put
    from detente.record import disputes
    from detente.record.belonging import keys_of

    with open_record(record, create=True) as store:
        text = disputes.text_of(file)
        with store.writing() as connection:
            kept, is_new = disputes.add(connection, text, str(file), person(by), now())
        with store.reading() as connection:
            count = len(keys_of(connection, kept.name))
    told = f"version {kept.version}" if is_new else f"is so already, in version {kept.version}"
    put(f"{kept.name}: {told}; {count:,} reports belong to it.\n")
