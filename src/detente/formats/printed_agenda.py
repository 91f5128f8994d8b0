"""An agenda -> lines for the terminal: each with its steps below it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from detente.dossier.account import Dossier
from detente.dossier.agenda import Due
from detente.dossier.wording import cut, shown_date
from detente.formats.printed_items import flat


def print_agenda(made: Dossier, found: Sequence[Due], page: Console) -> None:
    """Print what is due, with the steps of each and the number of the report that tells it."""
    page.print(Text(flat(made.about.name), style="bold underline"))
    page.print(Text(f"as of {shown_date(made.today)}\n", style="dim"))
    if not found:
        page.print(Text("Nothing lies ahead, as far as the reports tell.", style="dim"))
    for due in found:
        line = Text(shown_date(due.date), style="cyan")
        line.append(f"  {due.status}  ", style="bold")
        line.append(flat(due.what), style="default")
        page.print(line)
        for step in due.history if len(due.history) > 1 else ():
            when = f"    {shown_date(step.source.published)}  {step.status} {shown_date(step.date)}"
            told = f"{when}: “{flat(cut(step.words.text, 90))}”"
            page.print(Text(f"{told} [{step.source.number}]", style="dim"))
    cited = {step.source.number: step.source for due in found for step in due.history}
    for number in sorted(cited):
        source = cited[number]
        told = " · ".join(one for one in (shown_date(source.published), source.outlet, source.headline) if one)
        page.print(Text(f"[{number}] {flat(told)}", style="dim"))
