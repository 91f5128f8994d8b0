"""Corrections -> lines for the terminal: what was changed into what, by whom, when and why."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from detente.formats.printed_items import flat
from detente.record.amendment import Lost
from detente.record.corrections import Correction

Short = Callable[[str], str]


def print_log(
    entries: Iterable[Correction], undone: Mapping[int, int], lost: Iterable[Lost], page: Console, short: Short
) -> None:
    """Print the log: an entry a line, and below it why; those taken back and those that find nothing say so."""
    without_item = {one.correction.n: one for one in lost}
    for entry in entries:
        head = Text(f"{entry.n:>4}  {entry.at}  {entry.by}  ", style="dim" if entry.n in undone else "")
        head.append(correction_words(entry, short))
        page.print(head)
        if entry.n in undone:
            page.print(Padding(Text(f"taken back by {undone[entry.n]}", style="dim"), (0, 0, 0, 6)))
        elif entry.n in without_item:
            one = without_item[entry.n]
            named = f": {', '.join(map(short, one.candidates))}" if one.candidates else ""
            page.print(Padding(Text(f"changes nothing now: {one.reason}{named}", style="red"), (0, 0, 0, 6)))
        if entry.why:
            page.print(Padding(Text(f"why: {flat(entry.why)}", style="dim"), (0, 0, 0, 6)))


def correction_line(entry: Correction, short: Short) -> str:
    """A correction on one line."""
    why = f" ({flat(entry.why)})" if entry.why else ""
    return f"{entry.n}  {entry.at} by {entry.by}: {correction_words(entry, short)}{why}"


def correction_words(entry: Correction, short: Short) -> str:
    """What an entry changes, on one line."""
    if entry.kind == "undo":
        return f"undo {entry.target}"
    told = f"{entry.kind} {short(entry.target)}"
    payload = entry.payload
    if entry.kind == "correct":
        changes = (
            f"{name.replace('_', ' ')}: {_value(payload['was'].get(name))} → {_value(value)}"
            for name, value in payload["fields"].items()
        )
        return f"{told}  {'; '.join(changes)}"
    if entry.kind == "rename":
        return f"{told}  {payload['was']} → {payload['name']}"
    if entry.kind == "mark":
        return f"{told}  “{flat(payload['words']['text'])}”"
    if entry.kind in ("merge", "split"):
        return f"{told} {'with' if entry.kind == 'merge' else 'from'} {short(payload['other'])}"
    return told


def _value(value: Any) -> str:
    """Plain values in words: who by name, words as they stand."""
    if value is None or value == []:
        return "–"
    if isinstance(value, dict):
        return flat(str(value.get("name") or value.get("text") or value))
    if isinstance(value, list):
        return ", ".join(map(_value, value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return flat(str(value))
