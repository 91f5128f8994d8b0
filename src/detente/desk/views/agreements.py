"""The agreements of a dispute: who is party to each, what became of it by day, and what it provides."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.site import Site
from detente.desk.views.asked import told_of
from detente.dossier.agreements import AgreementStep, DossierAgreement
from detente.record.passage import Passage, sentence

_MOST = 60  # agreements that the page lists
_COLUMNS = ("id", "name", "parties", "date", "kind", "told", "status", "words", "condition", "report")


def agreements_page(site: Site, request: Request) -> Answer:
    """The agreements, those of most reports first; as JSON and CSV all their steps and provisions."""
    name, told = told_of(site, request)
    every = told.made.agreements
    most = len(every) if request.query_params.get("every") else _MOST
    shown = {
        "name": name, "made": told.made, "found": every[:most], "more": max(len(every) - most, 0), "turns": _turns,
        "sentence_of": _sentence,
    }  # fmt: skip
    return Answer(
        "agreements.html",
        shown,
        lambda: [dict(zip(_COLUMNS, row, strict=True)) for one in every for row in _rows(one)],
        lambda: (_COLUMNS, (row for one in every for row in _rows(one))),
    )


def _turns(one: DossierAgreement) -> list[AgreementStep]:
    """The steps at which it is told to stand otherwise than before, each by the first report that says so."""
    stated = [step for step in one.history if step.status]
    before = (None, *(step.status for step in islice(stated, len(stated) - 1)))
    return [step for step, last in zip(stated, before, strict=False) if step.status != last]


def _sentence(step: AgreementStep) -> Passage:
    found = sentence(step.source.text, step.words.start, step.words.end)
    return Passage(found.start, found.end, found.text, ((step.words.start, step.words.end),))


def _rows(one: DossierAgreement) -> Iterator[tuple[object, ...]]:
    begin = one.id, one.name, "; ".join(who.name for who in one.parties), one.date and str(one.date)
    for step in one.history:
        yield (*begin, "step", step.date and str(step.date), step.status, step.words.text, None, step.source.id)
    for source, provision in one.provisions:
        condition = provision.condition.text if provision.condition else None
        yield (*begin, "provision", None, None, provision.text.text, condition, source.id)
