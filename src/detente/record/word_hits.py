"""What was searched for, and what narrows it -> the items and readings with these words, each with its rank.

The rank is BM25 of FTS5, smaller being better. Of words that stand in very many items, those that came into the record
last are ranked: there the rank says little, and to work it out for all would take seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Select,
    Table,
    exists,
    func,
    literal_column,
    select,
    text,
    union_all,
)
from sqlalchemy import column as of
from sqlalchemy import table as called

from detente.record.by_day import days_walked
from detente.record.filters import Filters, written_out
from detente.record.reach import REACHES, UNDATED
from detente.record.schema import current, item, item_who, reading, report
from detente.record.scope import Scope
from detente.record.search_query import SearchQuery

RANKED = 2_000  #: at least so many are ranked, or all where there are fewer
_MANY = 2_000  # hits: of more, what narrows them is looked up first where that is not too much
_SET = 300_000  # items at most that are looked up so


def item_ranks(connection: Connection, query: SearchQuery, wanted: Scope, limit: int) -> dict[int, float]:
    """The ranks of items by their number: at least ``limit`` of them, if there are as many."""
    found, number = _matching("item_words", query)
    conditions: list[ColumnElement[bool]] = [exists().where(item.c.n == number, *wanted.of_item())]
    if _count(connection, found, _MANY) == _MANY:
        sets = [one for one in _sets(wanted) if _count(connection, one, _SET) < _SET]
        sets += _of_readings(connection, wanted)
        conditions = [(number + 0).in_(one) for one in sets] + conditions
    return _ranks(connection, found.where(*conditions).order_by(number.desc()), limit)


def reading_ranks(connection: Connection, query: SearchQuery, filters: Filters, limit: int) -> dict[int, float]:
    """The ranks of readings that count, by their number, likewise."""
    found, number = _matching("report_words", query)
    joined = current.join(report, report.c.n == current.c.report_n).join(reading, reading.c.n == current.c.reading_n)
    fits = exists().select_from(joined).where(current.c.reading_n == number, *filters.of_reading())
    return _ranks(connection, found.where(fits).order_by(number.desc()), limit)


def ranks_by_hand(connection: Connection, query: SearchQuery) -> dict[int, float]:
    """The ranks of corrections, by their number."""
    found, number = _matching("item_words", query)
    return {-below: rank for below, rank in connection.execute(found.where(number < 0))}


def _matching(name: str, query: SearchQuery) -> tuple[Select[int, float], ColumnElement[int]]:
    """What has the words, and the column of its number."""
    number: ColumnElement[int] = literal_column(f"{name}.rowid")
    rank: ColumnElement[float] = literal_column(f"{name}.rank")
    found = select(number, rank).select_from(called(name, of("rowid")))
    return found.where(text(f"{name} MATCH :words").bindparams(words=query.match)), number


def _ranks(connection: Connection, found: Select[int, float], limit: int) -> dict[int, float]:
    return {number: rank for number, rank in connection.execute(found.limit(max(RANKED, limit)))}  # noqa: C416


def _count(connection: Connection, found: Select[Any] | Select[int, float], most: int) -> int:
    numbers = found.with_only_columns(next(iter(found.selected_columns))).limit(most)
    return connection.scalar(select(func.count()).select_from(numbers.subquery())) or 0


def _sets(wanted: Scope) -> Iterator[Select[Any]]:
    """Each thing that is asked of an item, as the numbers of those that have it; each is told by an index alone."""
    section = "statements" if wanted.speakers is not None else wanted.filters.section
    for numbers in (wanted.speakers, wanted.parties):
        if numbers is not None:
            theirs = select(item_who.c.item_n.label("n")).where(item_who.c.who_n.in_(written_out(numbers)))
            theirs = theirs.where(item_who.c.section == section) if section else theirs
            yield _between(wanted, theirs, item_who.c.reach, item_who.c.first_day)
    if wanted.filters.section and wanted.speakers is None and wanted.parties is None:
        yield select(item.c.n).where(item.c.section == wanted.filters.section)
    if wanted.filters.since and wanted.filters.until:
        yield _between(wanted, select(item.c.n), item.c.reach, item.c.first_day)


def _between(wanted: Scope, found: Select[Any], of_reach: Column[int], first_day: Column[Any]) -> Select[Any]:
    """The rows of a table between the days that are asked for, and a few that end before."""
    if not (wanted.filters.since or wanted.filters.until):
        return found
    dated = (reach for reach in REACHES if reach != UNDATED)
    classes = (found.where(of_reach == reach, *days_walked(wanted, reach, first_day)) for reach in dated)
    return select(union_all(*classes).subquery().c.n)


def _of_readings(connection: Connection, wanted: Scope) -> Iterator[Select[Any]]:
    """The items of the readings that fit, unless they are too many: so many times those of a reading on average."""
    if wanted.readings is not None:
        each = _highest(connection, item) / max(_highest(connection, reading), 1)
        if each * len(wanted.readings) < _SET:
            yield select(item.c.n).where(item.c.reading_n.in_(written_out(wanted.readings)))


def _highest(connection: Connection, table: Table) -> int:
    return int(connection.scalar(select(func.max(table.c.n))) or 0)
