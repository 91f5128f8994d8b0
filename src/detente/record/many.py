"""The record -> many readings in a few queries, each equal to the one that :mod:`detente.record.readings` gives.

Their sections are kept as the JSON that they are, and made into items when somebody asks for one: whoever tells a
dispute asks for a few sections of thousands of reports.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, select

from detente.model.reading import Provenance, Reading
from detente.model.report import Front, Report
from detente.model.round_trip import typed, typed_json, typed_list
from detente.model.sections import SECTIONS
from detente.record.schema import blob, item, provenance, reading, report

_AT_ONCE = 400  # readings a query


class Sections(Mapping[str, tuple[Any, ...]]):
    """The sections of a reading by name; a section's items are made when it is first asked for."""

    def __init__(self, given: dict[str, list[str]]) -> None:
        self._given: dict[str, list[str] | None] = {**given}
        self._made: dict[str, tuple[Any, ...]] = {}

    def __getitem__(self, name: str) -> tuple[Any, ...]:
        """The items of a section. Raises KeyError, and BadReading for what is damaged."""
        given = self._given[name]
        if given is not None:
            self._made[name] = typed_list(given, SECTIONS[name].item, name)
            self._given[name] = None
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._given)

    def __len__(self) -> int:
        return len(self._given)


def readings_of(connection: Connection, numbers: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    """The readings of these numbers of versions and of their readings, in that order."""
    for start in range(0, len(numbers), _AT_ONCE):
        yield from _some(connection, numbers[start : start + _AT_ONCE])


def _some(connection: Connection, numbers: Sequence[tuple[int, int]]) -> Iterator[Reading]:
    wanted = [reading_n for _, reading_n in numbers]
    columns = (reading.c.n, reading.c.sections, reading.c.front, provenance.c.json)
    joined = reading.join(provenance, provenance.c.hash == reading.c.provenance)
    made = {
        n: told for n, *told in connection.execute(select(*columns).select_from(joined).where(reading.c.n.in_(wanted)))
    }
    given: dict[int, dict[str, list[str]]] = {
        n: {name: [] for name in told[0].split(",") if name} for n, told in made.items()
    }
    ordered = select(item.c.reading_n, item.c.section, item.c.json).where(item.c.reading_n.in_(wanted))
    for n, section, text in connection.execute(ordered.order_by(item.c.n)):
        given[n][section].append(text)
    reports = _reports(connection, sorted({report_n for report_n, _ in numbers}))
    for report_n, n in numbers:
        _, front, made_by = made[n]
        yield Reading(reports[report_n], typed_json(front, Front, "front"), _provenance(made_by), Sections(given[n]))


def _reports(connection: Connection, numbers: Sequence[int]) -> dict[int, Report]:
    joined = report.join(blob, blob.c.sha256 == report.c.text_sha256)
    rows = select(report.c.n, report.c.id, report.c.json, blob.c.data).select_from(joined)
    found = connection.execute(rows.where(report.c.n.in_(numbers)))
    return {n: _report(identity, told, data) for n, identity, told, data in found}


def _report(identity: str, told: str, data: bytes) -> Report:
    text = zlib.decompress(data).decode("utf-8", "surrogatepass")
    return typed(json.loads(told) | {"text": text}, Report, f"report {identity}")


@lru_cache(maxsize=64)
def _provenance(text: str) -> Provenance:
    return typed_json(text, Provenance, "reading")
