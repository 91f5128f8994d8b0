"""What narrows them -> the reports of the record, with how many items of each section their readings have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, column, func, select, table, text

from detente.record.filters import Filters
from detente.record.relations import Related, marked, related
from detente.record.schema import current, item, reading, report
from detente.record.search_query import SearchQuery


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as it is now: ``versions`` are those of its key, ``items`` counts what each section of it has."""

    id: str
    key: str
    source: str
    url: str | None
    publisher: str | None
    language: str | None
    published: str | None
    headline: str | None
    added_at: str
    versions: int
    items: dict[str, int]
    related: list[Related]  #: what it is to other reports, and to its other versions


def reports(
    connection: Connection,
    filters: Filters,
    query: SearchQuery | None = None,
    limit: int | None = None,
    *,
    copies: bool = False,
) -> list[Listed]:
    """The reports that fit, by day of publication, those without one last.

    With ``section``, ``speaker`` or ``party`` in the filters, those that have such an item. With
    ``copies`` only near-copies, corrections, what was corrected, and versions.
    """
    joined = current.join(report, report.c.n == current.c.report_n).join(reading, reading.c.n == current.c.reading_n)
    columns = (report, reading.c.published, reading.c.headline, reading.c.sections, current.c.reading_n)
    found = select(*columns).select_from(joined).where(*filters.of_reading())
    if filters.of_items:
        bare = Filters(filters.section, filters.speaker, filters.party)
        found = found.where(reading.c.n.in_(select(item.c.reading_n).where(*bare.of_item())))
    if query is not None:
        words = table("report_words", column("rowid"))
        match = text("report_words MATCH :words").bindparams(words=query.match)
        found = found.where(reading.c.n.in_(select(words.c.rowid).where(match)))
    if copies:
        found = found.where(marked())
    ordered = found.order_by(reading.c.first_day.is_(None), reading.c.first_day, report.c.key).limit(limit)
    return [_listed(connection, row) for row in connection.execute(ordered).all()]


def _listed(connection: Connection, row: Row[Any]) -> Listed:
    counted = select(item.c.section, func.count()).where(item.c.reading_n == row.reading_n).group_by(item.c.section)
    counts: dict[str, int] = {section: count for section, count in connection.execute(counted)}  # noqa: C416
    versions = connection.scalar(select(func.count()).select_from(report).where(report.c.key == row.key))
    return Listed(
        row.id, row.key, row.source, row.url, row.publisher, row.language, row.published, row.headline, row.added_at,
        int(versions or 0), {section: counts.get(section, 0) for section in row.sections.split(",") if section},
        related(connection, row.n),
    )  # fmt: skip
