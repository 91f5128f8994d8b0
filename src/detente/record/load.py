"""What :mod:`detente.record.dump` gave -> the record: what is there already is left as it is, so twice adds nothing."""

from __future__ import annotations

import base64
import binascii
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from sqlalchemy import Connection, Table, select

from detente.errors import BadExport, BadReading
from detente.model.reading import Provenance, Reading
from detente.model.report import Front, Report
from detente.model.round_trip import dumps, typed
from detente.model.sections import SECTIONS
from detente.record import captures, corrections, writer
from detente.record.dump import FORMAT
from detente.record.schema import dispute, membership
from detente.record.search_marks import enter_words


class Load:
    """Takes objects in their order; ``counts`` says how many of each kind were new. Raises BadExport."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.counts: Counter[str] = Counter()
        self._numbers: dict[int, int] = {}  # of the log there -> of the log here
        self._is_begun = False

    def take(self, connection: Connection, value: Any) -> None:
        """Enter one object, in a transaction of the caller's."""
        kind = value.get("kind") if isinstance(value, dict) else None
        try:
            if not self._is_begun:
                self._begin(value)
            elif kind == "report":
                self._report(connection, value)
            elif kind == "dispute":
                self._once(connection, dispute, value, ("name", "toml", "at", "by"))
            elif kind == "membership":
                self._once(connection, membership, value, ("dispute", "report_key", "inside", "at", "by"))
            elif kind == "correction":
                self._correction(connection, value)
            else:
                raise BadExport(self.source, f"has an object of kind {kind!r}, which this program does not know")
        except (KeyError, TypeError, ValueError, BadReading, binascii.Error) as error:
            told = f"lacks {error}" if isinstance(error, KeyError) else " ".join(str(error).split())
            raise BadExport(self.source, f"has a {kind} that cannot be taken: {told}") from error

    def _begin(self, value: Any) -> None:
        if not isinstance(value, dict) or value.get("kind") != "record":
            raise BadExport(self.source, "is no record that detente export --format json wrote")
        if value.get("format") != FORMAT:
            raise BadExport(
                self.source, f"is in format {value.get('format')!r}; this program reads {FORMAT}: update it"
            )
        self._is_begun = True

    def _report(self, connection: Connection, value: dict[str, Any]) -> None:
        given = typed(value["report"], Report, "report")
        if given.id != value["id"]:
            raise BadExport(self.source, f"has a report {value['id']} that is not what its id says")
        number = captures.version_n(connection, given.id)
        if number is None:
            data = given.text.encode("utf-8", "surrogatepass")
            if value["bytes"] is not None:
                data = base64.b64decode(value["bytes"], validate=True)
            number = writer.keep_report(connection, given, value["source"], data, value["added_at"])
            self.counts["reports"] += 1
        for came in value["captures"]:
            captures.enter(connection, came["source"], came["raw_sha256"], number, came["at"])
        for made in value["readings"]:
            items = {
                name: tuple(typed(one, SECTIONS[name].item, name) for one in items)
                for name, items in made["items"].items()
            }
            front = typed(made["front"], Front, "front")
            read = Reading(given, front, typed(made["reading"], Provenance, "reading"), items)
            self.counts["readings"] += writer.keep_again(connection, read, number, made["made_at"])

    def _once(self, connection: Connection, table: Table, value: dict[str, Any], names: tuple[str, ...]) -> None:
        row = {name: value[name] for name in names}
        same = [table.c[name] == each for name, each in row.items()]
        if connection.scalar(select(table.c.n).where(*same).limit(1)) is None:
            connection.execute(table.insert().values(**row))
            self.counts[f"{table.name}s"] += 1

    def _correction(self, connection: Connection, value: dict[str, Any]) -> None:
        kind, target = value["change"], value["target"]
        if kind == "undo":
            target = str(self._numbers[int(target)])
        names = ("at", "by", "why", "report_key")
        told = {name: value[name] for name in names}
        for entry in (
            corrections.log(connection, value["report_key"]) if value["report_key"] else corrections.log(connection)
        ):
            mine = (entry.kind, entry.target, dumps(dict(entry.payload)), *(getattr(entry, name) for name in names))
            if mine == (kind, target, dumps(value["payload"]), *told.values()):
                self._numbers[value["n"]] = entry.n
                return
        entry = corrections.enter(connection, kind, target, value["payload"], **told)
        self._numbers[value["n"]] = entry.n
        enter_words(connection, entry)
        self.counts["corrections"] += 1


def objects(lines: Iterable[str], source: str) -> Iterator[Any]:
    """The objects of the array, from its lines as it was written, else from the whole. Raises BadExport."""
    given = iter(lines)
    begin = list(islice(given, 2))
    if len(begin) == 2 and begin[0].strip() == "[" and begin[1].startswith('{"kind"'):
        bare = (line.strip().removesuffix(",") for line in chain(begin[1:], given))
        yield from (_json(line, source) for line in bare if line not in ("]", ""))
    else:
        found = _json("".join(chain(begin, given)), source)
        yield from found if isinstance(found, list) else [found]


def _json(text: str, source: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise BadExport(source, f"is no JSON: {error}") from None
