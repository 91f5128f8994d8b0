"""What changed -> lines for the terminal, and plain values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from detente.dossier.account import Dossier
from detente.dossier.changes import Changes
from detente.formats.printed_brief import table_of
from detente.formats.printed_items import flat


def print_changes(made: Dossier, found: Changes, since: str, page: Console) -> None:
    """Print what changed, under its titles, and the new reports."""
    page.print(Text(flat(made.about.name), style="bold underline"))
    page.print(Text(f"{since}: {len(found.reports)} new reports", style="dim"))
    if not found.sections:
        page.print(Text("Nothing changed.", style="dim"))
    for section in found.sections:
        page.print(Text(f"\n{section.title}", style="bold"))
        page.print(Padding(table_of(section.lines, why=False), (0, 0, 0, 2)))
    if found.reports:
        page.print(Text("\nNew reports", style="bold"))
    for source in found.reports:
        told = " · ".join(one for one in (str(source.published or "–"), source.outlet, source.headline) if one)
        page.print(Text(f"  [{source.number}] {flat(told)}", style="dim"))


def changes_json(made: Dossier, found: Changes, since: str) -> dict[str, Any]:
    """What changed, as plain values; sources by the number that the reports have here."""
    return {
        "dispute": made.about.name,
        "since": since,
        "reports": [
            {"number": one.number, "id": one.id, "source": one.place, "headline": one.headline} for one in found.reports
        ],
        "changes": {section.title: [asdict(line) for line in section.lines] for section in found.sections},
    }
