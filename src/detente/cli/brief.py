"""``detente brief``: the account of a dispute on two pages."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from detente.cli.dossier_options import AsOf, DisputeName, Since
from detente.cli.record_options import RecordPath


class BriefFormat(StrEnum):
    """What a brief can be written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    JSON = "json"


class BriefLength(StrEnum):
    """How much of it."""

    SHORT = "short"
    FULL = "full"
    ALL = "all"


def brief(
    dispute: DisputeName = None,
    since: Since = None,
    as_of: AsOf = None,
    length: Annotated[
        BriefLength | None,
        typer.Option(help="short: two screens; full: up to 300 events; all. Else short, and full for JSON."),
    ] = None,
    format: Annotated[BriefFormat, typer.Option(help="What to write.")] = BriefFormat.TEXT,  # noqa: A002
    why: Annotated[bool, typer.Option("--why", help="Say of each event why it is in (text).")] = False,
    record: RecordPath = None,
) -> None:
    """Tell a dispute: what changed, what is next, positions, agreements, timeline, people, each line with its sources.

    Words in square brackets say what is inferred, disputed, or known from one side only.
    """
    from detente.cli.answer import put_json, put_page
    from detente.cli.dossier_options import date_given, told
    from detente.cli.terminal import put_data
    from detente.dossier.brief import Length, brief
    from detente.dossier.choice import MOST, chosen
    from detente.formats.brief_markdown import brief_html, brief_markdown
    from detente.formats.dossier_json import dossier_json
    from detente.formats.printed_brief import print_brief

    after = date_given(since)
    made = told(record, dispute, as_of)
    if format is BriefFormat.JSON:
        most = {None: MOST, BriefLength.FULL: MOST, BriefLength.SHORT: 40, BriefLength.ALL: len(made.events)}[length]
        put_json(dossier_json(made, chosen(made, most)))
        return
    page = brief(made, Length(length or BriefLength.SHORT), after)
    if format is BriefFormat.TEXT:
        put_page(lambda console: print_brief(page, console, why=why))
    else:
        write = brief_markdown if format is BriefFormat.MARKDOWN else brief_html
        put_data([write(page).encode("utf-8", "backslashreplace")])
