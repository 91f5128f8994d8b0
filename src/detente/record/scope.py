"""Filters, with the names and reports that they ask for looked up -> conditions on items.

The conditions are written so that they only test an item that was met on some way and never are the way themselves:
in which order an answer is looked for is decided by who asks, not by guesses of the database.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, and_, exists, select

from detente.record.filters import SPEAKING, Filters, named, written_out
from detente.record.schema import current, item, item_who, reading_who, report, who


@dataclass(frozen=True, slots=True)
class Scope:
    """Filters; the numbers of everybody who is meant, and of the readings in which there may be something.

    None is no bound; then every reading that counts will do.
    """

    filters: Filters
    speakers: tuple[int, ...] | None
    parties: tuple[int, ...] | None
    readings: tuple[int, ...] | None
    fitting: Any  #: the same for ``IN``

    @property
    def section(self) -> str | None:
        """The only section that is asked for; only statements have speakers."""
        return "statements" if self.speakers is not None else self.filters.section

    @property
    def somebody(self) -> bool:
        """Whether they ask who stands in an item."""
        return self.speakers is not None or self.parties is not None

    def of_item(self, *, readings: bool = True) -> list[ColumnElement[bool]]:
        """The conditions on rows of ``item``; without ``readings``, but for those on its reading."""
        found = list(self.of_row())
        if readings and self.fitting is None:
            found.append(exists().where(current.c.reading_n == item.c.reading_n))
        elif readings and self.fitting is not None:
            found.append((item.c.reading_n + 0).in_(self.fitting))
        return found + list(self.of_number(item.c.n))

    def of_row(self) -> Iterator[ColumnElement[bool]]:
        """The conditions on what a row of ``item`` says itself, but for its section where somebody is asked for."""
        wanted = self.filters
        if wanted.section and not self.somebody:
            yield item.c.section.concat("") == wanted.section  # so that no index is walked for it
        if wanted.since:
            yield item.c.last_day >= wanted.since
        if wanted.until:
            yield item.c.first_day <= wanted.until

    def of_number(self, item_n: ColumnElement[int]) -> Iterator[ColumnElement[bool]]:
        """The conditions on who stands in the item of a number, of the section that is asked for."""
        link = item_who.alias()
        sections = {self.filters.section, "statements" if self.speakers is not None else None} - {None}
        for numbers, roles in ((self.speakers, SPEAKING), (self.parties, ())):
            if numbers is not None:
                stands = exists().where(link.c.item_n == item_n, (link.c.who_n + 0).in_(numbers))
                stands = stands.where(*(link.c.section == section for section in sorted(sections, key=str)))
                yield stands.where(link.c.role.in_(roles)) if roles else stands


def scope(connection: Connection, filters: Filters) -> Scope:
    """The filters, looked up in the record."""
    speakers, parties = _numbers(connection, filters.speaker), _numbers(connection, filters.party)
    readings: tuple[int, ...] | None = None
    fitting: Any = None
    if filters.of_reports:
        joined = current.join(report, report.c.n == current.c.report_n)
        fitting = select(current.c.reading_n).select_from(joined).where(*filters.of_report())
        section = "statements" if speakers is not None else filters.section
        for numbers in (speakers, parties):
            if numbers is not None:
                fitting = fitting.where(_in_reading(numbers, section, current.c.reading_n))
        readings = tuple(connection.scalars(fitting))
        if speakers is not None or parties is not None:
            fitting = written_out(readings)  # they are fewer, and were dearer to find
    return Scope(filters, speakers, parties, readings, fitting)


def has_item(wanted: Scope, reading_n: ColumnElement[int]) -> ColumnElement[bool]:
    """The condition that a reading has an item which fits."""
    fits = exists().where(item.c.reading_n == reading_n, *wanted.of_item(readings=False)).correlate_except(item)
    named = [numbers for numbers in (wanted.speakers, wanted.parties) if numbers is not None]
    return and_(*(reading_n.in_(_readings(numbers, wanted.section)) for numbers in named), fits)


def _readings(numbers: tuple[int, ...], section: str | None) -> Select[tuple[int]]:
    """The readings in which one of them stands."""
    found = select(reading_who.c.reading_n).where(reading_who.c.who_n.in_(numbers))
    return found.where(reading_who.c.section == section) if section else found


def _in_reading(numbers: tuple[int, ...], section: str | None, reading_n: ColumnElement[int]) -> ColumnElement[bool]:
    """Whether one of them stands in a reading; asked of each, for the readings are fewer than those of somebody."""
    return _readings(numbers, section).where(reading_who.c.reading_n == reading_n).exists()


def _numbers(connection: Connection, somebody: str | None) -> tuple[int, ...] | None:
    """The numbers of everybody whom a name may mean."""
    if not somebody:
        return None
    return tuple(connection.scalars(select(who.c.n).where(named(somebody)).order_by(who.c.n)))
