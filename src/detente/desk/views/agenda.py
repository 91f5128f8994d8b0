"""The agenda of a dispute: what lies ahead, and what was due and what became of it, each with every report's word."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.cited import Cited
from detente.desk.site import Site
from detente.desk.views.asked import told_of
from detente.dossier.agenda import Due
from detente.dossier.page.ahead import due_line
from detente.formats.dossier_json import due_json

_MOST = 120  # of a part that the page lists
_COLUMNS = ("id", "what", "due", "status", "told", "step", "for", "words", "report")


def agenda_page(site: Site, request: Request) -> Answer:
    """What lies ahead by date, what is past the latest first, and what has no date; all of it as JSON and CSV."""
    name, told = told_of(site, request)
    made = told.made
    due = [one for one in made.agenda if one.was_due]
    ahead = [one for one in due if one.date is not None and one.is_ahead(made.today)]
    past = [one for one in due if one.date is not None and not one.is_ahead(made.today)]
    undated = [one for one in due if one.date is None]
    most = len(due) if request.query_params.get("every") else _MOST
    parts = (("ahead", "Ahead", ahead), ("past", "What was due", past[::-1]), ("undated", "Without a date", undated))
    shown = {
        "name": name,
        "made": made,
        "parts": [(key, title, found[:most], max(len(found) - most, 0)) for key, title, found in parts if found],
        "due_line": due_line,
        "cited": Cited(made, site.to),
    }
    return Answer(
        "agenda.html", shown, lambda: [due_json(one) for one in due], lambda: (_COLUMNS, _rows(due)),
        links={"Calendar": site.to.dispute(name, "agenda.ics")},
    )  # fmt: skip


def _rows(due: list[Due]) -> Iterator[tuple[object, ...]]:
    for one in due:
        for step in one.history:
            yield (
                one.id, one.what, one.date and str(one.date), one.status,
                step.source.published and str(step.source.published), step.status, step.date and str(step.date),
                step.line(), step.source.id,
            )  # fmt: skip
