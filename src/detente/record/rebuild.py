"""Derived rows thrown away and made anew from the truth: the same again, but for older readings, which are left out."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlalchemy import Connection, func, select

from detente.record import copy_rows, search_marks, search_words
from detente.record.derivation import derive
from detente.record.item_rows import item_rows
from detente.record.readings import reading_of
from detente.record.schema import band, copy, current, derived, item, item_who, reading, reading_who, report, who

if TYPE_CHECKING:
    from detente.record.store import Store

_AT_ONCE = 100  # readings a transaction


def rebuild(store: Store, told: Callable[[int], None] = lambda _: None) -> int:
    """Make everything derived anew; returns the number of readings. ``told`` is called with how many are done.

    Stopped on the way, search and copies lack reports until it is run again; nothing else is touched.
    """
    with store.writing() as connection:
        for table in (derived, copy, band, reading_who, item_who, who, current):
            connection.execute(table.delete())
        search_words.emptied(connection)
        _now(connection)
        numbers = connection.execute(
            select(current.c.report_n, current.c.reading_n).order_by(current.c.reading_n)
        ).all()
    for start in range(0, len(numbers), _AT_ONCE):
        with store.writing() as connection:
            for report_n, reading_n in numbers[start : start + _AT_ONCE]:
                _derive(connection, report_n, reading_n)
        told(min(start + _AT_ONCE, len(numbers)))
    with store.writing() as connection:
        search_marks.enter_all(connection)
        versions = copy_rows.read_versions(connection)
    for start in range(0, len(versions), _AT_ONCE):
        with store.writing() as connection:
            for report_n in versions[start : start + _AT_ONCE]:
                copy_rows.enter(connection, report_n)
    return len(numbers)


def _now(connection: Connection) -> None:
    """Which version and reading count: the newest of each."""
    versions = select(report.c.key, func.max(report.c.n).label("report_n")).group_by(report.c.key).subquery()
    joined = versions.join(reading, reading.c.report_n == versions.c.report_n)
    newest = select(versions.c.key, versions.c.report_n, func.max(reading.c.n).label("reading_n")).select_from(joined)
    now = newest.group_by(versions.c.key, versions.c.report_n).subquery()
    spans = select(item.c.reading_n, func.min(item.c.n).label("first"), func.max(item.c.n).label("last"))
    span = spans.group_by(item.c.reading_n).subquery()
    with_items = now.outerjoin(span, span.c.reading_n == now.c.reading_n)
    found = select(now.c.key, now.c.report_n, now.c.reading_n, span.c.first, span.c.last).select_from(with_items)
    columns = ["key", "report_n", "reading_n", "first_item", "last_item"]
    connection.execute(current.insert().from_select(columns, found))


def _derive(connection: Connection, report_n: int, reading_n: int) -> None:
    read = reading_of(connection, report_n, reading_n)
    numbers = connection.scalars(select(item.c.n).where(item.c.reading_n == reading_n).order_by(item.c.n)).all()
    derive(connection, read, reading_n, numbers, list(item_rows(read)))
