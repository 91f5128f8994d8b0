"""Corrections among what is searched: the words of an item as corrected, or as marked by hand.

They stand in ``item_words`` under the number of the correction, below zero. One that holds no more finds nothing, for
every hit is looked up in the reading as it is told now.
"""

from __future__ import annotations

from sqlalchemy import Connection

from detente.record import search_words
from detente.record.corrections import Correction
from detente.record.item_rows import ItemRow, item_row
from detente.record.present import corrected_keys, present

_CHANGING = frozenset({"correct", "rename", "mark"})


def enter_words(connection: Connection, entry: Correction) -> None:
    """Enter the words of the item that a correction changes."""
    if entry.kind not in _CHANGING or entry.report_key is None:
        return
    rows = changed_rows(connection, entry.report_key)
    if (row := rows.get(entry.n)) and row.words is not None:
        search_words.add_items(connection, [(-entry.n, row.words)])


def enter_all(connection: Connection) -> None:
    """Enter the words of every item that is corrected; the search tables have none of them yet."""
    for key in corrected_keys(connection):
        rows = changed_rows(connection, key)
        words = [(-number, row.words) for number, row in rows.items() if row.words is not None]
        search_words.add_items(connection, words)


def changed_rows(connection: Connection, key: str) -> dict[int, ItemRow]:
    """The row of each item of a report that corrections changed, by the number of each of these."""
    now = present(connection, key)
    published = now.reading.front.published.date
    numbers: dict[str, list[int]] = {
        identity: [one.n for one in found if one.kind in _CHANGING] for identity, found in now.applied.items()
    }
    return {
        number: item_row(section, item, position, published)
        for section, items in now.reading.items.items()
        for position, item in enumerate(items)
        for number in numbers.get(item.id, ())
    }
