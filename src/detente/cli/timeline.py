"""``detente timeline``: what happened when, by every report that tells it."""

from __future__ import annotations

from typing import Annotated

import typer

from detente.cli.answer import Format
from detente.cli.dossier_options import AsOf, DisputeName, KnownAt
from detente.cli.record_options import RecordPath


def timeline(
    dispute: DisputeName = None,
    party: Annotated[
        str | None, typer.Option(metavar="WHO", help="By or to: a party's id, or words of its name.")
    ] = None,
    person: Annotated[
        str | None, typer.Option(metavar="NAME", help="In which somebody of this surname is named.")
    ] = None,
    place: Annotated[str | None, typer.Option(metavar="PLACE", help="At this place.")] = None,
    agreement: Annotated[
        str | None, typer.Option(metavar="NAME", help="Of this agreement: words of any of its names.")
    ] = None,
    issue: Annotated[
        str | None, typer.Option(metavar="NAME", help="On this issue of the dispute, by its name, or with these words.")
    ] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="On or after this day.")] = None,
    until: Annotated[str | None, typer.Option("--to", metavar="DATE", help="On or before it.")] = None,
    min_reports: Annotated[
        int, typer.Option("--min-reports", metavar="N", min=1, help="Told by at least so many independent reports.")
    ] = 1,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    every: Annotated[bool, typer.Option("--all", help="Everything that was read, not the 300 weightiest.")] = False,
    why: Annotated[bool, typer.Option("--why", help="Say of each event why it is in (text).")] = False,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    record: RecordPath = None,
) -> None:
    """Tell what happened when: each thing once, with the numbers of the reports that tell it; the coming apart.

    Exit codes: 0 found, 1 nothing found, 2 wrong usage.
    """
    from detente.cli.answer import put_csv, put_json, put_page
    from detente.cli.dossier_options import date_given, told
    from detente.cli.exits import FAILED
    from detente.dossier.choice import chosen
    from detente.dossier.timeline import Narrowed, timeline
    from detente.formats.dossier_json import event_json
    from detente.formats.printed_timeline import print_timeline, timeline_rows

    narrowed = Narrowed(party, person, place, agreement, issue, date_given(since), date_given(until), min_reports)
    made = told(record, dispute, as_of, known_at)
    found = timeline(made, made.events if every else chosen(made), narrowed)
    if format is Format.JSON:
        parts = {"deeds": found.deeds, "words": found.words, "coming": found.coming}
        put_json({"dispute": made.about.name, **{name: list(map(event_json, part)) for name, part in parts.items()}})
    elif format is Format.CSV:
        put_csv(*timeline_rows(found))
    else:
        put_page(lambda console: print_timeline(made, found, console, why=why))
    if not (found.deeds or found.words or found.coming):
        raise typer.Exit(FAILED)
