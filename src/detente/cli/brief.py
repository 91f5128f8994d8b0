"""``detente brief``: the account of a dispute on two pages."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.dossier_options import AsOf, DisputeName, KnownAt, Since
from detente.cli.record_options import RecordPath

if TYPE_CHECKING:
    from detente.dossier.brief import Brief


class BriefFormat(StrEnum):
    """What a brief can be written as."""

    TEXT = "text"
    MARKDOWN = "markdown"
    HTML = "html"
    DOCX = "docx"
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
    known_at: KnownAt = None,
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
    from detente.formats.dossier_json import dossier_json
    from detente.formats.printed_brief import print_brief

    after = date_given(since)
    made = told(record, dispute, as_of, known_at)
    if format is BriefFormat.JSON:
        most = {None: MOST, BriefLength.FULL: MOST, BriefLength.SHORT: 40, BriefLength.ALL: len(made.events)}[length]
        put_json(dossier_json(made, chosen(made, most)))
        return
    page = brief(made, Length(length or BriefLength.SHORT), after)
    if format is BriefFormat.TEXT:
        put_page(lambda console: print_brief(page, console, why=why))
    else:
        put_data([_written(page, format)])


def _written(page: Brief, form: BriefFormat) -> bytes:
    """A brief as a document."""
    from detente.formats.brief_markdown import brief_html, brief_markdown

    if form is BriefFormat.DOCX:
        from detente.formats.brief_docx import brief_docx

        return brief_docx(page)
    write = brief_markdown if form is BriefFormat.MARKDOWN else brief_html
    return write(page).encode("utf-8", "backslashreplace")
