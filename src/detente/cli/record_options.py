"""What the commands on the record share: which record, and by whom."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from detente.record.by_hand import Hand
    from detente.record.store import Store

RecordPath = Annotated[
    Path | None,
    typer.Option("--record", metavar="PATH", help="The record; else DETENTE_RECORD, else the one in your data folder."),
]
By = Annotated[str | None, typer.Option("--by", metavar="NAME", help="Who does this; else your login name.")]
Why = Annotated[str | None, typer.Option("--why", metavar="TEXT", help="For what reason.")]
ItemId = Annotated[str, typer.Argument(metavar="ID", help="An item's id, as much of it as is unique.")]


def open_record(path: Path | None, *, create: bool = False) -> Store:
    """The record that is meant. Raises NoRecord where there is none and ``create`` does not say to make it."""
    from detente.record.location import location
    from detente.record.store import Store

    return Store(location(path), create=create)


def person(given: str | None) -> str:
    """Who does this: as given, else the login name."""
    if given:
        return given
    import getpass

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no name for this user id
        return "unknown"


def hand(by: str | None, why: str | None) -> Hand:
    """Who changes something, why, and that it is now."""
    from detente.cli.clock import now
    from detente.record.by_hand import Hand

    return Hand(person(by), why, now())
