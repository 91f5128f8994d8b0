"""``detente search``: words, where they stand and who said them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.answer import Format
from detente.cli.filter_options import InDispute, Party, Publisher, Section, Since, Speaker, Until
from detente.cli.record_options import RecordPath

if TYPE_CHECKING:
    from detente.record.search import Hit

_COLUMNS = (
    "id", "section", "date", "who", "words", "sentence", "start", "end", "report", "publisher", "published", "source",
)  # fmt: skip


def search(
    words: Annotated[
        str, typer.Argument(help='What to search for: words, "a phrase", AND, OR, NOT, begin*; none for all that fits.')
    ] = "",
    speaker: Speaker = None,
    party: Party = None,
    section: Section = None,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    dispute: InDispute = None,
    limit: Annotated[int, typer.Option(metavar="N", min=1, help="At most this many.")] = 20,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    record: RecordPath = None,
) -> None:
    """Find what was read and the sentences that it rests on, best first; without words, by day.

    Case, accents and the marks of letters make no difference. Exit codes: 0 found, 1 nothing found, 2 wrong usage.
    """
    from detente.cli.answer import put_csv, put_json, put_page
    from detente.cli.exits import FAILED
    from detente.cli.filter_options import filters
    from detente.cli.record_options import open_record
    from detente.errors import UsageError
    from detente.formats.printed_hits import print_hits
    from detente.record.ids import short
    from detente.record.search import search
    from detente.record.search_query import search_query

    query = search_query(words) if words.strip() else None
    with open_record(record) as store, store.reading() as connection:
        wanted = filters(
            connection, section=section, speaker=speaker, party=party,
            since=since, until=until, publisher=publisher, dispute=dispute,
        )  # fmt: skip
        if query is None and wanted.is_empty:
            raise UsageError("nothing to search for; give words, or what to narrow the record to, such as --speaker")
        hits = search(connection, query, wanted, limit)
        if format is Format.TEXT:
            put_page(lambda page: print_hits(hits, page, partial(short, connection)))
    if format is Format.JSON:
        put_json({"search": words, "hits": [_json(hit) for hit in hits]})
    elif format is Format.CSV:
        put_csv(_COLUMNS, map(_row, hits))
    if not hits:
        raise typer.Exit(FAILED)


def _json(hit: Hit) -> dict[str, object]:
    from dataclasses import asdict

    from detente.model.round_trip import plain

    passage = hit.passage
    return {
        "section": hit.section,
        "item": plain(hit.item),
        "sentence": {"start": passage.start, "end": passage.end, "text": passage.text},
        "marked": [list(span) for span in passage.marked],
        "report": asdict(hit.report),
    }


def _row(hit: Hit) -> tuple[object, ...]:
    from detente.formats.item_facts import date_of, who_of

    item, passage, source = hit.item, hit.passage, hit.report
    own = (item.id, hit.section, date_of(item), who_of(item), item.evidence.text) if item else (None,) * 5
    place = item.evidence if item else passage
    return (
        *own, passage.text, place.start, place.end, source.id, source.publisher, source.published, source.source,
    )  # fmt: skip
