"""The figures of a dispute by what they count, each in its sentence, by which report and whose word."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.site import Site
from detente.desk.views.asked import told_of
from detente.dossier.counted import Counted, counted
from detente.dossier.figures import Given
from detente.record.passage import Passage, sentence

_MOST = 40  # things that the page lists
_EACH = 12  # figures of one
_COLUMNS = ("of", "value", "upper", "unit", "bound", "said_by", "published", "words", "report", "start", "end")


def figures_page(site: Site, request: Request) -> Answer:
    """What is counted, by most reports first; as JSON and CSV every figure."""
    name, told = told_of(site, request)
    made = told.made
    every = site.kept.of(("counted", told), lambda: counted(made.sources))
    all_of = bool(request.query_params.get("every"))
    most, each = (len(every), len(made.sources)) if all_of else (_MOST, _EACH)
    shown = {
        "name": name, "made": made, "found": every[:most], "each": each, "more": max(len(every) - most, 0),
        "sentence_of": _sentence,
    }  # fmt: skip
    return Answer(
        "figures.html",
        shown,
        lambda: [dict(zip(_COLUMNS, row, strict=True)) for row in _rows(every)],
        lambda: (_COLUMNS, _rows(every)),
    )


def _sentence(one: Given) -> Passage:
    words = one.figure.evidence
    found = sentence(one.source.text, words.start, words.end)
    return Passage(found.start, found.end, found.text, ((words.start, words.end),))


def _rows(every: list[Counted]) -> Iterator[tuple[object, ...]]:
    for thing in every:
        for one in thing.given:
            figure, published = one.figure, one.source.published
            yield (
                thing.of, figure.value, figure.upper, figure.unit, figure.bound,
                figure.said_by.name if figure.said_by else None, published and str(published), one.text, one.source.id,
                figure.evidence.start, figure.evidence.end,
            )  # fmt: skip
