"""What the commands that tell a dispute across reports share: which dispute, as of when, in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from detente.dossier.account import Dossier
    from detente.model.date import Date

DisputeName = Annotated[
    str | None,
    typer.Argument(
        metavar="[DISPUTE]", help="A dispute's name, or the path of its file; without one, the whole record."
    ),
]
AsOf = Annotated[
    str | None, typer.Option("--as-of", metavar="DATE", help="From the reports published until then, and no later.")
]
Since = Annotated[str | None, typer.Option("--since", metavar="DATE", help="What is new is what was published after.")]


def date_given(given: str | None) -> Date | None:
    """A date as an option gives it. Raises BadDate."""
    from detente.errors import BadDate
    from detente.model.date import Date, NotADate

    if given is None:
        return None
    try:
        date = Date.parse(given)
    except NotADate:
        raise BadDate(given) from None
    if date.earliest is None:
        raise BadDate(given)
    return date


def dossier_of(connection: Connection, dispute: str | None, as_of: str | None = None) -> Dossier:
    """The dossier that a command is about. Raises UnknownDispute, and UsageError where there are no reports."""
    from detente.dossier.from_record import from_record
    from detente.errors import UsageError

    made = from_record(connection, dispute, date_given(as_of))
    if not made.sources:
        when = f" until {as_of}" if as_of else ""
        raise UsageError(f"there are no reports of it{when}; detente add --dispute NAME puts them in")
    return made
