"""What a view found -> a page, JSON, CSV or a chart: the same at one address and its endings."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from starlette.responses import Response

from detente.desk.charts import Chart

Table = tuple[Sequence[str], Iterable[Sequence[object]]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a page shows: its template with what stands in it, the same as plain values, and as a table."""

    template: str
    shown: dict[str, Any]
    values: Callable[[], object]
    table: Callable[[], Table] | None = None
    status: int = 200
    links: dict[str, str] = field(default_factory=dict)  #: further forms of it: title and address
    chart: Callable[[], Chart] | None = None  #: of what is drawn on the page


def json_answer(values: object, status: int = 200) -> Response:
    """Plain values as JSON."""
    from detente.controls import harmless_json
    from detente.model.round_trip import dumps

    return Response(harmless_json(dumps(values)) + "\n", status, media_type="application/json")


def csv_answer(table: Table) -> Response:
    """A table as CSV (RFC 4180) with a head; what is not known is empty.

    A cell that a spreadsheet would take for a formula begins with an apostrophe, for reports may hold anything.
    """
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\r\n")
    writer.writerow(table[0])
    writer.writerows([_cell(value) for value in row] for row in table[1])
    return Response(page.getvalue().encode("utf-8", "backslashreplace"), media_type="text/csv")


def _cell(value: object) -> object:
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return f"'{value}"
    return "" if value is None else value
