"""A grid of positions -> a table for the terminal, Markdown, and rows; with it who opposes whom, and contradictions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from detente.dossier.account import Dossier
from detente.dossier.conflicts import Conflict
from detente.dossier.contradictions import Contradiction
from detente.dossier.grid import Cell, Grid
from detente.dossier.positions import Line
from detente.dossier.wording import cut, shown_date
from detente.formats.printed_brief import numbers
from detente.formats.printed_items import flat

_ACROSS = 3  # parties side by side on a page
_WORDS = 90  # characters of a claim in a cell
# codes: columns
COLUMNS = (
    "issue", "kind", "party", "name", "date", "stance", "change", "firmness", "claim", "condition", "consequence",
    "before", "report", "source", "start", "end",
)  # fmt: skip


def print_positions(made: Dossier, grid: Grid, between: Sequence[Conflict], page: Console) -> None:
    """Print the grid, who is opposed to whom, contradictions, and the sources that are cited."""
    page.print(Text(flat(made.about.name), style="bold underline"))
    if not grid.rows:
        page.print(Text("Nothing found.", style="dim"))
        return
    print_grid(grid, page)
    print_conflicts(between, made, page)
    print_contradictions(made.contradictions, made, page)
    page.print(Text("\nSources", style="bold"))
    cited = {number for _, cells in grid.rows for held in cells for cell in held for number in cell.sources}
    for source in made.sources:
        if source.number in cited:
            told = " · ".join(one for one in (shown_date(source.published), source.outlet, source.headline) if one)
            page.print(Text(f"  [{source.number}] {flat(told)}", style="dim"))


def print_grid(grid: Grid, page: Console) -> None:
    """Print the grid, so many parties at a time as a page holds."""
    for first in range(0, len(grid.parties), _ACROSS):
        rows = [(issue, cells[first : first + _ACROSS]) for issue, cells in grid.rows]
        rows = [(issue, cells) for issue, cells in rows if any(cells)]
        table = Table(show_lines=True, show_edge=False, header_style="bold", pad_edge=False)
        table.add_column("", overflow="fold", max_width=20, style="bold")
        for name in grid.parties[first : first + _ACROSS]:
            table.add_column(flat(name), overflow="fold", ratio=1)
        for issue, cells in rows:
            table.add_row(flat(issue), *(Text("\n").join(map(_shown, held)) for held in cells))
        page.print(table)
        page.print()


def print_conflicts(found: Sequence[Conflict], made: Dossier, page: Console) -> None:
    """Print who is opposed to whom, and where consent hangs on a condition."""
    told = [one for one in found if one.relation in ("opposed", "conditional")]
    if told:
        page.print(Text("Between parties", style="bold"))
    for one in told:
        names = f"{made.parties.get(one.one, one.one)} – {made.parties.get(one.other, one.other)}"
        page.print(
            Text(f"  {names}, {flat(one.issue)}: {one.relation}", style="red" if one.relation == "opposed" else "")
        )


def print_contradictions(found: Sequence[Contradiction], made: Dossier, page: Console) -> None:
    """Print contradicting claims side by side."""
    if found:
        page.print(Text("\nContradictions", style="bold"))
    for each in found:
        page.print(Text(f"  {flat(each.about)}"))
        for side in each.sides:
            who = made.parties.get(side.who, side.who) if side.who else "reports"
            page.print(Text(f"    {who}: {cut(side.says, _WORDS)} {numbers((side.source.number,))}"))


def grid_markdown(grid: Grid) -> str:
    """The grid as a table in Markdown."""
    head = ["issue", *map(flat, grid.parties)]
    lines = [head, ["---"] * len(head)]
    lines += [
        [flat(issue), *("<br>".join(_plain(cell) for cell in held) for held in cells)] for issue, cells in grid.rows
    ]
    return "".join(f"| {' | '.join(cell.replace('|', '/') for cell in line)} |\n" for line in lines)


def position_rows(lines: Iterable[Line], made: Dossier) -> Iterator[tuple[object, ...]]:
    """A row for each stance."""
    for line in lines:
        for one in line.stances:
            yield (
                line.issue, line.kind, line.party, made.parties.get(line.party, line.party), one.date, one.stance,
                one.change, one.firmness, one.claim.text, one.condition and one.condition.text,
                one.consequence and one.consequence.text, one.before, one.source.id,
                one.source.place, one.claim.start, one.claim.end,
            )  # fmt: skip


def _shown(cell: Cell) -> Text:
    text = Text(cell.stance, style="bold")
    text.append(f": {_claim(cell)}", style="not bold")
    for mark in cell.marks:
        text.append(f" [{mark}]", style="red not bold" if mark == "opposed" else "yellow not bold")
    text.append(f" {_told(cell)}", style="green not bold")
    return text


def _plain(cell: Cell) -> str:
    marks = "".join(f" *({mark})*" for mark in cell.marks)
    return f"**{cell.stance}**: {_claim(cell)}{marks} {_told(cell)}"


def _claim(cell: Cell) -> str:
    """The claim, cut where it is long, and its condition whole: what it hangs on is the negotiation."""
    claim = cut(cell.claim.text, _WORDS)
    condition = flat(cell.condition.text) if cell.condition is not None else ""
    return claim if condition in claim else f"{claim} [{condition}]"


def _told(cell: Cell) -> str:
    """Date and sources."""
    return " ".join(part for part in (shown_date(cell.date), numbers(cell.sources) if cell.sources else "") if part)
