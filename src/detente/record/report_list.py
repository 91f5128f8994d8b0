"""What narrows them -> the reports of the record, with how many items of each section their readings have."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, column, func, select, table, text

from detente.record.filters import Filters
from detente.record.relations import Related, marked, related
from detente.record.schema import current, headline, item, reading, report
from detente.record.scope import has_item, scope
from detente.record.search_query import SearchQuery

_AT_ONCE = 500  # reports that are looked up together
_JOINED = current.join(report, report.c.n == current.c.report_n).join(reading, reading.c.n == current.c.reading_n)


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
    conditions = list(filters.of_reading())
    if filters.of_items:
        bare = scope(connection, Filters(filters.section, filters.speaker, filters.party))
        conditions.append(has_item(bare, reading.c.n))
    if query is not None:
        words = table("report_words", column("rowid"))
        match = text("report_words MATCH :words").bindparams(words=query.match)
        conditions.append(reading.c.n.in_(select(words.c.rowid).where(match)))
    if copies:
        conditions.append(marked())
    numbers: list[int] = []
    for dated in (reading.c.first_day.is_not(None), reading.c.first_day.is_(None)):
        if limit is None or len(numbers) < limit:
            found = select(reading.c.n).select_from(_JOINED).where(dated, *conditions)
            ordered = found.order_by(reading.c.first_day, report.c.key)
            numbers += connection.scalars(ordered.limit(limit - len(numbers) if limit is not None else None))
    return [one for some in _batches(numbers) for one in _listed(connection, some)]


def _batches(numbers: list[int]) -> Iterator[list[int]]:
    return (numbers[start : start + _AT_ONCE] for start in range(0, len(numbers), _AT_ONCE))


def _listed(connection: Connection, numbers: list[int]) -> Iterator[Listed]:
    """The reports of readings, in the order of these."""
    columns = (report, reading.c.published, headline(), reading.c.sections, current.c.reading_n)
    found = select(*columns).select_from(_JOINED).where(reading.c.n.in_(numbers))
    rows = {row.reading_n: row for row in connection.execute(found)}
    counts: defaultdict[int, dict[str, int]] = defaultdict(dict)
    counted = select(item.c.reading_n, item.c.section, func.count()).where(item.c.reading_n.in_(numbers))
    for number, section, count in connection.execute(counted.group_by(item.c.reading_n, item.c.section)):
        counts[number][section] = count
    versions = Counter(
        connection.scalars(select(report.c.key).where(report.c.key.in_([row.key for row in rows.values()])))
    )
    for number in numbers:
        row = rows[number]
        yield Listed(
            row.id, row.key, row.source, row.url, row.publisher, row.language, row.published, row.headline,
            row.added_at, versions[row.key],
            {section: counts[number].get(section, 0) for section in row.sections.split(",") if section},
            related(connection, row.n),
        )  # fmt: skip
