"""A timeline -> lines for the terminal, and rows of a table."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from detente.dossier.account import Dossier
from detente.dossier.page.happenings import event_line
from detente.dossier.timeline import Timeline
from detente.formats.printed_brief import table_of
from detente.formats.printed_items import flat

# codes: parts and columns of a timeline
TITLES = ("What happened", "What parties said", "What is to come")
# codes: parts and columns of a timeline
_COLUMNS = ("part", "date", "id", "type", "status", "what", "reports", "by", "first_reported_by")


def print_timeline(made: Dossier, found: Timeline, page: Console, *, why: bool) -> None:
    """Print a timeline in its three parts, then the sources that it cites."""
    page.print(Text(flat(made.about.name), style="bold underline"))
    parts = (found.deeds, found.words, found.coming)
    if not any(parts):
        page.print(Text("Nothing found.", style="dim"))
        return
    for title, events in zip(TITLES, parts, strict=True):
        if events:
            page.print(Text(f"\n{title}", style="bold"))
            page.print(Padding(table_of([event_line(one) for one in events], why=why), (0, 0, 0, 2)))
    page.print(Text("\nSources", style="bold"))
    cited = {source.number: source for part in parts for event in part for source in event.sources}
    for number in sorted(cited):
        source = cited[number]
        told = " · ".join(one for one in (str(source.published or "–"), source.outlet, source.headline) if one)
        page.print(Text(f"  [{number}] {flat(told)}", style="dim"))


def timeline_rows(found: Timeline) -> tuple[tuple[str, ...], list[tuple[object, ...]]]:
    """The columns and rows of a timeline."""
    rows: list[tuple[object, ...]] = []
    # codes: parts and columns of a timeline
    for part, events in zip(("deeds", "words", "coming"), (found.deeds, found.words, found.coming), strict=True):
        for one in events:
            reports = " ".join(str(source.id) for source in one.sources)
            first = one.voice.first.outlet
            rows.append((part, one.date, one.id, one.type, one.status, one.clause, reports, one.voice.by, first))
    return _COLUMNS, rows
