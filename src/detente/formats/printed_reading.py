"""One reading -> text for the terminal: a table for each section, in the order of the table of sections."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.formats.printed_items import Line, flat, lines_of
from detente.model.sections import SECTIONS

if TYPE_CHECKING:
    from detente.model.reading import Reading

_WIDEST = 28  # columns for a name before it wraps, so that the words beside it have room
_IN_A_GRID = "positions"  # issues down, parties across
_ONLY_IF_ASKED = "times"  # there are many, and the other sections have their dates


def print_reading(
    reading: Reading,
    console: Console,
    *,
    evidence: bool = False,
    times: bool = False,
    short: Callable[[str], str] | None = None,
    beside: Iterable[Text] = (),
) -> None:
    """Print one reading.

    ``evidence`` adds the source words to each line, ``times`` the time expressions, ``short`` each item's id as it
    gives it, ``beside`` is what else there is to say of the report.
    """
    console.print(_head(reading))
    empty = True
    for line in beside:
        console.print(line)
    for name, section in SECTIONS.items():
        items = reading.items.get(name)
        if items is None or (name == _ONLY_IF_ASKED and not times):
            continue
        if name == "events" and reading.statements is not None:
            items = tuple(event for event in items if event.statement is None)  # the statement shows that it was done
        if lines := [line for item in items for line in _named(lines_of(name, item), item, short)]:
            empty = False
            console.print(Text(f"\n{section.title}", style="bold"))
            if name == _IN_A_GRID and short is None and not evidence:
                _print_grid(items, console)
            else:
                console.print(Padding(_table(lines, evidence=evidence), (0, 0, 0, 2)))
    if empty and reading.items:
        console.print(Text("\nnothing found", style="dim"))
    console.print()


def _print_grid(items: Iterable[Any], console: Console) -> None:
    from detente.dossier.grid import grid_of_reading
    from detente.formats.printed_positions import print_grid

    print_grid(grid_of_reading(items), console)


def _named(lines: Iterator[Line], item: Any, short: Callable[[str], str] | None) -> Iterator[Line]:
    """The lines with the item's id before the first of them."""
    for number, (cells, words) in enumerate(lines):
        yield (cells if short is None else (Text("" if number else short(item.id), style="yellow"), *cells)), words


def _head(reading: Reading) -> RenderableType:
    report, front = reading.report, reading.front
    title = front.headline.text if front.headline else report.title or report.source
    published = front.published
    dated = f"published {published.date} ({published.basis})" if published.date else "date of publication unknown"
    places = ", ".join(line.place for line in front.dateline)
    facts = " · ".join(part for part in (report.publisher, places, dated, report.source) if part)
    head = [Text(flat(title), style="bold underline"), Text(facts, style="dim")]
    if published.basis == "inferred":
        basis = "; ".join(candidate.source for candidate in published.candidates if candidate.basis == "inferred")
        head.append(Text(f"dated from the text: {basis}", style="dim"))
    if front.translated_from:
        head.append(Text(f"translated (original language: {front.translated_from})", style="dim"))
    return Group(*head)


def _table(lines: list[Line], *, evidence: bool) -> Table:
    table = Table.grid(padding=(0, 2))
    columns = len(lines[0][0])
    for column in range(columns):
        table.add_column(no_wrap=column == 0 < columns - 1, overflow="fold", max_width=_width(column, columns))
    for cells, words in lines:
        table.add_row(*cells)
        if evidence:
            quoted = Text(f"[{words.start}–{words.end}] {flat(words.text)}", style="dim italic")
            table.add_row(*[Text()] * (columns - 1), quoted)
    return table


def _width(column: int, columns: int) -> int | None:
    return _WIDEST if 0 < column < columns - 1 else None
