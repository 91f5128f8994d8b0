"""The disputes of the record: how many reports each has, when there last was one, what is next."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.bars import Bar, bars
from detente.desk.site import Site
from detente.dossier.account import Dossier
from detente.dossier.agenda import Due
from detente.dossier.brief import brief
from detente.dossier.page.line import BriefLine
from detente.dossier.source import Source
from detente.errors import BadDispute
from detente.record.disputes import names
from detente.record.extent import extent
from detente.record.revision import revision


@dataclass(frozen=True, slots=True)
class Row:
    """One dispute; ``fault`` says why it cannot be told."""

    name: str
    reports: int = 0
    bars: tuple[Bar, ...] = ()
    last: Source | None = None
    changed: BriefLine | None = None
    next: Due | None = None
    fault: str = ""


def disputes(site: Site, _: Request) -> Answer:
    """The page of all disputes."""
    rows = []
    with site.store.reading() as connection:
        whole = site.kept.of(("extent", revision(connection)), lambda: extent(connection))
        for name in names(connection):
            try:
                told = site.dossiers.of(connection, name)
            except BadDispute as bad:
                rows.append(Row(name, fault=str(bad)))
            else:
                rows.append(site.kept.of(("row", told), partial(_row, name, told.made)))
    columns = ("name", "reports", "last_report", "next", "next_what")
    table = [
        (row.name, row.reports, row.last and str(row.last.published), row.next and str(row.next.date),
         row.next and row.next.what)
        for row in rows
    ]  # fmt: skip
    return Answer(
        "disputes.html",
        {"rows": rows, "whole": whole},
        lambda: [dict(zip(columns, line, strict=True)) for line in table],
        lambda: (columns, table),
    )


def _row(name: str, made: Dossier) -> Row:
    ahead = [due for due in made.agenda if due.is_ahead(made.today) and due.date is not None]
    dated = [one for one in made.sources if one.published]
    lines = [line for line in brief(made).top if line.lead == "What changed"] if made.sources else []
    return Row(
        name, len(made.sources), tuple(bars(one.published for one in made.sources)),
        dated[-1] if dated else None, lines[0] if lines else None, ahead[0] if ahead else None,
    )  # fmt: skip
