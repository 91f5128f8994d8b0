"""``detente dispute list``, ``show`` and ``suggest``: what disputes there are, and what may be some."""

from __future__ import annotations

from dataclasses import asdict
from typing import Annotated

import typer

from detente.cli.answer import Format
from detente.cli.record_options import RecordPath


def listed(
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    record: RecordPath = None,
) -> None:
    """List the disputes of the record, with how many reports belong to each."""
    from detente.cli.answer import put_csv, put_json
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put
    from detente.record import disputes
    from detente.record.belonging import keys_of

    columns = ("name", "reports", "version", "at", "by")
    with open_record(record) as store, store.reading() as connection:
        found = [
            (one.name, len(keys_of(connection, one.name)), one.version, one.at, one.by)
            for one in disputes.all_stored(connection)
        ]
    if format is Format.JSON:
        put_json([dict(zip(columns, row, strict=True)) for row in found])
    elif format is Format.CSV:
        put_csv(columns, found)
    else:
        for name, count, version, at, by in found:
            put(f"{name}  {count:,} reports, version {version} of {at} by {by}\n")
        if not found:
            put("There is no dispute; detente dispute new begins one, detente dispute suggest helps.\n")


def show(
    name: Annotated[str, typer.Argument(help="The dispute's name, or the path of a dispute file.")],
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    record: RecordPath = None,
) -> None:
    """Show a dispute: its file, and which reports belong to it, each with why."""
    from detente.cli.answer import put_csv, put_json, put_page
    from detente.cli.record_options import open_record
    from detente.formats.printed_dispute import print_dispute
    from detente.model.round_trip import plain
    from detente.record.belonging import belonging
    from detente.record.disputes import the_dispute
    from detente.record.filters import Filters
    from detente.record.ids import short
    from detente.record.report_list import reports

    with open_record(record) as store, store.reading() as connection:
        dispute = the_dispute(connection, name)
        why = belonging(connection, dispute)
        found = reports(connection, Filters(keys=frozenset(why)))
        shown = {one.id: short(connection, one.id) for one in found}
    rows = [
        {"id": one.id, "published": one.published, "publisher": one.publisher, "headline": one.headline,
         "source": one.source, "why": why[one.key]}
        for one in found
    ]  # fmt: skip
    if format is Format.JSON:
        put_json({"dispute": plain(dispute), "reports": rows})
    elif format is Format.CSV:
        columns = ("id", "published", "publisher", "headline", "source", "why")
        put_csv(columns, ([row[column] for column in columns] for row in rows))
    else:
        put_page(lambda page: print_dispute(dispute, [(one, shown[one.id], why[one.key]) for one in found], page))


def suggest(
    least: Annotated[int, typer.Option(metavar="N", min=1, help="Only pairs with at least this many reports.")] = 2,
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    record: RecordPath = None,
) -> None:
    """Propose disputes from what is in the record: who acts on whom, and what both claim, with counts."""
    from detente.cli.answer import put_csv, put_json
    from detente.cli.record_options import open_record
    from detente.cli.terminal import put
    from detente.record.suggestion import suggestions

    with open_record(record) as store, store.reading() as connection:
        found = suggestions(connection, least)
    if format is Format.JSON:
        put_json([asdict(one) | {"name": one.name} for one in found])
    elif format is Format.CSV:
        rows = ((*one.parties, one.name, one.reports, one.events, "; ".join(one.places)) for one in found)
        put_csv(("party", "other", "name", "reports", "events", "places"), rows)
    else:
        for one in found:
            places = (
                f"; both claim {', '.join(f'{name} ({n:,})' for name, n in one.places.items())}" if one.places else ""
            )
            put(f"{' '.join(one.parties)}  {one.name}: {one.reports:,} reports, {one.events:,} events{places}\n")
        if found:
            parties = " ".join(f"--party {party}" for party in found[0].parties)
            put(f'\nBegin one with: detente dispute new "{found[0].name}" {parties} --out dispute.toml\n')
        else:
            put("No two parties act on one another or claim one place in enough reports.\n")
