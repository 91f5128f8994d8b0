"""What the commands on the record answer: text for people, JSON or CSV, on standard output."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Callable, Iterable, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console


class Format(StrEnum):
    """What an answer can be written as."""

    TEXT = "text"
    JSON = "json"
    CSV = "csv"


def put_json(value: object) -> None:
    """Print plain values as JSON."""
    from detente.cli.terminal import put_data
    from detente.controls import harmless_json
    from detente.model.round_trip import dumps

    put_data([(harmless_json(dumps(value)) + "\n").encode("utf-8")])


def put_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV (RFC 4180) with a head; what is not known is empty."""
    from detente.cli.terminal import put_data

    put_data([csv_text(columns, rows).encode("utf-8", "backslashreplace")])


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV (RFC 4180) with a head."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    return page.getvalue()


def put_page(lay_out: Callable[[Console], None]) -> None:
    """Print what is laid out on a console, which knows (``is_terminal``) whether it shows colours."""
    from detente.cli.console import console
    from detente.cli.terminal import put_styled

    live = sys.stdout is not None and sys.stdout.isatty()
    page = io.StringIO()
    lay_out(console(page, None if live else 100, live=live))
    lines = page.getvalue().splitlines()
    put_styled("".join(f"{line if live else line.rstrip()}\n" for line in lines))
