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
    put_text(json_text(value), of_data=True)


def json_text(value: object) -> str:
    """Plain values as they are printed in JSON."""
    from detente.controls import harmless_json
    from detente.model.round_trip import dumps

    return harmless_json(dumps(value)) + "\n"


def put_csv(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Print rows as CSV (RFC 4180) with a head; what is not known is empty."""
    put_text(csv_text(columns, rows), of_data=True)


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as CSV (RFC 4180) with a head."""
    page = io.StringIO()
    writer = csv.writer(page, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(["" if value is None else value for value in row] for row in rows)
    return page.getvalue()


def put_page(lay_out: Callable[[Console], None]) -> None:
    """Print what is laid out on a console, which knows (``is_terminal``) whether it shows colours."""
    put_text(page_text(lay_out), of_data=False)


def page_text(lay_out: Callable[[Console], None]) -> str:
    """What is laid out, as it is printed."""
    page = io.StringIO()
    made = _console(page)
    lay_out(made)
    return "".join(f"{line if made.is_terminal else line.rstrip()}\n" for line in page.getvalue().splitlines())


def page_look() -> tuple[object, ...]:
    """Whatever else the look of a page hangs on: colours and width."""
    made = _console(io.StringIO())
    return made.is_terminal, made.width, made.color_system


def put_text(text: str, *, of_data: bool) -> None:
    """Print what was laid out: data in UTF-8, pages in the terminal's own encoding."""
    from detente.cli.terminal import put_data, put_styled

    if of_data:
        put_data([text.encode("utf-8", "backslashreplace")])
    else:
        put_styled(text)


def _console(page: io.StringIO) -> Console:
    from detente.cli.console import console

    live = sys.stdout is not None and sys.stdout.isatty()
    return console(page, None if live else 100, live=live)
