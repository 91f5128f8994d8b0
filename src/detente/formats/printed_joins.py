"""Why an event of a dossier is one -> lines for the terminal."""

from __future__ import annotations

from collections.abc import Callable

from rich.console import Console
from rich.text import Text

from detente.dossier.event import DossierEvent
from detente.dossier.joining import Join
from detente.dossier.wording import cut, line_of, shown_date
from detente.formats.printed_items import flat


def print_joins(event: DossierEvent, page: Console, short: Callable[[str], str]) -> None:
    """Print the event's mentions, why each is in it, and what was kept out and why."""
    page.print(Text(f"{short(event.id)}  {shown_date(event.date)}  {flat(event.line)}", style="bold"))
    page.print(Text(f"in the brief for: {', '.join(event.weight.reasons)}", style="dim"))
    for one in event.mentions:
        told = flat(line_of(one.says, one.sentence[0], one.what, 90))
        outlet = one.source.outlet or cut(one.source.headline, 40)
        page.print(Text(f"  {short(one.item)}  {shown_date(one.date)}  {told} ({flat(outlet)})"))
    for title, joins in (("Joined", event.joins), ("Kept apart", event.refused)):
        if joins:
            page.print(Text(f"\n{title}", style="bold"))
        for join in joins:
            page.print(Text(f"  {_pair(join, short)}: {join.why} ({join.by})", style="dim"))


def _pair(join: Join, short: Callable[[str], str]) -> str:
    return f"{short(join.one)} and {short(join.other)}"
