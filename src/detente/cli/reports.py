"""``detente reports``: the reports of the record, narrowed and counted."""

from __future__ import annotations

from dataclasses import asdict
from functools import partial
from typing import Annotated

import typer

from detente.cli.answer import Format
from detente.cli.filter_options import InDispute, Party, Publisher, Section, Since, Speaker, Until
from detente.cli.record_options import RecordPath


def reports(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="WORDS", help="Words that stand in the report, as for detente search."),
    ] = None,
    speaker: Speaker = None,
    party: Party = None,
    section: Section = None,
    since: Since = None,
    until: Until = None,
    publisher: Publisher = None,
    dispute: InDispute = None,
    copies: Annotated[
        bool, typer.Option("--copies", help="Only near-copies, corrections and versions of others, each with why.")
    ] = False,
    limit: Annotated[int | None, typer.Option(metavar="N", min=1, help="At most this many.")] = None,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    record: RecordPath = None,
) -> None:
    """List the reports of the record by day, with how many items of each section were read out of them.

    What is a near-copy, a correction or a version of another report, or was corrected by one, says so.

    Exit codes: 0 found, 1 nothing found, 2 wrong usage.
    """
    from detente.cli.answer import put_csv, put_json, put_page
    from detente.cli.exits import FAILED
    from detente.cli.filter_options import filters
    from detente.cli.record_options import open_record
    from detente.formats.printed_reports import print_reports
    from detente.formats.report_rows import report_relations, report_rows
    from detente.record.ids import short
    from detente.record.report_list import reports
    from detente.record.search_query import search_query

    asked = " ".join(words or ())
    query = search_query(asked) if asked.strip() else None
    with open_record(record) as store, store.reading() as connection:
        wanted = filters(
            connection, section=section, speaker=speaker, party=party,
            since=since, until=until, publisher=publisher, dispute=dispute,
        )  # fmt: skip
        found = reports(connection, wanted, query, limit, copies=copies)
        if format is Format.TEXT:
            put_page(lambda page: print_reports(found, page, partial(short, connection), why=copies))
    if format is Format.JSON:
        put_json([asdict(one) for one in found])
    elif format is Format.CSV:
        put_csv(*(report_relations(found) if copies else report_rows(found)))
    if not found:
        raise typer.Exit(FAILED)
