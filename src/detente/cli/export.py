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
    GRAPHML = "graphml"
    EDGES = "edges"
    DNA = "dna"


class NetworkKind(StrEnum):
    """Which network of positions."""

    TWO_MODE = "two-mode"
    CONGRUENCE = "congruence"
    CONFLICT = "conflict"
    SUBTRACT = "subtract"


class ActorKind(StrEnum):
    """Who its actors are."""

    PARTIES = "parties"
    PEOPLE = "people"


_OF_POSITIONS = frozenset({Format.GRAPHML, Format.EDGES, Format.DNA})


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
    network: Annotated[
        NetworkKind, typer.Option(help="graphml, edges: who stands where on what, or who agrees with whom.")
    ] = NetworkKind.TWO_MODE,
    actors: Annotated[ActorKind, typer.Option(help="graphml, edges: between whom.")] = ActorKind.PARTIES,
    record: RecordPath = None,
) -> None:
    """Write the record with what was corrected: the same record gives the same bytes.

    graphml and edges are networks of positions, dna a database for Discourse Network Analyzer 3.
    """
    from detente.cli.output import Output
    from detente.cli.record_options import open_record
    from detente.record.belonging import keys_of
    from detente.record.disputes import the_dispute
    from detente.record.present import all_present

    with open_record(record) as store, store.reading() as connection:
        if format in _OF_POSITIONS:
            _put(iter((_of_positions(connection, dispute, format, network, actors),)), out, str(store.path))
            return
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


def _of_positions(
    connection: Connection,
    dispute: str | None,
    format: Format,  # noqa: A002
    kind: NetworkKind,
    actors: ActorKind,
) -> bytes:
    from detente.cli.answer import csv_text
    from detente.dossier.from_record import from_record
    from detente.dossier.network import Actors, Network, network
    from detente.formats.dna import dna
    from detente.formats.graphml import COLUMNS, edge_rows, graphml

    made = from_record(connection, dispute)
    if format is Format.DNA:
        return dna(made)
    graph = network(made, Network(kind), Actors(actors))
    if format is Format.GRAPHML:
        return graphml(graph)
    return csv_text(COLUMNS, edge_rows(graph)).encode("utf-8", "backslashreplace")


def _write(pieces: Iterator[str], out: str | None, record: str) -> None:
    _put((piece.encode("utf-8", "surrogatepass") for piece in pieces), out, record)


def _put(data: Iterator[bytes], out: str | None, record: str) -> None:
    from detente.cli.terminal import put_data
    from detente.files import Inputs, WholeFile

    if out is None:
        put_data(data)
        return
    Inputs([record]).refuse(out)
    with WholeFile(out) as file:
        for piece in data:
            file.write(piece)
