"""``detente show``: something in the record, by its id."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.record_options import RecordPath

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from detente.record.ids import Found


class Format(StrEnum):
    """What it can be shown as."""

    TEXT = "text"
    JSON = "json"


def show(
    id: Annotated[  # noqa: A002
        str,
        typer.Argument(
            metavar="ID",
            help="An item's or a report's id, as much of it as is unique; REPORT/ARG for a party of a report; "
            "or the file that a report came from.",
        ),
    ],
    format: Annotated[Format, typer.Option(help="What to write.")] = Format.TEXT,  # noqa: A002
    why: Annotated[
        bool,
        typer.Option("--why", help="By which rule each field was made; of an event what it is one with, too, and why."),
    ] = False,
    evidence: Annotated[bool, typer.Option("--evidence", help="Show the source words of each line (text).")] = False,
    record: RecordPath = None,
) -> None:
    """Show an item: its words in their paragraph, on what its fields rest, how it came to be; or a report.

    A report says of which it is a near-copy, a correction or a version, by which it was corrected or copied, and why.
    """
    from detente.cli.record_options import open_record
    from detente.record.ids import find

    with open_record(record) as store, store.reading() as connection:
        found = find(connection, id)
        if why:
            _why(connection, found)
            return
        if found.item is None:
            _report(connection, found, format, evidence=evidence)
        else:
            _item(connection, found, format)


def _report(connection: Connection, found: Found, format: Format, *, evidence: bool) -> None:  # noqa: A002
    from detente.cli.answer import put_json, put_page
    from detente.formats.printed_reading import print_reading
    from detente.formats.printed_relations import relation_lines
    from detente.model.round_trip import plain, reading_json
    from detente.record.ids import short
    from detente.record.present import present
    from detente.record.readings import is_newest, reading_of
    from detente.record.relations import related

    newest = is_newest(connection, found.report_n)
    reading = present(connection, found.key).reading if newest else reading_of(connection, found.report_n)
    others = related(connection, found.report_n)
    if format is Format.JSON:
        put_json(reading_json(reading) | ({"related": plain(others)} if others else {}))
        return
    ids = partial(short, connection)
    beside = list(relation_lines(others, ids, copies=True))
    put_page(lambda page: print_reading(reading, page, evidence=evidence, short=ids, beside=beside))


def _why(connection: Connection, found: Found) -> None:
    from detente.cli.answer import put_page
    from detente.dossier.from_record import from_record
    from detente.errors import UnknownId
    from detente.formats.printed_joins import print_joins
    from detente.formats.printed_why import print_why
    from detente.record.ids import short
    from detente.record.item_view import item_view

    event = from_record(connection).event(found.item or "")
    if event is not None:
        put_page(lambda page: print_joins(event, page, partial(short, connection)))
    elif found.item is None:
        raise UnknownId(found.item or found.key, reason="is no item; give the id of one, as detente show has them")
    if found.item is not None and found.item in _read(connection, found):
        view = item_view(connection, found)
        put_page(lambda page: print_why(view.section, view.item, page))


def _read(connection: Connection, found: Found) -> set[str]:
    """The ids of the items of the report that something was found in."""
    from detente.record.readings import reading_of

    reading = reading_of(connection, found.report_n)
    return {item.id for items in reading.items.values() for item in items}


def _item(connection: Connection, found: Found, format: Format) -> None:  # noqa: A002
    from detente.cli.answer import put_json, put_page
    from detente.formats.printed_item import print_item
    from detente.record.ids import short
    from detente.record.item_view import item_view

    view = item_view(connection, found)
    if format is Format.JSON:
        put_json(view.plain())
        return
    put_page(lambda page: print_item(view, page, partial(short, connection)))
