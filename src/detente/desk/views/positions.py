"""Where the parties of a dispute stood on each issue over time: a lane for each, with what moved marked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.charts import Chart
from detente.desk.charts.positions import lanes, positions_chart, reported
from detente.desk.cited import Cited
from detente.desk.site import Site
from detente.desk.views.asked import date_asked, text_asked, told_of
from detente.dossier.account import Dossier
from detente.dossier.brief import stance_line, stance_text
from detente.dossier.positions import Line, Stance
from detente.model.date import Date

_MOST = 30  # issues of a page that asks for all; the others are named
_LATEST, _ALL = 10, 150  # stances of a line that are told, the latest: where all is asked for, and of one issue
_COLUMNS = ("issue", "party", "name", "date", "stance", "change", "claim", "before", "report", "start", "end")


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the page is narrowed to; what is null narrows nothing."""

    issue: str | None
    party: str | None
    since: Date | None
    until: Date | None
    shifts: bool

    def fits(self, one: Stance) -> bool:
        if self.shifts and one.change != "shifted":
            return False
        if self.since is None and self.until is None:
            return True
        if one.date is None:
            return False
        early = self.since is not None and one.date.before(self.since)
        return not early and not (self.until is not None and self.until.before(one.date))


def positions(site: Site, request: Request) -> Answer:
    """The lanes of all issues, or of one, of all parties, or of one, in a time, or only where they shifted."""
    name, told = told_of(site, request)
    made = told.made
    asked = _Asked(
        text_asked(request, "issue"), text_asked(request, "party"), date_asked(request, "from"),
        date_asked(request, "to"), shifts=request.query_params.get("shifts") == "1",
    )  # fmt: skip
    known = [line for line in made.positions if line.party in made.parties]
    lines = list(_narrowed(known, asked))
    issue, party = asked.issue, asked.party
    issues: dict[str, list[Line]] = {}
    for line in lines:
        issues.setdefault(line.issue, []).append(line)
    most = len(issues) if issue or party or request.query_params.get("every") else _MOST

    longest = max((len(line.stances) for line in lines), default=0)

    def line_of(stance: Stance) -> object:
        marks = ("shifted",) if stance.change == "shifted" else ()
        return stance_line("", stance_text(stance), marks, stance)

    def address(stance: Stance) -> str:
        return site.to.item(stance.item)

    drawn = lanes(lines, made)

    def chart() -> Chart:
        return positions_chart(drawn, reported(made, drawn), made.parties, address, joined=issue is not None)

    shown = {
        "name": name, "made": made, "issues": dict(list(issues.items())[:most]),
        "more": [*issues][most:], "asked": asked,
        "latest": longest if request.query_params.get("every") else _ALL if issue else _LATEST,
        "every_issue": sorted({line.issue for line in known}, key=str.casefold),
        "every_party": list(dict.fromkeys(line.party for line in known)),
        "line_of": line_of, "cited": Cited(made, site.to),
    }  # fmt: skip
    return Answer(
        "positions.html",
        shown,
        lambda: [dict(zip(_COLUMNS, row, strict=True)) for row in _rows(lines, made)],
        lambda: (_COLUMNS, _rows(lines, made)),
        chart=chart if drawn else None,
    )


def _narrowed(lines: list[Line], asked: _Asked) -> Iterator[Line]:
    for line in lines:
        if asked.issue in (None, line.issue) and asked.party in (None, line.party):
            stances = tuple(one for one in line.stances if asked.fits(one))
            if stances:
                yield replace(line, stances=stances)


def _rows(lines: list[Line], made: Dossier) -> Iterator[tuple[object, ...]]:
    for line in lines:
        for one in line.stances:
            yield (
                line.issue, line.party, made.parties[line.party], one.date and str(one.date), one.stance, one.change,
                one.claim.text, one.before, one.source.id, one.claim.start, one.claim.end,
            )  # fmt: skip
