"""One item of the record -> text for the terminal: its words, its fields with what each rests on, how it came to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import fields
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.formats.printed_hits import marked
from detente.formats.printed_items import flat, value_text
from detente.model.inference import Inference
from detente.model.sections import SECTIONS
from detente.record.history import Past
from detente.record.item_view import ItemView

_BESIDE = frozenset({"id", "evidence", "inferred"})


def print_item(view: ItemView, page: Console, short: Callable[[str], str]) -> None:
    """Print an item, its words in a style, or between asterisks where that would not be seen."""
    item, report, front = view.item, view.reading.report, view.reading.front
    head = Text(item.id, style="bold yellow").append(f"  {SECTIONS[view.section].title}", style="dim not bold")
    page.print(head)
    title = front.headline.text if front.headline else report.title or report.source
    facts = [report.publisher, str(front.published.date) if front.published.date else None, flat(title)]
    page.print(Text(f"{' · '.join(filter(None, facts))} [{short(report.id)}]", style="dim"))
    if not view.is_current:
        page.print(Text("The newest reading of this report has no such item any more.", style="red"))
    page.print(Padding(marked(view.passage, asterisks=not page.is_terminal), (1, 0, 1, 2)))
    page.print(_fields(item))
    page.print(Text("\nRead", style="bold"))
    for past in view.past:
        page.print(Text(f"  {_told(past, short)}"))


def _fields(item: Any) -> Table:
    """Each field that is known, and on what it rests."""
    table = Table.grid(padding=(0, 2))
    rests: dict[str, list[Inference]] = {}
    for inference in item.inferred if hasattr(item, "inferred") else ():
        rests.setdefault(inference.field, []).append(inference)
    for field in fields(item):
        if field.name in _BESIDE:
            continue
        value = getattr(item, field.name)
        text = value_text(value) if not isinstance(value, bool) else ("yes" if value else "")
        if not text and field.name not in rests:
            continue
        cell = Text(text or "–")
        if field.name in rests:
            cell.append(f" [{'; '.join(_bases(rests[field.name]))}]", style="dim")
        table.add_row(Text(f"  {field.name.replace('_', ' ')}", style="cyan"), cell)
    return table


def _bases(inferences: list[Inference]) -> Iterator[str]:
    for one in inferences:
        words = f": “{flat(one.words.text)}”" if one.words else ""
        yield f"{one.basis}{words}" + (f", as of {one.as_of}" if one.as_of else "")


def _told(past: Past, short: Callable[[str], str]) -> str:
    changed = f", changed: {', '.join(past.changed)}" if past.changed else ""
    return f"{past.made_at} by {past.program} in {short(past.report)}{changed}"
