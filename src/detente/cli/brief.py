"""``detente brief``: the account of a dispute on two pages."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from detente.cli.dossier_options import AsOf, DisputeName, KnownAt, Since
from detente.cli.record_options import RecordPath

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.dossier.account import Dossier
    from detente.dossier.brief import Brief
    from detente.formats.brief_docx import Picture
    from detente.model.date import Date


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
    charts: Annotated[
        bool,
        typer.Option("--charts", help="Draw timeline, positions and map, too (docx; needs detente[pictures])."),
    ] = False,
    record: RecordPath = None,
) -> None:
    """Tell a dispute: what changed, what is next, positions, agreements, timeline, people, each line with its sources.

    Words in square brackets say what is inferred, disputed, or known from one side only.
    """
    from detente.cli.dossier_options import told
    from detente.cli.kept import Which, put_answer
    from detente.errors import UsageError
    from detente.record.answers import Answer
    from detente.record.date_text import date_of

    after = date_of(since)
    if charts and format is not BriefFormat.DOCX:
        raise UsageError("--charts are drawn into a Word document; add --format docx")
    if format is BriefFormat.DOCX:
        from detente.cli.terminal import put_data
        from detente.formats.brief_docx import brief_docx

        made = told(record, dispute, as_of, known_at)
        put_data([brief_docx(_brief(made, length, after), _pictures(made) if charts else ())])
        return

    def work(made: Dossier) -> Answer:
        from detente.cli.exits import DONE

        return Answer(_text(made, length, after, format, why=why), DONE)

    which = Which(record, dispute, as_of, known_at)
    put_answer(which, ("brief", since, length, format, why), work, of_data=format is not BriefFormat.TEXT)


def _pictures(made: Dossier) -> Sequence[Picture]:
    from detente.desk.charts.brief import pictures

    return pictures(made)


def _brief(made: Dossier, length: BriefLength | None, after: Date | None) -> Brief:
    from detente.dossier.brief import Length, brief

    return brief(made, Length(length or BriefLength.SHORT), after)


def _text(made: Dossier, length: BriefLength | None, after: Date | None, form: BriefFormat, *, why: bool) -> str:
    from detente.cli.answer import json_text, page_text
    from detente.dossier.choice import MOST, chosen
    from detente.formats.brief_markdown import brief_html, brief_markdown
    from detente.formats.dossier_json import dossier_json
    from detente.formats.printed_brief import print_brief

    if form is BriefFormat.JSON:
        most = {None: MOST, BriefLength.FULL: MOST, BriefLength.SHORT: 40, BriefLength.ALL: len(made.events)}[length]
        return json_text(dossier_json(made, chosen(made, most)))
    page = _brief(made, length, after)
    if form is BriefFormat.TEXT:
        return page_text(lambda console: print_brief(page, console, why=why))
    return (brief_markdown if form is BriefFormat.MARKDOWN else brief_html)(page)
