"""``detente status``: where the record is, what is in it, what made it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.record_options import RecordPath

if TYPE_CHECKING:
    from detente.record.status import Status


class Format(StrEnum):
    """What it can be shown as."""

    TEXT = "text"
    JSON = "json"


def status(
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    record: RecordPath = None,
) -> None:
    """Say where the record is, how large, what is in it, what made it and what was run last."""
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put
    from detente.model.round_trip import dumps
    from detente.record.status import status

    with open_record(record) as store:
        found = status(store)
    put((dumps(asdict(found)) if format is Format.JSON else "\n".join(_lines(found))) + "\n")


def _lines(found: Status) -> Iterator[str]:
    yield f"record       {found.path}"
    yield f"size         {_size(found.bytes)}, schema {found.schema}"
    older = found.versions - found.reports
    yield f"reports      {found.reports:,}" + (f", and {older:,} older versions" if older else "")
    if found.first_day:
        yield f"published    {found.first_day} to {found.last_day}, by {found.publishers:,} publishers"
    yield f"readings     {found.readings:,}, by " + "; ".join(f"{name} ({n:,})" for name, n in found.programs.items())
    yield "items        " + ", ".join(f"{count:,} {section}" for section, count in found.items.items())
    yield f"disputes     {found.disputes:,}"
    yield f"corrections  {found.corrections:,}"
    yield f"set aside    {found.set_aside:,}" + (" (detente aside lists them)" if found.set_aside else "")
    for run in found.runs:
        counts = ", ".join(f"{count:,} {name}" for name, count in run.counts.items())
        ended = f"ended {run.ended_at}: {counts or 'nothing'}" if run.ended_at else "not ended: stopped, or still going"
        yield f"ran          {run.command} {run.started_at}, {ended}"


def _size(count: int) -> str:
    from detente.sources.limits import size

    return size(count)
