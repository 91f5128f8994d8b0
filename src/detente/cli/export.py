"""``detente export``: the record, or a dispute of it, for other programs."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.record_options import RecordPath

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Format(StrEnum):
    """What the record can be written as."""

    JSON = "json"
    CSV = "csv"
    TIMEML = "timeml"
    PLOVER = "plover"
    GEOJSON = "geojson"
    JSONLD = "jsonld"


def export(
    dispute: Annotated[
        str | None, typer.Argument(metavar="[DISPUTE]", help="Only this dispute: its name, or the path of its file.")
    ] = None,
    format: Annotated[  # noqa: A002
        Format, typer.Option(help="json is the record itself, for detente import; the others are for other programs.")
    ] = Format.JSON,
    out: Annotated[
        str | None, typer.Option(metavar="PATH", help="Write to a file, or one file a report into a folder.")
    ] = None,
    record: RecordPath = None,
) -> None:
    """Write the record with what was corrected: the same record gives the same bytes."""
    from detente.cli.output import Output
    from detente.cli.record_options import open_record
    from detente.record.belonging import keys_of
    from detente.record.disputes import the_dispute
    from detente.record.present import all_present

    with open_record(record) as store, store.reading() as connection:
        keys = keys_of(connection, dispute) if dispute is not None else None
        if format in (Format.JSON, Format.CSV):
            names = frozenset({the_dispute(connection, dispute).name}) if dispute is not None else None
            pieces = _json(connection, keys, names) if format is Format.JSON else _csv(connection, keys)
            _write(pieces, out, str(store.path))
            return
        with Output(format.value, out, [str(store.path)], text=True, evidence=False, times=False) as output:
            for told in all_present(connection, keys):
                output.write(told.reading)


def _json(connection: Connection, keys: frozenset[str] | None, names: frozenset[str] | None) -> Iterator[str]:
    from detente.controls import harmless_json
    from detente.record.dump import dump, text

    return map(harmless_json, text(dump(connection, keys, names)))


def _csv(connection: Connection, keys: frozenset[str] | None) -> Iterator[str]:
    from detente.formats.item_table import item_table
    from detente.record.present import all_present

    return item_table(all_present(connection, keys))


def _write(pieces: Iterator[str], out: str | None, record: str) -> None:
    from detente.cli.terminal import put_data
    from detente.files import Inputs, WholeFile

    data = (piece.encode("utf-8", "surrogatepass") for piece in pieces)
    if out is None:
        put_data(data)
        return
    Inputs([record]).refuse(out)
    with WholeFile(out) as file:
        for piece in data:
            file.write(piece)
