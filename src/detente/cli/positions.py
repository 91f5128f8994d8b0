"""``detente positions``: where each party stands on each issue."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.dossier_options import AsOf, DisputeName
from detente.cli.record_options import RecordPath

if TYPE_CHECKING:
    from detente.dossier.account import Dossier


class PositionsFormat(StrEnum):
    """What positions can be written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    CSV = "csv"
    JSON = "json"


def positions(
    dispute: DisputeName = None,
    party: Annotated[str | None, typer.Option(metavar="WHO", help="Of this party: its id or name.")] = None,
    issue: Annotated[
        str | None, typer.Option(metavar="ISSUE", help="On this issue: words of its name, or its kind.")
    ] = None,
    since: Annotated[str | None, typer.Option("--from", metavar="DATE", help="Taken after this day.")] = None,
    moved: Annotated[bool, typer.Option("--moved", help="Only those by which a party moved.")] = False,
    last: Annotated[int, typer.Option("--last", metavar="N", min=1, help="So many stances in a cell.")] = 1,
    as_of: AsOf = None,
    format: Annotated[PositionsFormat, typer.Option(help="What to write.")] = PositionsFormat.TEXT,  # noqa: A002
    record: RecordPath = None,
) -> None:
    """Tell where each party stands: issues down, parties across, each cell with its date and its reports.

    Below stand who is opposed to whom, and claims that contradict one another.

    Exit codes: 0 found, 1 nothing found, 2 wrong usage.
    """
    from detente.cli.kept import Which, put_answer
    from detente.dossier.grid import Narrowed
    from detente.record.answers import Answer
    from detente.record.date_text import date_of

    narrowed = Narrowed(party, issue, date_of(since), moved)

    def work(made: Dossier) -> Answer:
        from detente.cli.answer import csv_text, json_text, page_text
        from detente.cli.exits import DONE, FAILED
        from detente.dossier.conflicts import conflicts
        from detente.dossier.grid import grid_of_dossier, lines_of
        from detente.formats.dossier_json import positions_json
        from detente.formats.printed_positions import COLUMNS, grid_markdown, position_rows, print_positions

        lines, grid = lines_of(made, narrowed), grid_of_dossier(made, narrowed, last)
        if format is PositionsFormat.JSON:
            text = json_text(positions_json(made, lines, conflicts(lines)))
        elif format is PositionsFormat.CSV:
            text = csv_text(COLUMNS, position_rows(lines, made))
        elif format is PositionsFormat.MARKDOWN:
            text = grid_markdown(grid)
        else:
            text = page_text(lambda console: print_positions(made, grid, conflicts(lines), console))
        return Answer(text, DONE if lines else FAILED)

    which = Which(record, dispute, as_of, None)
    put_answer(which, ("positions", narrowed, last, format), work, of_data=format is not PositionsFormat.TEXT)
