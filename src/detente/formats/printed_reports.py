"""A list of reports -> lines for the terminal, with their sum."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from detente.formats.printed_items import flat
from detente.formats.printed_relations import relation_lines, relation_mark
from detente.record.report_list import Listed

_UNCOUNTED = frozenset({"times"})


def print_reports(found: Sequence[Listed], page: Console, short: Callable[[str], str], *, why: bool = False) -> None:
    """Print each report on a line, and below how many there are of whom and when.

    Behind it stands what it is to others; with ``why`` below it, for each of them with the reason.
    """
    if not found:
        page.print(Text("No report found.", style="dim"))
        return
    table = Table.grid(padding=(0, 2))
    # codes: columns
    for name in ("id", "published", "items"):
        table.add_column(name, no_wrap=True)
    table.add_column("what", overflow="fold")
    for one in found:
        told = flat(one.headline or one.source)
        what = Text(f"{one.publisher} · {told}" if one.publisher else told)
        if one.versions > 1:
            what.append(f" [{one.versions} versions]", style="dim")
        if not why and (mark := relation_mark(one.related, short)):
            what.append(f" [{mark}]", style="dim")
        count = sum(number for section, number in one.items.items() if section not in _UNCOUNTED)
        date = Text(one.published or "–", style="cyan" if one.published else "dim")
        table.add_row(Text(short(one.id), style="yellow"), date, Text(f"{count} items", style="dim"), what)
        for line in relation_lines(one.related, short, copies=False) if why else ():
            table.add_row("", "", "", line)
    page.print(table)
    page.print(Text(f"\n{_sum(found)}", style="dim"))


def _sum(found: Sequence[Listed]) -> str:
    dated = [one.published for one in found if one.published]
    items: Counter[str] = Counter()
    for one in found:
        items.update({name: number for name, number in one.items.items() if name not in _UNCOUNTED})
    publishers = len({one.publisher for one in found if one.publisher})
    told = [f"{len(found):,} reports", f"{publishers:,} publishers"]
    told += [f"{len(found) - len(dated):,} without a date"] if len(dated) < len(found) else []
    return " · ".join(told) + ": " + ", ".join(f"{number:,} {name}" for name, number in items.items())
