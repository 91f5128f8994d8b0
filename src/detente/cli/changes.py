"""``detente changes``: what is new in a dispute since a day, or since somebody looked last."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.dossier_options import DisputeName
from detente.cli.record_options import By, RecordPath
from detente.cli.show import Format

if TYPE_CHECKING:
    from detente.dossier.account import Dossier
    from detente.dossier.doubt import Rests


def changes(
    dispute: DisputeName = None,
    since: Annotated[
        str, typer.Option("--since", metavar="DATE|last", help="A day; or last: when you last asked for changes.")
    ] = "last",
    scenario: Annotated[
        str | None,
        typer.Option(metavar="FILE", help="A scenario of it: which of its wants the new reports put in doubt."),
    ] = None,
    by: By = None,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    record: RecordPath = None,
) -> None:
    """Tell what changed: new events, positions that moved, the agenda, offices, agreements, corrected reports.

    Exit codes: 0 something changed, 1 nothing did, 2 wrong usage.
    """
    from detente.cli.answer import put_json, put_page
    from detente.cli.exits import FAILED
    from detente.dossier.changes import changes
    from detente.formats.printed_changes import changes_json, print_changes

    wants = _wants(scenario)
    before, after, told = _both(record, dispute, since, by)
    found = changes(before, after, wants)
    if format is Format.JSON:
        put_json(changes_json(after, found, told))
    else:
        put_page(lambda console: print_changes(after, found, told, console))
    if not found.sections and not found.reports:
        raise typer.Exit(FAILED)


def _both(record: Path | None, dispute: str | None, since: str, by: str | None) -> tuple[Dossier, Dossier, str]:
    """The earlier and the later dossier, and since when in words; what is asked for as "last" is kept."""
    from detente.cli.clock import now
    from detente.cli.record_options import open_record, person
    from detente.dossier.from_record import from_record
    from detente.record.date_text import date_of
    from detente.record.last_seen import last_seen, saw

    with open_record(record) as store:
        if since != "last":
            date = date_of(since)
            with store.reading() as connection:
                return from_record(connection, dispute, date), from_record(connection, dispute), f"since {since}"
        user, what = person(by), f"changes {dispute or ''}".strip()
        with store.writing() as connection:
            seen = last_seen(connection, user, what)
            before = from_record(connection, dispute, added_until=seen or "")
            after = from_record(connection, dispute)
            saw(connection, user, what, now())
    return before, after, f"since {seen}, when {user} saw it last" if seen else f"all, for {user} has not seen it yet"


def _wants(file: str | None) -> list[Rests]:
    """The wants of a scenario's file that have evidence. Raises BadScenario."""
    if file is None:
        return []
    from detente.dossier.doubt import Rests
    from detente.scenario.reader import read_scenario

    found = read_scenario(file)
    return [
        Rests(party.name, want.text, want.evidence) for party in found.parties for want in party.wants if want.evidence
    ]
