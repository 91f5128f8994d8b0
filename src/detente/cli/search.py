"""``detente search``: words, where they stand and who said them."""

from __future__ import annotations

from functools import partial
from typing import Annotated

import typer

from detente.cli.answer import Format
from detente.cli.filter_options import InDispute, Party, Publisher, Section, Since, Speaker, Until
from detente.cli.record_options import RecordPath


def search(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORDS",
            help='What to search for: words, "a phrase", AND, OR, NOT, begin*; none for all that fits.',
        ),
    ] = None,
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
    from detente.formats.hit_rows import COLUMNS, hit_json, hit_row
    from detente.formats.printed_hits import print_hits
    from detente.record.ids import short
    from detente.record.search import search
    from detente.record.search_query import search_query

    asked = " ".join(words or ())
    query = search_query(asked) if asked.strip() else None
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
        put_json({"search": asked, "hits": [hit_json(hit) for hit in hits]})
    elif format is Format.CSV:
        put_csv(COLUMNS, map(hit_row, hits))
    if not hits:
        raise typer.Exit(FAILED)
