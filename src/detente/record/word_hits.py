"""What was searched for, and what narrows it -> the items and readings with these words, each with its rank.

The rank is BM25 of FTS5, smaller being better. Of words that stand in very many items, those that came into the record
last are ranked: there the rank says little, and to work it out for all would take seconds.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, func, literal_column, select, text, union_all
from sqlalchemy import column as of
from sqlalchemy import table as called

from detente.record.filters import Filters, written_out
from detente.record.reach import REACHES, UNDATED, earliest
from detente.record.schema import current, item, item_who, reading, report
from detente.record.scope import Scope
from detente.record.search_query import SearchQuery

RANKED = 2_000  #: at least so many are ranked, or all where there are fewer
_MANY = 20_000  # hits: of more, what narrows them is looked up first where that is less
_SET = 100_000  # items at most that are looked up so


def item_ranks(connection: Connection, query: SearchQuery, wanted: Scope, limit: int) -> dict[int, float]:
    """The ranks of items by their number: at least ``limit`` of them, if there are as many."""
    found, number = _matching("item_words", query)
    conditions: list[ColumnElement[bool]] = [exists().where(item.c.n == number, *wanted.of_item())]
    if _count(connection, found, _MANY) == _MANY:
        sets = (one for one in _sets(wanted) if _count(connection, one, _SET) < _SET)
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
    """Each thing that is asked of an item, as the numbers of those that have it."""
    for numbers in (wanted.speakers, wanted.parties):
        if numbers is not None:
            yield select(item_who.c.item_n).where(item_who.c.who_n.in_(written_out(numbers)))
    if wanted.readings is not None:
        yield select(item.c.n).where(item.c.reading_n.in_(written_out(wanted.readings)))
    since, until = wanted.filters.since, wanted.filters.until
    if since and until:
        dated = (reach for reach in REACHES if reach != UNDATED)
        classes = (
            select(item.c.n).where(
                item.c.reach == reach, item.c.first_day >= earliest(reach, since), item.c.first_day <= until
            )
            for reach in dated
        )
        yield select(union_all(*classes).subquery().c.n)
