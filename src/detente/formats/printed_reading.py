"""One reading -> text for the terminal: what lies ahead, what was agreed, deeds by date, who said what, the rest."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.formats.printed_items import Line, flat, lines_of
from detente.formats.printed_statements import voices
from detente.model.sections import SECTIONS

if TYPE_CHECKING:
    from detente.model.reading import Reading

_WIDEST = 28  # columns for a name before it wraps, so that the words beside it have room
# codes: sections
_ORDER = (
    "ahead", "agreements", "events", "statements", "positions", "terms", "figures", "pressures", "people", "parties",
    "territories",
)  # fmt: skip
_DATED = ("ahead", "events")
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
    for line in beside:
        console.print(line)
    shown = [name for name in _shown(reading, times=times) if _print_section(name, reading, console, evidence, short)]
    if not shown and reading.items:
        console.print(Text("\nnothing found", style="dim"))
    console.print()


def _shown(reading: Reading, *, times: bool) -> list[str]:
    """The sections to print, in the order in which somebody at a desk asks for them; any new one after those."""
    names = [*_ORDER, *(name for name in SECTIONS if name not in _ORDER)]
    return [name for name in names if reading.items.get(name) and (times or name != _ONLY_IF_ASKED)]


def _print_section(
    name: str, reading: Reading, console: Console, evidence: bool, short: Callable[[str], str] | None
) -> bool:
    """Print a section; whether it had anything to print."""
    items, title = _items(name, reading), SECTIONS[name].title
    if not items:
        return False
    if name != "statements":
        lines = [line for item in items for line in _named(lines_of(name, item), item, short)]
        console.print(Text(f"\n{title}", style="bold underline"))
        if name == _IN_A_GRID and short is None and not evidence:
            _print_grid(items, console)
        else:
            console.print(Padding(_table(lines, evidence=evidence), (0, 0, 0, 2)))
        return True
    for group, speakers in voices(title, items, reading.parties or (), reading.people or ()).items():
        console.print(Text(f"\n{group}", style="bold underline"))
        for voice in speakers:
            console.print(Padding(voice.heading, (0, 0, 0, 2)))
            lines = [
                line
                for told, item in zip(voice.lines(), voice.in_order(), strict=True)
                for line in _named(iter([told]), item, short)
            ]
            console.print(Padding(_table(lines, evidence=evidence), (0, 0, 0, 4)))
    return True


def _items(name: str, reading: Reading) -> tuple[Any, ...]:
    """The items of a section: deeds by date, without those that a statement or another's line tells."""
    items = reading.items.get(name) or ()
    if name == "events":
        shown = reading.statements is not None
        items = tuple(event for event in items if event.line and not (shown and event.statement is not None))
    return tuple(sorted(items, key=_by_date)) if name in _DATED else items


def _by_date(item: Any) -> tuple[bool, tuple[int, int, int], int]:
    earliest = item.date.earliest or item.date.latest if item.date is not None else None
    return earliest is None, earliest or (0, 0, 0), item.evidence.start


def _print_grid(items: Iterable[Any], console: Console) -> None:
    from detente.dossier.grid import grid_of_reading
    from detente.formats.printed_positions import print_grid

    print_grid(grid_of_reading(items), console)


def _named(lines: Iterator[Line], item: Any, short: Callable[[str], str] | None) -> Iterator[Line]:
    """The lines with the item's id before the first of them."""
    for number, (cells, words) in enumerate(lines):
        yield (cells if short is None else (Text("" if number else short(item.id), style="yellow"), *cells)), words


def _head(reading: Reading) -> RenderableType:
    """Three lines: the title; where and when; from where it is, and what is known of it only from its own words."""
    report, front = reading.report, reading.front
    title = front.headline.text if front.headline else report.title or report.source
    published = front.published
    dated = f"published {published.date} ({published.basis})" if published.date else "date of publication unknown"
    places = ", ".join(line.place for line in front.dateline)
    basis = "; ".join(each.source for each in published.candidates if each.basis == published.basis == "inferred")
    about = [
        report.source,
        f"dated from the text: {basis}" if basis else None,
        f"translated (original language: {front.translated_from})" if front.translated_from else None,
    ]
    return Group(
        Text(flat(title), style="bold underline"),
        Text(" · ".join(part for part in (places, dated, report.publisher) if part), style="dim"),
        Text(" · ".join(part for part in about if part), style="dim"),
    )


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
