"""What the commands that tell a dispute across reports share: which dispute, as of when, in which form."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from detente.dossier.account import Dossier

DisputeName = Annotated[
    str | None,
    typer.Argument(
        metavar="[DISPUTE]", help="A dispute's name, or the path of its file; without one, the whole record."
    ),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="From the reports published until then, and no later.")
]
KnownAt = Annotated[
    str | None,
    typer.Option("--known-at", metavar="TIME", help="What the record held then (UTC): 2025-03-01, 2025-03-01T12:00."),
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="What is new is what was published after.")]


def time_given(given: str | None) -> str | None:
    """A time as an option gives it, as the record keeps times; a day is taken to its end. Raises BadTime."""
    from datetime import UTC, datetime, timedelta

    from detente.errors import BadTime

    if given is None:
        return None
    try:
        time = datetime.fromisoformat(given)
    except ValueError:
        raise BadTime(given) from None
    if len(given) == len("2025-03-01"):
        time += timedelta(days=1, seconds=-1)
    time = time.replace(tzinfo=UTC) if time.tzinfo is None else time.astimezone(UTC)
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def told(record: Path | None, dispute: str | None, as_of: str | None = None, known_at: str | None = None) -> Dossier:
    """The dossier that a command is about. Raises UnknownDispute, and UsageError where there are no reports."""
    from detente.cli.record_options import open_record

    with open_record(record) as store, store.reading() as connection:
        return dossier_of(connection, dispute, as_of, known_at)


def dossier_of(
    connection: Connection, dispute: str | None, as_of: str | None = None, known_at: str | None = None
) -> Dossier:
    """Likewise, of a record that is open."""
    from detente.dossier.from_record import from_record
    from detente.errors import UsageError
    from detente.record.date_text import date_of

    made = from_record(connection, dispute, date_of(as_of), known_at=time_given(known_at))
    if not made.sources:
        if as_of is None and known_at is None:
            raise UsageError("there are no reports of it; detente add --dispute NAME puts them in")
        when = " ".join(
            f"{word} {given}" for word, given in (("until", as_of), ("in the record at", known_at)) if given
        )
        raise UsageError(f"there are no reports of it {when}; give a later day, or leave it out")
    return made
