"""The territories of a dispute: on a map, and in a table with who claims and who holds each, by whose word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.charts.territories import NOTICE, Point, territories_chart
from detente.desk.cited import Cited
from detente.desk.site import Site
from detente.desk.views.asked import told_of
from detente.dossier.claims import ClaimTold, claimants, holders
from detente.dossier.page.line import numbers
from detente.dossier.source import Source
from detente.dossier.territories import DossierTerritory
from detente.model.words import Words

_COLUMNS = (
    "number", "id", "name", "relation", "party", "report", "start", "end", "table_as_of", "latitude", "longitude",
)  # fmt: skip


_WORDS = 2  # of reports that tell a claim


@dataclass(frozen=True, slots=True)
class Row:
    """One territory with its number on the map, and where the table of territories has it."""

    number: int
    one: DossierTerritory
    claimants: list[ClaimTold]
    holders: list[ClaimTold]
    place: tuple[float, float] | None
    sources: tuple[int, ...]

    @property
    def told(self) -> str:
        """It in words, for its point on the map."""
        claimed = ", ".join(claim.who.name for claim in self.claimants) or "nobody, as far as is told"
        held = ", ".join(claim.who.name for claim in self.holders) or "not told"
        return f"{self.number} {self.one.name}: claimed by {claimed}; held by: {held}"


def territories(site: Site, request: Request) -> Answer:
    """The page of a dispute's territories, those of most reports first."""
    name, told = told_of(site, request)
    made = told.made
    rows = [
        Row(
            number, one, claimants(one), holders(one),
            next((seen.territory.coordinates for seen in one.told if seen.territory.coordinates), None),
            numbers(seen.source for seen in one.told),
        )
        for number, one in enumerate(made.territories, 1)
    ]  # fmt: skip
    points = [Point(row.number, row.place, row.told, site.to.item(row.one.id)) for row in rows if row.place]
    shown = {
        "name": name,
        "made": made,
        "rows": rows,
        "notice": NOTICE,
        "cited": Cited(made, site.to),
        "in_words": _in_words,
    }
    return Answer(
        "territories.html",
        shown,
        lambda: [dict(zip(_COLUMNS, line, strict=True)) for line in _table(rows)],
        lambda: (_COLUMNS, _table(rows)),
        chart=(lambda: territories_chart(points)) if points else None,
    )


def _in_words(claim: ClaimTold) -> list[tuple[Source, Words]]:
    """The longest words in which reports tell a claim, each once."""
    told = {" ".join(words.text.casefold().split()): (source, words) for source, words in reversed(claim.said)}
    return sorted(told.values(), key=lambda pair: (-len(pair[1].text), pair[0].number))[:_WORDS]


def _table(rows: list[Row]) -> Iterator[tuple[object, ...]]:
    for row in rows:
        for relation, claims in (("claimed by", row.claimants), ("held by", row.holders)):
            for claim in claims:
                begin = (row.number, row.one.id, row.one.name, relation, claim.who.id or claim.who.name)
                for source, words in claim.said:
                    yield (*begin, source.id, words.start, words.end, None, *(row.place or (None, None)))
                if claim.table is not None:
                    yield (*begin, None, None, None, str(claim.table), *(row.place or (None, None)))
