"""Words, and what narrows them -> the items and sentences of the record in which they stand, best first.

The rank is that of an item's words and the names in it. After the items come, if only words, days and reports were
asked for, sentences with these words in which none of the items stands. Items are told as they are corrected.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from heapq import merge, nsmallest
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Row, select

from detente.model.round_trip import typed
from detente.model.sections import SECTIONS
from detente.record import blobs
from detente.record.by_day import numbers_by_day
from detente.record.corrected_items import CorrectedItems
from detente.record.filters import Filters, written_out
from detente.record.folded import words
from detente.record.passage import Passage, fitting, sentence
from detente.record.schema import current, headline, item, reading, report
from detente.record.scope import scope
from detente.record.search_query import SearchQuery
from detente.record.word_hits import item_ranks, ranks_by_hand, reading_ranks


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


_COLUMNS = (report.c.id, report.c.key, report.c.source, report.c.publisher, report.c.text_sha256)
_READ = (reading.c.published, headline())


def search(connection: Connection, query: SearchQuery | None, filters: Filters, limit: int) -> list[Hit]:
    """At most ``limit`` hits, best first; without a query, whatever fits the filters, by day."""
    texts = _Texts(connection)
    hits = [_hit(found, query, texts) for found in _items(connection, query, filters, limit)]
    if query is not None and len(hits) < limit and not filters.of_items:
        hits += islice(
            _sentences(_reports(connection, query, filters, 2 * limit), query, texts, hits), limit - len(hits)
        )
    return hits


@dataclass(frozen=True, slots=True)
class _Found:
    """An item as it is told now, its place among the hits, and the row of its report."""

    rank: tuple[Any, ...]
    section: str
    item: Any
    row: Row[Any]


def _items(connection: Connection, query: SearchQuery | None, filters: Filters, limit: int) -> list[_Found]:
    corrected = CorrectedItems(connection)
    found: dict[tuple[str, str], _Found] = {}
    as_read = _as_read(_rows(connection, query, filters, limit + corrected.hiding), filters, corrected)
    as_corrected = sorted(_as_corrected(connection, query, filters, corrected), key=_rank)
    for one in merge(as_read, as_corrected, key=_rank):
        found.setdefault((one.row.key, one.item.id), one)
        if len(found) == limit:
            break
    return list(found.values())


def _rank(one: _Found) -> tuple[Any, ...]:
    return one.rank


def _as_read(
    rows: Iterable[tuple[tuple[Any, ...], Any]], filters: Filters, corrected: CorrectedItems
) -> Iterator[_Found]:
    """What the rows of items give, but for those that a correction hides or puts outside the filters."""
    for rank, row in rows:
        section = row.section
        one = corrected.instead_of(row.key, section, row.item_id)
        if one is None:
            one = typed(json.loads(row.json), SECTIONS[section].item, row.item_id)
        elif one is False or not corrected.admitted(filters, row.key, section, one, row.publisher):
            continue
        yield _Found(rank, section, one, row)


def _as_corrected(
    connection: Connection, query: SearchQuery | None, filters: Filters, corrected: CorrectedItems
) -> Iterator[_Found]:
    """Items whose words, or whatever is asked for, came by correction or by hand."""
    if not corrected.keys:
        return
    scores = ranks_by_hand(connection, query) if query is not None else None
    if scores == {}:
        return
    for key in corrected.keys:
        if filters.keys is not None and key not in filters.keys:
            continue
        row: Row[Any] | None = None
        for number, section, one in corrected.changed(key):
            if scores is not None and number not in scores:
                continue
            row = row or connection.execute(_reports_now().where(report.c.key == key)).one()
            if corrected.admitted(filters, key, section, one, row.publisher):
                day = corrected.first_day(key, one) or ""
                yield _Found((scores[number] if scores is not None else day, -number), section, one, row)


def _rows(
    connection: Connection, query: SearchQuery | None, filters: Filters, limit: int
) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """The rows of items that were read, each with its place among the hits."""
    wanted = scope(connection, filters)
    if query is None:
        numbers = numbers_by_day(connection, wanted, limit)
        ranks: dict[int, float] = {}
    else:
        ranks = item_ranks(connection, query, wanted, limit)
        numbers = _best(ranks, limit)
    joined = item.join(reading, reading.c.n == item.c.reading_n).join(report, report.c.n == reading.c.report_n)
    columns: list[Any] = [item.c.n, item.c.section, item.c.id.label("item_id"), item.c.json, item.c.first_day]
    found = select(*columns, *_COLUMNS, *_READ).select_from(joined).where(item.c.n.in_(written_out(numbers)))
    rows = {row.n: row for row in connection.execute(found)}
    for number in numbers:
        row = rows[number]
        yield (ranks[number] if query else row.first_day or "", number), row


def _reports_now() -> Any:
    joined = current.join(report, report.c.n == current.c.report_n).join(reading, reading.c.n == current.c.reading_n)
    return select(*_COLUMNS, *_READ).select_from(joined)


def _reports(connection: Connection, query: SearchQuery, filters: Filters, limit: int) -> list[Row[Any]]:
    numbers = _best(reading_ranks(connection, query, filters, limit), limit)
    found = _reports_now().add_columns(reading.c.n).where(reading.c.n.in_(written_out(numbers)))
    rows = {row.n: row for row in connection.execute(found)}
    return [rows[number] for number in numbers]


def _best(ranks: dict[int, float], limit: int) -> list[int]:
    return nsmallest(limit, ranks, key=lambda number: (ranks[number], number))


class _Texts:
    """The texts of reports, each unpacked once."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._texts: dict[str, str] = {}

    def of(self, row: Row[Any]) -> str:
        if row.text_sha256 not in self._texts:
            self._texts[row.text_sha256] = blobs.get_text(self._connection, row.text_sha256)
        return self._texts[row.text_sha256]


def _hit(found: _Found, query: SearchQuery | None, texts: _Texts) -> Hit:
    rests_on = found.item.evidence
    passage = sentence(texts.of(found.row), rests_on.start, rests_on.end, query.terms if query else ())
    return Hit(found.section, found.item, passage, _source(found.row))


def _sentences(rows: Iterable[Row[Any]], query: SearchQuery, texts: _Texts, hits: list[Hit]) -> Iterator[Hit]:
    """Of each report the sentences with the most of what is searched for, but for those of the hits that there are."""
    told: dict[str, list[Passage]] = {}
    for hit in hits:
        told.setdefault(hit.report.id, []).append(hit.passage)
    typed = {term.words: term.form_of for term in query.terms if term.form_of}
    for row in rows:
        whole = texts.of(row)
        found = {one.start: one for one in (sentence(whole, *at, query.terms) for at in fitting(whole, query.terms))}
        many = {start: _words(one, typed) for start, one in found.items()}
        best = [one for start, one in found.items() if many[start] == max(many.values())] or [sentence(whole, 0, 0)]
        known = told.get(row.id, ())
        yield from (Hit(None, None, one, _source(row)) for one in best if not any(map(one.overlaps, known)))


def _words(passage: Passage, typed: Mapping[tuple[str, ...], str]) -> int:
    """How many different words that were typed are marked in it."""
    marked = (tuple(words(piece)) for piece, is_marked in passage.pieces() if is_marked)
    return len({typed.get(one, " ".join(one)) for one in marked})


def _source(row: Row[Any]) -> Source:
    return Source(row.id, row.key, row.source, row.publisher, row.published, row.headline)
