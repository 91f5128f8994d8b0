"""``detente agenda``: what lies ahead, and what became of what did."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.dossier_options import AsOf, DisputeName, KnownAt
from detente.cli.record_options import RecordPath

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.dossier.account import Dossier
    from detente.dossier.agenda import Due
    from detente.record.calendars import Issued


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
    from detente.cli.kept import Which, put_answer
    from detente.record.answers import Answer

    if format is AgendaFormat.ICS:
        _put_calendar(record, dispute, as_of, known_at)
        return

    def work(made: Dossier) -> Answer:
        from detente.cli.answer import json_text, page_text
        from detente.cli.exits import DONE, FAILED
        from detente.formats.dossier_json import due_json
        from detente.formats.printed_agenda import print_agenda

        found = [due for due in made.agenda if every or due.is_ahead(made.today)]
        if format is AgendaFormat.JSON:
            told = {"dispute": made.about.name, "as_of": str(made.today), "agenda": list(map(due_json, found))}
            text = json_text(told)
        else:
            text = page_text(lambda console: print_agenda(made, found, console))
        return Answer(text, DONE if found else FAILED)

    which = Which(record, dispute, as_of, known_at)
    put_answer(which, ("agenda", every, format), work, of_data=format is not AgendaFormat.TEXT)


def _put_calendar(record: Path | None, dispute: str | None, as_of: str | None, known_at: str | None) -> None:
    """The calendar, whose UIDs the record keeps; nothing of it is kept as an answer."""
    from detente.cli.dossier_options import told
    from detente.cli.exits import FAILED
    from detente.cli.terminal import put_data
    from detente.formats.icalendar_agenda import agenda_ics

    made = told(record, dispute, as_of, known_at)
    given = [due for due in made.agenda if due.was_due]
    put_data([agenda_ics(made.about.name, given, _issued(record, made.about.name, given, as_of or known_at))])
    if not given:
        raise typer.Exit(FAILED)


def _issued(record: Path | None, name: str, given: Sequence[Due], earlier: str | None) -> dict[str, Issued] | None:
    """Under which UID each goes out; an agenda of an earlier time is no news, and changes nothing."""
    from detente.cli.record_options import open_record
    from detente.formats.issued_agenda import issued

    if earlier is not None:
        return None
    with open_record(record) as store, store.writing() as connection:
        return issued(connection, name, given)
