"""Where the parties of a dispute stood on each issue over time: a lane for each, with what moved marked."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.charts import Chart
from detente.desk.charts.positions import positions_chart
from detente.desk.cited import Cited
from detente.desk.site import Site
from detente.desk.views.asked import text_asked, told_of
from detente.dossier.account import Dossier
from detente.dossier.brief import stance_line, stance_text
from detente.dossier.days import Span, span
from detente.dossier.positions import Line, Stance
from detente.formats.dossier_json import dossier_json

_MOST = 30  # issues of a page that asks for all; the others are named
_LANES = 8  # parties that are drawn
_COLUMNS = ("issue", "party", "name", "date", "stance", "change", "claim", "before", "report", "start", "end")


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
        marks = ("shifted",) if stance.change == "shifted" else ()
        return stance_line("", stance_text(stance), marks, stance)

    def address(stance: Stance) -> str:
        return site.to.item(stance.item)

    drawn = _drawn(lines, made)

    def chart() -> Chart:
        return positions_chart(drawn, _days(made, drawn), made.parties, address, joined=issue is not None)

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
        chart=chart if drawn else None,
    )


def _drawn(lines: list[Line], made: Dossier) -> list[Line]:
    """The lines that are drawn: those that have a date, of the dispute's own parties and then of others."""
    dated = [line for line in lines if any(span(stance.date) for stance in line.stances)]
    parties = [*made.about.parties, *(line.party for line in dated)]
    lanes = [party for party in dict.fromkeys(parties) if any(line.party == party for line in dated)][:_LANES]
    return sorted((line for line in dated if line.party in lanes), key=lambda line: lanes.index(line.party))


def _days(made: Dossier, lines: list[Line]) -> Span:
    """The days that reports are of; without such, that the stances are of."""
    found = [days for one in made.sources if (days := span(one.published))]
    found = found or [days for line in lines for one in line.stances if (days := span(one.date))]
    return min(found)[0], max(last for _, last in found)


def _rows(lines: list[Line], made: Dossier) -> Iterator[tuple[object, ...]]:
    for line in lines:
        for one in line.stances:
            yield (
                line.issue, line.party, made.parties[line.party], one.date and str(one.date), one.stance, one.change,
                one.claim.text, one.before, one.source.id, one.claim.start, one.claim.end,
            )  # fmt: skip
