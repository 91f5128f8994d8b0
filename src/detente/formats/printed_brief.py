"""A brief -> lines for the terminal."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.dossier.brief import Brief
from detente.dossier.page.line import BriefLine
from detente.formats.printed_items import flat

_NUMBERS = 5  # numbers of sources that a line shows
_LEAD = 26  # columns that what a line is about may take beside its words


def print_brief(made: Brief, page: Console, *, why: bool = False) -> None:
    """Print a brief; ``why`` adds to each line why it is in."""
    page.print(Text(flat(made.title), style="bold underline"))
    page.print(Text(made.subtitle, style="dim"))
    page.print()
    page.print(table_of(made.top, why=False))
    for section in made.sections:
        page.print(Text(f"\n{section.title}", style="bold"))
        page.print(Padding(table_of(section.lines, why=why), (0, 0, 0, 2)))


def table_of(lines: Sequence[BriefLine], *, why: bool) -> Table:
    """Lines in columns: date, what about, words with their marks and sources."""
    table = Table.grid(padding=(0, 2))
    dated = any(line.date for line in lines)
    longest = max((len(line.lead) for line in lines), default=0)
    led = 0 < longest <= _LEAD  # longer ones stand before their words
    if dated:
        table.add_column(no_wrap=True)
    if led:
        table.add_column(overflow="fold")
    table.add_column(overflow="fold")
    for line in lines:
        cells = [Text(line.date, style="cyan")] if dated else []
        cells += [Text(flat(line.lead), style="bold")] if led else []
        words = words_of(line, why=why)
        if line.lead and not led:
            words = Text.assemble((flat(line.lead), "bold"), " · ", words)
        table.add_row(*cells, words)
    return table


def words_of(line: BriefLine, *, why: bool) -> Text:
    """The words of a line, with its marks and the numbers of its sources."""
    told = Text(flat(line.text))
    for mark in line.marks:
        told.append(f" [{flat(mark)}]", style="dim")
    if line.sources:
        told.append(f" {numbers(line.sources)}", style="green")
    if why and line.why:
        told.append(f" – {line.why}", style="dim italic")
    return told


def numbers(given: Sequence[int], most: int = _NUMBERS) -> str:
    """The numbers of sources in brackets; of many, the first and how many more."""
    shown = ",".join(map(str, given[:most]))
    more = f" +{len(given) - most}" if len(given) > most else ""
    return f"[{shown}{more}]"
