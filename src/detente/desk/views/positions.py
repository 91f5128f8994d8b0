"""Where the parties of a dispute stood on each issue over time: a lane for each, with what moved marked."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.cited import Cited
from detente.desk.site import Site
from detente.desk.views.asked import text_asked, told_of
from detente.dossier.account import Dossier
from detente.dossier.brief import stance_line, stance_text
from detente.dossier.positions import Line, Stance
from detente.formats.dossier_json import dossier_json

_MOST = 30  # issues of a page that asks for all; the others are named
_COLUMNS = ("issue", "party", "name", "date", "stance", "change", "claim", "report", "start", "end")


def positions(site: Site, request: Request) -> Answer:
    """The lanes of all issues, or of one, and of all parties, or of one."""
    name, told = told_of(site, request)
    made = told.made
    issue, party = text_asked(request, "issue"), text_asked(request, "party")
    lines = [
        line for line in made.positions
        if line.party in made.parties and issue in (None, line.issue) and party in (None, line.party)
    ]  # fmt: skip
    issues: dict[str, list[Line]] = {}
    for line in lines:
        issues.setdefault(line.issue, []).append(line)
    most = len(issues) if issue or party or request.query_params.get("every") else _MOST

    def line_of(stance: Stance) -> object:
        marks = (stance.change,) if stance.change == "shifted" else ()
        return stance_line("", stance_text(stance), marks, stance)

    shown = {
        "name": name, "made": made, "issues": dict(list(issues.items())[:most]),
        "more": [*issues][most:], "issue": issue, "party": party,
        "line_of": line_of, "cited": Cited(made, site.to),
    }  # fmt: skip
    return Answer(
        "positions.html",
        shown,
        lambda: {"dispute": name, "positions": dossier_json(made, [])["positions"]},
        lambda: (_COLUMNS, _rows(lines, made)),
    )


def _rows(lines: list[Line], made: Dossier) -> Iterator[tuple[object, ...]]:
    for line in lines:
        for one in line.stances:
            yield (
                line.issue, line.party, made.parties[line.party], one.date and str(one.date), one.stance, one.change,
                one.claim.text, one.source.id, one.claim.start, one.claim.end,
            )  # fmt: skip
