"""Words, and what narrows them -> the items and sentences of the record in which they stand, best first.

The rank is BM25 of FTS5 over an item's words and the names in it. After the items come, if only words, days and
reports were asked for, sentences out of which nothing with these words was read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, column, func, literal_column, select, table, text

from detente.model.round_trip import typed
from detente.model.sections import SECTIONS
from detente.record import blobs
from detente.record.filters import Filters
from detente.record.passage import Passage, fitting, sentence
from detente.record.schema import current, item, reading, report
from detente.record.search_query import SearchQuery

_FIRST = 2_000  # best by their words alone; only where too few of them fit are all of them looked at


@dataclass(frozen=True, slots=True)
class Source:
    """The report that a line of an answer rests on."""

    id: str
    key: str
    source: str
    publisher: str | None
    published: str | None
    headline: str | None


@dataclass(frozen=True, slots=True)
class Hit:
    """An item whose words were searched for, or, without ``item``, a sentence of a report."""

    section: str | None
    item: Any
    passage: Passage
    report: Source


def search(connection: Connection, query: SearchQuery | None, filters: Filters, limit: int) -> list[Hit]:
    """At most ``limit`` hits, best first; without a query, whatever fits the filters, by day."""
    texts: dict[str, str] = {}
    hits = [_hit(connection, row, query, texts) for row in _items(connection, query, filters, limit)]
    if query is not None and len(hits) < limit and not filters.of_items:
        seen = {hit.report.id for hit in hits}
        rows = _reports(connection, query, filters, limit)
        hits += [_report_hit(connection, row, query, texts) for row in rows if row.id not in seen][: limit - len(hits)]
    return hits


_COLUMNS = (report.c.id, report.c.key, report.c.source, report.c.publisher, report.c.text_sha256)
_READ = (reading.c.published, reading.c.headline)


def _items(connection: Connection, query: SearchQuery | None, filters: Filters, limit: int) -> list[Row[Any]]:
    joined = item.join(current, current.c.reading_n == item.c.reading_n)
    joined = joined.join(report, report.c.n == current.c.report_n).join(reading, reading.c.n == current.c.reading_n)
    columns: list[Any] = [item.c.n, item.c.section, item.c.json, *_COLUMNS, *_READ]
    conditions = list(filters.of_item(connection))
    if query is None:
        listed = select(*columns).select_from(joined).where(*conditions).where(item.c.section != "times")
        return list(connection.execute(listed.order_by(item.c.first_day, item.c.n).limit(limit)))
    rows: list[Row[Any]] = []
    for most in (_FIRST, None):
        ranked = _ranked("item_words", query, most)
        found = select(*columns).select_from(joined.join(ranked, ranked.c.number == item.c.n)).where(*conditions)
        rows = list(connection.execute(found.order_by(ranked.c.score, item.c.n).limit(limit)))
        if len(rows) == limit or most is None or _count(connection, ranked) < most:
            break
    return rows


def _reports(connection: Connection, query: SearchQuery, filters: Filters, limit: int) -> list[Row[Any]]:
    ranked = _ranked("report_words", query, None)
    joined = reading.join(ranked, ranked.c.number == reading.c.n).join(current, current.c.reading_n == reading.c.n)
    joined = joined.join(report, report.c.n == current.c.report_n)
    found = select(*_COLUMNS, *_READ).select_from(joined).where(*filters.of_reading())
    return list(connection.execute(found.order_by(ranked.c.score, reading.c.n).limit(2 * limit)))


def _ranked(name: str, query: SearchQuery, most: int | None) -> Any:
    words = table(name, column("rowid"))
    found: Select[Any] = select(words.c.rowid.label("number"), literal_column(f"{name}.rank").label("score"))
    found = found.where(text(f"{name} MATCH :words").bindparams(words=query.match))
    if most is not None:
        found = found.order_by(literal_column(f"{name}.rank")).limit(most)
    return found.subquery("ranked")


def _count(connection: Connection, ranked: Any) -> int:
    return int(connection.scalar(select(func.count()).select_from(ranked)) or 0)


def _hit(connection: Connection, row: Row[Any], query: SearchQuery | None, texts: dict[str, str]) -> Hit:
    found = typed(json.loads(row.json), SECTIONS[row.section].item, row.id)
    whole = _text(connection, row.text_sha256, texts)
    words = found.evidence
    passage = sentence(whole, words.start, words.end, query.terms if query else ())
    return Hit(row.section, found, passage, _source(row))


def _report_hit(connection: Connection, row: Row[Any], query: SearchQuery, texts: dict[str, str]) -> Hit:
    whole = _text(connection, row.text_sha256, texts)
    start, end = next(iter(_together(whole, query)), (0, 0))
    return Hit(None, None, sentence(whole, start, end, query.terms), _source(row))


def _together(whole: str, query: SearchQuery) -> Iterator[tuple[int, int]]:
    """Where terms stand, those first in whose sentences most do."""
    places = list(fitting(whole, query.terms))
    yield from sorted(places, key=lambda place: -len(sentence(whole, place[0], place[1], query.terms).marked))


def _text(connection: Connection, sha256: str, texts: dict[str, str]) -> str:
    if sha256 not in texts:
        texts[sha256] = blobs.get_text(connection, sha256)
    return texts[sha256]


def _source(row: Row[Any]) -> Source:
    return Source(row.id, row.key, row.source, row.publisher, row.published, row.headline)
