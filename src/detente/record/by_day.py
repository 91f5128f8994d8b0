"""What items are narrowed to -> their numbers, by day: a few walks through indexes that have this order, put together.

No index has the dates that meet a span of days in order, since a date may be of any length. So items are walked class
by class of :mod:`detente.record.reach`, and those in which somebody stands name by name, each walk no further than is
asked for.
"""

from __future__ import annotations

from collections.abc import Iterator
from heapq import merge
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, Connection, exists, select

from detente.record.filters import SPEAKING, written_out
from detente.record.reach import REACHES, UNDATED, earliest
from detente.record.schema import item, item_who
from detente.record.scope import Scope

_FEW = 5_000  # readings of which all items are sorted, rather than looked for on a walk
_FEW_OF_SOMEBODY = 10_000  # likewise, where it is asked who stands in them: of more, a walk soon meets some
_NAMES = 12  # that are walked one by one
_AT_ONCE = 200  # rows that are fetched together

_Row = tuple[str, int]  # first day, or nothing, and number


def numbers_by_day(connection: Connection, scope: Scope, limit: int) -> list[int]:
    """The numbers of the items that fit, at most so many, by first day, those without one first."""
    few = _FEW_OF_SOMEBODY if scope.somebody else _FEW
    if scope.readings is not None and len(scope.readings) <= few:
        return _of_readings(connection, scope, limit)
    walks = []
    for reach in REACHES:
        if reach == UNDATED and (scope.filters.since or scope.filters.until):
            continue
        walks += list(_of_somebody(scope, reach) if scope.somebody else _of_all(scope, reach))
    rows = merge(*(_rows(connection, walk, scope, limit) for walk in walks))
    return list(islice(dict.fromkeys(number for _, number in rows), limit))


def _of_readings(connection: Connection, scope: Scope, limit: int) -> list[int]:
    """Of few readings: all of their items, sorted."""
    own: list[ColumnElement[bool]] = [item.c.reading_n.in_(written_out(scope.readings or ()))]
    if scope.section:
        own.append(item.c.section == scope.section)
    found = select(item.c.n).where(*own, *_searched(scope), *scope.of_item(readings=False))
    return list(connection.scalars(found.order_by(item.c.first_day.asc().nulls_first(), item.c.n).limit(limit)))


def _of_all(scope: Scope, reach: int) -> Iterator[Any]:
    """The walk through one class."""
    conditions = [item.c.reach == reach, *days_walked(scope, reach, item.c.first_day), *_searched(scope)]
    if scope.filters.section:
        conditions.append(item.c.section == scope.filters.section)
    found = select(item.c.first_day, item.c.n, item.c.reading_n)
    found = found.where(*conditions, *scope.of_item(readings=scope.readings is None))
    yield found.order_by(item.c.first_day, item.c.n)


def _of_somebody(scope: Scope, reach: int) -> Iterator[Any]:
    """The walks of one class through the items in which somebody stands, those who speak before who takes part."""
    speaks = scope.speakers is not None
    numbers = (scope.speakers if speaks else scope.parties) or ()
    own = item.c.n == item_who.c.item_n
    fits = exists().where(own, *_searched(scope), *scope.of_item(readings=scope.readings is None))
    conditions = [item_who.c.reach == reach, *days_walked(scope, reach, item_who.c.first_day), fits]
    if scope.section:
        conditions.append(item_who.c.section == scope.section)
    if speaks:
        conditions.append(item_who.c.role.in_(SPEAKING))
    reading = select(item.c.reading_n).where(own).scalar_subquery()
    found = select(item_who.c.first_day, item_who.c.item_n, reading).distinct().where(*conditions)
    found = found.order_by(item_who.c.first_day, item_who.c.item_n)
    if len(numbers) > _NAMES:
        yield found.where(item_who.c.who_n.in_(written_out(numbers)))
    else:
        yield from (found.where(item_who.c.who_n == number) for number in numbers)


def days_walked(scope: Scope, reach: int, first_day: ColumnElement[str | None]) -> Iterator[ColumnElement[bool]]:
    """Between which days a walk goes."""
    if scope.filters.since and (day := earliest(reach, scope.filters.since)):
        yield first_day >= day
    if scope.filters.until:
        yield first_day <= scope.filters.until


def _searched(scope: Scope) -> Iterator[ColumnElement[bool]]:
    """Expressions of time stand in every other section, and are listed only if they are asked for."""
    if scope.filters.section is None:
        yield item.c.section.concat("") != "times"


def _rows(connection: Connection, walk: Any, scope: Scope, limit: int) -> Iterator[_Row]:
    """As far as a walk is followed; readings are asked for here, for there may be tens of thousands of them."""
    if scope.readings is None:
        walk = walk.limit(limit)
    wanted = scope.readings if scope.readings is None else frozenset(scope.readings)
    for day, number, reading_n in connection.execute(walk.execution_options(yield_per=_AT_ONCE)):
        if wanted is None or reading_n in wanted:
            yield day or "", number
