"""What the commands that correct share: an item is found, an entry made, and told once it is safe."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from detente.cli.record_options import hand, open_record

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from detente.record.by_hand import Hand
    from detente.record.corrections import Correction
    from detente.record.ids import Found


def entered(
    record: Path | None,
    given: str,
    by: str | None,
    why: str | None,
    change: Callable[[Connection, Found, Hand], Correction],
    *,
    of_item: bool = True,
) -> None:
    """Find what ``given`` stands for, change it, and print the entry of the log."""
    from detente.cli.terminal import put
    from detente.formats.printed_corrections import correction_line
    from detente.record.ids import find, find_item, short

    with open_record(record) as store, store.writing() as connection:
        found = (find_item if of_item else find)(connection, given)
        entry = change(connection, found, hand(by, why))
        line = correction_line(entry, partial(short, connection))
    put(line + "\n")


def of_two(
    record: Path | None,
    one: str,
    other: str,
    by: str | None,
    why: str | None,
    change: Callable[[Connection, Found, Found, Hand], Correction],
) -> None:
    """Find what two ids stand for, say something of both, and print the entry of the log."""
    from detente.cli.terminal import put
    from detente.formats.printed_corrections import correction_line
    from detente.record.ids import find_item, short

    with open_record(record) as store, store.writing() as connection:
        entry = change(connection, find_item(connection, one), find_item(connection, other), hand(by, why))
        line = correction_line(entry, partial(short, connection))
    put(line + "\n")
