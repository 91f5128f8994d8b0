"""Filters, with the names and reports that they ask for looked up -> conditions on items.

The conditions are written so that they only test an item that was met on some way and never are the way themselves:
in which order an answer is looked for is decided by who asks, not by guesses of the database.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import ColumnElement, Connection, Select, exists, func, select

from detente.record.filters import SPEAKING, Filters, named, written_out
from detente.record.schema import current, item, item_who, report, who

_MANY = 20_000  # rows of one somebody: in so many reports that those listed first soon have some of them


@dataclass(frozen=True, slots=True)
class Scope:
    """Filters; the numbers of everybody who is meant, and of the readings that fit what is asked of reports.

    None is no bound; then every reading that counts will do.
    """

    filters: Filters
    speakers: tuple[int, ...] | None
    parties: tuple[int, ...] | None
    readings: tuple[int, ...] | None

    def of_item(self, *, readings: bool = True) -> list[ColumnElement[bool]]:
        """The conditions on rows of ``item``; without ``readings``, but for those on its reading."""
        wanted = self.filters
        found: list[ColumnElement[bool]] = []
        section = item.c.section.concat("")  # so that no index is walked for it
        if wanted.section:
            found.append(section == wanted.section)
        if wanted.since:
            found.append(item.c.last_day >= wanted.since)
        if wanted.until:
            found.append(item.c.first_day <= wanted.until)
        if readings and self.readings is None:
            found.append(exists().where(current.c.reading_n == item.c.reading_n))
        elif readings and self.readings is not None:
            found.append((item.c.reading_n + 0).in_(written_out(self.readings)))
        if self.speakers is not None:
            found += [section == "statements", _stands(self.speakers, SPEAKING)]
        if self.parties is not None:
            found.append(_stands(self.parties, ()))
        return found


def scope(connection: Connection, filters: Filters) -> Scope:
    """The filters, looked up in the record."""
    readings = None
    if filters.of_reports:
        joined = current.join(report, report.c.n == current.c.report_n)
        fitting = select(current.c.reading_n).select_from(joined).where(*filters.of_report())
        readings = tuple(connection.scalars(fitting))
    return Scope(filters, _numbers(connection, filters.speaker), _numbers(connection, filters.party), readings)


def has_item(connection: Connection, wanted: Scope, reading_n: ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that a reading has an item which fits; of somebody who is seldom named, those few are looked up."""
    for numbers in (wanted.speakers, wanted.parties):
        if numbers is not None and _count(connection, numbers) < _MANY:
            linked = item_who.join(item, item.c.n == item_who.c.item_n)
            theirs = item_who.c.who_n.in_(written_out(numbers))
            return reading_n.in_(select(item.c.reading_n).select_from(linked).where(theirs, *wanted.of_item()))
    fits = exists().where(item.c.reading_n == reading_n, *wanted.of_item())
    return fits.correlate_except(item)


def _numbers(connection: Connection, somebody: str | None) -> tuple[int, ...] | None:
    """The numbers of everybody whom a name may mean."""
    if not somebody:
        return None
    return tuple(connection.scalars(select(who.c.n).where(named(somebody)).order_by(who.c.n)))


def _count(connection: Connection, numbers: tuple[int, ...]) -> int:
    """In how many fields of items they stand, up to ``_MANY``."""
    links: Select[tuple[str]] = select(item_who.c.role).where(item_who.c.who_n.in_(written_out(numbers))).limit(_MANY)
    return connection.scalar(select(func.count()).select_from(links.subquery())) or 0


def _stands(numbers: tuple[int, ...], roles: tuple[str, ...]) -> ColumnElement[bool]:
    """Whether one of them stands in the item; all of the table's key is given, so that it is looked up at once."""
    link = item_who.alias()
    links = exists().where(
        link.c.who_n.in_(written_out(numbers)),
        link.c.reach == item.c.reach,
        link.c.first_day == func.coalesce(item.c.first_day, ""),
        link.c.item_n == item.c.n,
    )
    return links.where(link.c.role.in_(roles)) if roles else links
