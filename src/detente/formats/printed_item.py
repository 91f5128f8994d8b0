"""One item of the record -> text for the terminal: its words, its fields with what each rests on, how it came to be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.formats.printed_corrections import correction_line
from detente.formats.printed_hits import marked
from detente.formats.printed_items import flat, value_text
from detente.model.inference import Inference
from detente.model.sections import SECTIONS
from detente.record.history import Past
from detente.record.item_view import ItemView

# codes: fields and marks of the record
_BESIDE = frozenset({"id", "evidence", "inferred"})
# codes: fields and marks of the record
STANDING = {
    "by hand": "Marked by hand.",
    "hidden": "Hidden: no answer has it.",
    "read no more": "The newest reading of this report has no such item any more.",
}


def print_item(view: ItemView, page: Console, short: Callable[[str], str]) -> None:
    """Print an item, its words in a style, or between asterisks where that would not be seen."""
    item, report, front = view.item, view.reading.report, view.reading.front
    head = Text(item.id, style="bold yellow").append(f"  {SECTIONS[view.section].title}", style="dim not bold")
    page.print(head)
    title = front.headline.text if front.headline else report.title or report.source
    facts = [report.publisher, str(front.published.date) if front.published.date else None, flat(title)]
    page.print(Text(f"{' · '.join(filter(None, facts))} [{short(report.id)}]", style="dim"))
    if view.standing in STANDING:
        page.print(Text(STANDING[view.standing], style="red"))
    page.print(Padding(marked(view.passage, asterisks=not page.is_terminal), (1, 0, 1, 2)))
    page.print(_fields(view))
    if view.past:
        page.print(Text("\nRead", style="bold"))
        for past in view.past:
            page.print(Text(f"  {_told(past, short)}"))
    if view.corrections:
        page.print(Text("\nCorrected", style="bold"))
        for correction in view.corrections:
            page.print(Text(f"  {correction_line(correction, short)}"))


def _fields(view: ItemView) -> Table:
    """Each field that is known, and on what it rests."""
    table = Table.grid(padding=(0, 2))
    for told in fields_told(view):
        cell = Text(told.value or "–")
        if told.rests:
            cell.append(f" [{'; '.join(told.rests)}]", style="dim")
        if told.correction:
            cell.append(f" [correction {told.correction}]", style="dim")
        table.add_row(Text(f"  {told.name.replace('_', ' ')}", style="cyan"), cell)
    return table


@dataclass(frozen=True, slots=True)
class FieldTold:
    """A field of an item in words: its value, what that rests on where the report does not say it, and by whom."""

    name: str
    value: str
    rests: tuple[str, ...]
    correction: int | None  #: the number of the last correction of it


def fields_told(view: ItemView) -> Iterator[FieldTold]:
    """Each field that is known, inferred or corrected."""
    item, by_hand = view.item, _by_hand(view)
    rests: dict[str, list[Inference]] = {}
    for inference in item.inferred if hasattr(item, "inferred") else ():
        rests.setdefault(inference.field, []).append(inference)
    for field in fields(item):
        if field.name in _BESIDE:
            continue
        value = getattr(item, field.name)
        text = value_text(value) if not isinstance(value, bool) else ("yes" if value else "")
        if text or field.name in rests or field.name in by_hand:
            yield FieldTold(field.name, text, tuple(_bases(rests.get(field.name, []))), by_hand.get(field.name))


def _by_hand(view: ItemView) -> dict[str, int]:
    """The fields that were corrected, each with the number of the last correction of it."""
    found = {}
    for correction in view.corrections:
        for name in correction.payload.get("fields", ["name"] if correction.kind == "rename" else []):
            found[name] = correction.n
    return found


def _bases(inferences: list[Inference]) -> Iterator[str]:
    for one in inferences:
        words = f": “{flat(one.words.text)}”" if one.words else ""
        yield f"{one.basis}{words}" + (f", as of {one.as_of}" if one.as_of else "")


def _told(past: Past, short: Callable[[str], str]) -> str:
    changed = f", changed: {', '.join(past.changed)}" if past.changed else ""
    return f"{past.made_at} by {past.program} in {short(past.report)}{changed}"
