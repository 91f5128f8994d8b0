"""``detente timeline``: what happened when, by every report that tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.answer import Format
from detente.cli.dossier_options import AsOf, DisputeName, KnownAt
from detente.cli.record_options import RecordPath

if TYPE_CHECKING:
    from detente.dossier.account import Dossier


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
    from detente.cli.kept import Which, put_answer
    from detente.dossier.timeline import Narrowed
    from detente.record.answers import Answer
    from detente.record.date_text import date_of

    narrowed = Narrowed(party, person, place, agreement, issue, date_of(since), date_of(until), min_reports)

    def work(made: Dossier) -> Answer:
        from detente.cli.answer import csv_text, json_text, page_text
        from detente.cli.exits import DONE, FAILED
        from detente.dossier.choice import chosen
        from detente.dossier.timeline import timeline
        from detente.formats.dossier_json import event_json
        from detente.formats.printed_timeline import print_timeline, timeline_rows

        found = timeline(made, made.events if every else chosen(made), narrowed)
        if format is Format.JSON:
            parts = {"deeds": found.deeds, "words": found.words, "coming": found.coming}
            told = {name: list(map(event_json, part)) for name, part in parts.items()}
            text = json_text({"dispute": made.about.name, **told})
        elif format is Format.CSV:
            text = csv_text(*timeline_rows(found))
        else:
            text = page_text(lambda console: print_timeline(made, found, console, why=why))
        return Answer(text, DONE if found.deeds or found.words or found.coming else FAILED)

    which = Which(record, dispute, as_of, known_at)
    put_answer(which, ("timeline", narrowed, every, why, format), work, of_data=format is not Format.TEXT)
