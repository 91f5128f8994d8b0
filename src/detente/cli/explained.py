"""One item of the reports given -> by which rule or weight each of its fields was made (``detente read --explain``)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from detente.errors import UnknownId

if TYPE_CHECKING:
    from detente.model.found_by import FoundBy
    from detente.model.report import Report, SetAside
    from detente.reading.reader import Reader


def explained(reader: Reader, reports: Iterator[Report | SetAside], wanted: str, seconds: float) -> None:
    """Print it for each item whose id begins with what is wanted; raises UnknownId where none does."""
    from detente.cli.answer import put_page
    from detente.formats.printed_why import print_why

    shown = False
    for section, item, found in _items(reader, reports, seconds):
        if item.id.startswith(wanted):
            shown = True
            put_page(partial(print_why, section, item, found=found))
    if not shown:
        raise UnknownId(wanted, reason="is the id of no item read there; detente read --ids shows them")


def _items(
    reader: Reader, reports: Iterator[Report | SetAside], seconds: float
) -> Iterator[tuple[str, Any, FoundBy | None]]:
    """Each item of the reports with its section and, for a statement, by what it was found."""
    from detente.attempt import attempt
    from detente.cli.terminal import say
    from detente.errors import UnreadableReport
    from detente.model.report import SetAside

    for report in reports:
        if isinstance(report, SetAside):
            say(f"set aside {report}")
            continue
        try:
            reading, found = attempt(partial(reader.explained, report), seconds)
        except UnreadableReport as error:
            say(f"set aside {report.source}: {error.reason}")
            continue
        for section, items in reading.items.items():
            yield from ((section, item, found.get(item.id)) for item in items)
