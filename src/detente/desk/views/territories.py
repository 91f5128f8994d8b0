"""The territories of a dispute: on a map, and in a table with who claims and who holds each, by whose word."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.charts.territories import NOTICE, Row, points_of, rows_of, territories_chart
from detente.desk.cited import Cited
from detente.desk.site import Site
from detente.desk.views.asked import told_of
from detente.dossier.claims import ClaimTold
from detente.dossier.source import Source
from detente.model.words import Words

_COLUMNS = (
    "number", "id", "name", "relation", "party", "report", "start", "end", "table_as_of", "latitude", "longitude",
)  # fmt: skip


_WORDS = 2  # of reports that tell a claim


def territories(site: Site, request: Request) -> Answer:
    """The page of a dispute's territories, those of most reports first."""
    name, told = told_of(site, request)
    made = told.made
    rows = rows_of(made)
    points = points_of(rows, site.to.item)
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
