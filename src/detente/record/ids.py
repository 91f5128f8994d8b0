"""An id, or the beginning of one, as somebody types it -> what it stands for; an id -> its shortest unique form.

An item is ``statement-3f9a0c1d2b4e5f60``, or its digits alone; a party or time of one report is ``REPORT/ARG``, for its
id is not its own alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Row, or_, select

from detente.errors import UnknownId
from detente.record.readings import find_report
from detente.record.schema import correction, current, item, reading, report

#: What the ids of a section's items begin with; a party's id has no such beginning.
KINDS = {
    "times": "time",
    "people": "person",
    "statements": "statement",
    "events": "event",
    "terms": "term",
    "ahead": "ahead",
    "agreements": "agreement",
    "territories": "territory",
    "positions": "position",
    "pressures": "pressure",
    "figures": "figure",
}
SHORT = 8  #: hexadecimal digits that are shown, and more where they are not unique
_MOST = 6  # that are listed where several are meant
_OWN = re.compile(r"(?:([a-z]+)-)?([0-9a-f]{1,16})")


@dataclass(frozen=True, slots=True)
class Found:
    """What an id stands for: an item of a report's key, or the version of a report itself where ``item`` is null."""

    report_n: int
    key: str
    item: str | None = None


def find(connection: Connection, given: str) -> Found:
    """The item or report that is meant. Raises UnknownId where nothing is, or several."""
    whose, slash, own = given.rpartition("/")
    if slash and (found := _of_report(connection, whose, own)):
        return found
    items = _items(connection, given)
    try:
        number = find_report(connection, given)
    except UnknownId as unknown:
        if not items:
            raise
        reports = list(unknown.found)
    else:
        row = connection.execute(select(report.c.key, report.c.id).where(report.c.n == number)).one()
        if not items:
            return Found(number, row.key)
        reports = [row.id]
    if len(items) + len(reports) == 1:
        return items[0]
    raise UnknownId(given, [*(str(one.item) for one in items), *reports])


def find_item(connection: Connection, given: str) -> Found:
    """The item that is meant. Raises UnknownId, for a report, too."""
    found = find(connection, given)
    if found.item is None:
        raise UnknownId(given, reason="is a report; give the id of one of its items, which detente show lists")
    return found


def short(connection: Connection, identity: str) -> str:
    """The id with as few of its digits as are unique in the record, but at least eight."""
    kind, dash, digits = identity.rpartition("-")
    if not dash or not re.fullmatch(r"[0-9a-f]{16}", digits):
        return identity
    column = report.c.id if kind == "report" else item.c.id
    for length in range(SHORT, len(digits)):
        begins = f"{kind}-{digits[:length]}"
        others = select(column).where(_begins(column, begins), column != identity).limit(1)
        if connection.scalar(others) is None:
            return begins
    return identity


def _begins(column: Column[Any] | ColumnElement[Any], start: str) -> ColumnElement[bool]:
    """As a range, which an index answers; ``g`` comes after every digit."""
    return (column >= start) & (column < start + "g")


def _items(connection: Connection, given: str) -> list[Found]:
    """The items whose ids begin so: of readings that count and marked by hand; where none does, of older readings."""
    match = _OWN.fullmatch(given)
    if match is None:
        return []
    begins = [given] if match[1] else [f"{kind}-{given}" for kind in KINDS.values()]
    near = or_(*(_begins(item.c.id, start) for start in begins))
    by_hand = or_(*(_begins(correction.c.target, start) for start in begins)) & (correction.c.kind == "mark")
    read = item.join(reading, reading.c.n == item.c.reading_n).join(report, report.c.n == reading.c.report_n)
    now = read.join(current, current.c.reading_n == reading.c.n)
    marked = correction.join(current, current.c.key == correction.c.report_key)
    rows = _rows(connection, item.c.id, report.c.n, report.c.key, now, near)
    rows += _rows(connection, correction.c.target, current.c.report_n, current.c.key, marked, by_hand)
    rows = rows or _rows(connection, item.c.id, report.c.n, report.c.key, read, near)
    found = {row.id: Found(row.n, row.key, row.id) for row in rows}
    return [found[name] for name in sorted(found)]


def _rows(
    connection: Connection, identity: Any, number: Any, key: Any, joined: Any, near: ColumnElement[bool]
) -> list[Row[Any]]:
    columns = (identity.label("id"), number.label("n"), key.label("key"))
    found = select(*columns).select_from(joined).where(near).distinct().order_by(identity, number).limit(_MOST)
    return list(connection.execute(found))


def _of_report(connection: Connection, whose: str, own: str) -> Found | None:
    """The item of a report, as in ``report-3f9a/ARG``."""
    try:
        number = find_report(connection, whose)
    except UnknownId:
        return None  # a path has slashes, too
    joined = item.join(reading, reading.c.n == item.c.reading_n).join(report, report.c.n == reading.c.report_n)
    rows = _rows(connection, item.c.id, report.c.n, report.c.key, joined, (report.c.n == number) & (item.c.id == own))
    if not rows:
        marked = correction.join(current, current.c.key == correction.c.report_key)
        mine = (current.c.report_n == number) & (correction.c.kind == "mark") & (correction.c.target == own)
        rows = _rows(connection, correction.c.target, current.c.report_n, current.c.key, marked, mine)
    if not rows:
        raise UnknownId(f"{whose}/{own}")
    return Found(number, rows[0].key, rows[0].id)
