"""``detente agenda``: what lies ahead, and what became of what did."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from detente.cli.dossier_options import AsOf, DisputeName, KnownAt
from detente.cli.record_options import RecordPath


class AgendaFormat(StrEnum):
    """What an agenda can be written as."""

    TEXT = "text"
    JSON = "json"
    ICS = "ics"


def agenda(
    dispute: DisputeName = None,
    as_of: AsOf = None,
    known_at: KnownAt = None,
    every: Annotated[bool, typer.Option("--all", help="What is past, too, with what became of it.")] = False,
    format: Annotated[AgendaFormat, typer.Option(help="What to write.")] = AgendaFormat.TEXT,  # noqa: A002
    record: RecordPath = None,
) -> None:
    """Tell what lies ahead, each with its steps: scheduled, confirmed, postponed, cancelled, held, halted, passed.

    A calendar (ics) always has what is past as well, so that what was called off leaves the reader's. Exit codes:
    0 found, 1 nothing found, 2 wrong usage.
    """
    from detente.cli.answer import put_json, put_page
    from detente.cli.dossier_options import told
    from detente.cli.exits import FAILED
    from detente.cli.terminal import put_data
    from detente.formats.dossier_json import due_json
    from detente.formats.icalendar_agenda import agenda_ics
    from detente.formats.printed_agenda import print_agenda

    made = told(record, dispute, as_of, known_at)
    found = [due for due in made.agenda if every or due.is_ahead(made.today)]
    if format is AgendaFormat.ICS:
        put_data([agenda_ics(made.about.name, [due for due in made.agenda if due.was_due])])
    elif format is AgendaFormat.JSON:
        put_json({"dispute": made.about.name, "as_of": str(made.today), "agenda": list(map(due_json, found))})
    else:
        put_page(lambda console: print_agenda(made, found, console))
    if not found:
        raise typer.Exit(FAILED)
