"""One item of a reading -> text for the terminal: the rule or weight that made each field, and on what it rests."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from detente.formats.printed_items import flat, value_text
from detente.knowledge.rules import rule_for
from detente.model.sections import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console

    from detente.model.found_by import FoundBy
    from detente.model.inference import Inference

_NOT_MADE = frozenset({"id", "evidence", "inferred", "mentions", "instance", "line", "quoted"})  # codes: fields
_WORDS = "content"  #: the field of a statement that by what it was found made


def print_why(section: str, item: Any, page: Console, found: FoundBy | None = None) -> None:
    """Print by what each known field of an item was made; ``found`` is by what a statement was found."""
    page.print(Text(item.id, style="bold yellow").append(f"  {SECTIONS[section].title}", style="dim not bold"))
    page.print(Padding(Text(flat(item.evidence.text), style="italic"), (0, 0, 0, 2)))
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    for name, value, why in _told(section, item, found):
        table.add_row(Text(f"  {name.replace('_', ' ')}", style="cyan"), Text(value).append(f"\n{why}", style="dim"))
    page.print(table)


def _told(section: str, item: Any, found: FoundBy | None) -> Iterator[tuple[str, str, str]]:
    """Each field that is known: its name, its value, by which rule and on what."""
    for field in fields(item):
        value = getattr(item, field.name)
        text = value_text(value) if not isinstance(value, bool) else ("yes" if value else "")
        if field.name in _NOT_MADE or not text:
            continue
        inferred = [each for each in getattr(item, "inferred", ()) if each.field == field.name]
        ways = [found.rule] if found is not None and field.name == _WORDS else []
        rule = rule_for(section, field.name, *ways, *(each.basis for each in inferred), *([] if inferred else ["said"]))
        parts = [f"{rule.name}: {rule.does} ({rule.file})" if rule is not None else ""]
        parts += [_rests(each) for each in inferred]
        if found is not None and field.name == _WORDS and found.chance is not None:
            parts.append(f"chance {found.chance:.2f}")
        if found is not None and field.name == "cue" and found.cue:
            parts.append(f"entry “{found.cue}”")
        yield field.name, text, " · ".join(part for part in parts if part)


def _rests(inference: Inference) -> str:
    """On what an inferred field rests."""
    words = f" “{flat(inference.words.text)}”" if inference.words else ""
    return f"from the {inference.basis}{words}" + (f", {inference.as_of}" if inference.as_of else "")
