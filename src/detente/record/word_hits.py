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
    case,
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

RANKED = 500  #: at least so many are ranked, or all where there are fewer
_HITS = 50_000  # up to so many are counted, to find out whether to look up first what narrows them


def item_ranks(connection: Connection, query: SearchQuery, wanted: Scope, limit: int) -> dict[int, float]:
    """The ranks of items by their number: at least ``limit`` of them, if there are as many."""
    found, number = _matching("item_words", query)
    conditions = [*wanted.of_number(number), _counts(wanted, number)]  # in this order they are asked
    if wanted.fitting is not None:
        conditions.reverse()
    if of_row := list(wanted.of_row()):
        conditions.append(exists().where(item.c.n == number, *of_row))
    sets = _fewer(connection, found, list(_sets(wanted)))
    conditions = [(number + 0).in_(one) for one in sets] + conditions
    return _ranks(connection, found.where(*conditions).order_by(number.desc()), limit)


def _fewer(connection: Connection, found: Select[int, float], sets: list[Select[Any]]) -> list[Select[Any]]:
    """Those that are less than twice the hits, and so are looked up once rather than asked of each, which is dearer."""
    most = 2 * _count(connection, found, _HITS) if sets else 0
    return [one for one in sets if _count(connection, one, most) < most]


def _counts(wanted: Scope, number: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether the item of a number is of a reading that counts and fits: the last that begins before it, if any."""
    here = select(case((current.c.last_item >= number, current.c.reading_n))).where(current.c.first_item <= number)
    reading_n = here.order_by(current.c.first_item.desc()).limit(1).scalar_subquery()
    return reading_n.is_not(None) if wanted.fitting is None else reading_n.in_(wanted.fitting)


def reading_ranks(connection: Connection, query: SearchQuery, filters: Filters, limit: int) -> dict[int, float]:
    """The ranks of readings that count, by their number, likewise."""
    found, number = _matching("report_words", query)
    joined = current.join(report, report.c.n == current.c.report_n).join(reading, reading.c.n == current.c.reading_n)
    fits: ColumnElement[bool]
    if filters.of_reports:  # looked up once, rather than for each hit
        fits = (number + 0).in_(select(current.c.reading_n).select_from(joined).where(*filters.of_reading()))
    else:
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
    section = wanted.section
    for numbers in (wanted.speakers, wanted.parties):
        if numbers is not None:
            theirs = select(item_who.c.item_n.label("n")).where(item_who.c.who_n.in_(written_out(numbers)))
            theirs = theirs.where(item_who.c.section == section) if section else theirs
            yield _between(wanted, theirs, item_who.c.reach, item_who.c.first_day)
    if wanted.filters.section and not wanted.somebody:
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
