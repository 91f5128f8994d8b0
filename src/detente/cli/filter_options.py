"""What the lists of the record can be narrowed to, as options of the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from detente.record.filters import Filters

Speaker = Annotated[str | None, typer.Option(metavar="WHO", help="Said by: a party's id, or words of a name.")]
Party = Annotated[
    str | None, typer.Option(metavar="WHO", help="In which they stand: a party's id, or words of a name.")
]
Section = Annotated[str | None, typer.Option(metavar="SECTION", help="Of one section only, such as statements.")]
Since = Annotated[str | None, typer.Option("--from", metavar="DATE", help="On or after this day, month or year.")]
Until = Annotated[str | None, typer.Option("--to", metavar="DATE", help="On or before it.")]
Publisher = Annotated[str | None, typer.Option(metavar="NAME", help="Published by; a part of the name is enough.")]
InDispute = Annotated[
    str | None, typer.Option("--dispute", metavar="NAME", help="In this dispute: its name, or the path of its file.")
]


def filters(
    connection: Connection,
    *,
    section: str | None = None,
    speaker: str | None = None,
    party: str | None = None,
    since: str | None = None,
    until: str | None = None,
    publisher: str | None = None,
    dispute: str | None = None,
) -> Filters:
    """The filters that the options ask for. Raises UsageError for what makes no sense."""
    from detente.errors import UnknownSection
    from detente.model.sections import SECTIONS
    from detente.record.belonging import keys_of
    from detente.record.filters import Filters

    if section is not None and section not in SECTIONS:
        raise UnknownSection(section, SECTIONS)
    keys = keys_of(connection, dispute) if dispute is not None else None
    return Filters(section, speaker, party, _day(since, 0), _day(until, 1), publisher, keys)


def _day(given: str | None, end: int) -> str | None:
    """The first (0) or last (1) day that a date may mean. Raises BadDate."""
    from detente.errors import BadDate
    from detente.model.date import Date, NotADate
    from detente.record.item_rows import days

    if given is None:
        return None
    try:
        day = days(Date.parse(given))[end]
    except NotADate:
        day = None
    if day is None:
        raise BadDate(given)
    return day
