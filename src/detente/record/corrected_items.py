"""The items that corrections change, looked up report by report: what a list shows instead of what was read."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal

from sqlalchemy import Connection, func, select

from detente.record.amendment import Amended
from detente.record.filters import Filters
from detente.record.item_rows import ItemRow, item_row
from detente.record.present import corrected_keys, present
from detente.record.schema import correction


class CorrectedItems:
    """Corrections as lists need them; nothing is looked up in a record without any."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._reports: dict[str, Amended] = {}
        changing = correction.c.kind.in_(("correct", "hide", "rename"))
        #: at most so many items are not where they were read
        self.hiding = int(connection.scalar(select(func.count()).select_from(correction).where(changing)) or 0)

    @cached_property
    def keys(self) -> list[str]:
        """Of the reports that have corrections, in order."""
        return corrected_keys(self._connection)

    @cached_property
    def _keys(self) -> frozenset[str]:
        return frozenset(self.keys)

    def instead_of(self, key: str, section: str, identity: str) -> Any | Literal[False] | None:
        """The item as it is told, False where it is not, None where nothing on its report is corrected."""
        if key not in self._keys:
            return None
        items = self._report(key).reading.items.get(section, ())
        return next((one for one in items if one.id == identity), False)

    def changed(self, key: str) -> Iterator[tuple[int, str, Any]]:
        """The number of each correction of a report, with the section and item that it changed."""
        now = self._report(key)
        for section, items in now.reading.items.items():
            for one in items:
                for entry in now.applied.get(one.id, ()):
                    yield entry.n, section, one

    def admitted(self, filters: Filters, key: str, section: str, one: Any, publisher: str | None) -> bool:
        """Whether filters let a corrected item through."""
        return filters.admits(section, self._row(key, section, one), publisher, key)

    def first_day(self, key: str, one: Any) -> str | None:
        """The first day of an item's date, else of its report's."""
        day: str | None = self._row(key, "", one).columns["first_day"]
        return day

    def _row(self, key: str, section: str, one: Any) -> ItemRow:
        return item_row(section, one, 0, self._report(key).reading.front.published.date)

    def _report(self, key: str) -> Amended:
        if key not in self._reports:
            self._reports[key] = present(self._connection, key)
        return self._reports[key]
