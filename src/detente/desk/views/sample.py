"""A sample of a dispute's items: drawn, marked by keyboard, and how right each section is by the marks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from starlette.datastructures import FormData
from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.beside import beside
from detente.desk.sheets import Line, draw, lines, set_mark
from detente.desk.site import Site
from detente.desk.views.asked import text_asked
from detente.errors import UnknownDispute, UsageError
from detente.formats.score_rows import COLUMNS, score_json, score_rows
from detente.model.sections import SECTIONS
from detente.record.belonging import keys_of
from detente.record.disputes import names
from detente.record.judgements import MARKS, judgements, precision
from detente.record.sample import sample

_SHOWN = 15  # lines that wait
_USUAL, _MOST = 40, 500


def sample_page(site: Site, request: Request) -> Answer:
    """The lines that wait to be marked, those that are, and the precision by section."""
    with site.store.reading() as connection:
        known = names(connection)
    name = text_asked(request, "dispute") or next(iter(known), None)
    if name is not None and name not in known:
        raise UnknownDispute(name, known)
    path = sheet_of(site, name) if name is not None else None
    found = lines(path) if path is not None else []
    scored = precision(judgements(path)) if path is not None and found else []
    shown = {
        "name": name, "disputes": known, "path": path, "usual": _USUAL, "most": _MOST, "marks": MARKS,
        "waiting": [(one, list(_pieces(one))) for one in found if not one.mark][:_SHOWN],
        "left": sum(not one.mark for one in found), "marked": [one for one in found if one.mark], "scored": scored,
        "to_item": lambda identity: _address(site, identity),
    }  # fmt: skip
    return Answer("sample.html", shown, lambda: score_json(scored), lambda: (COLUMNS, score_rows(scored)))


def draw_sample(site: Site, _: Request, form: FormData) -> str:
    """Draw items of a dispute into its sheet. Raises UnknownDispute; UsageError where there is nothing to draw."""
    name, section = str(form.get("dispute") or ""), str(form.get("section") or "") or None
    given = str(form.get("n") or "")
    count = min(max(int(given[:6]), 1), _MOST) if given.isascii() and given.isdecimal() else _USUAL
    if section is not None and section not in SECTIONS:
        raise UsageError(f"there is no section {section[:40]!r}")
    with site.store.reading() as connection:
        if name not in (known := names(connection)):
            raise UnknownDispute(name, known)
        drawn = sample(connection, count, keys_of(connection, name), section, str(form.get("seed") or "")[:100])
    if not drawn:
        raise UsageError("there is nothing to draw from; choose another section")
    draw(sheet_of(site, name), drawn)
    return site.to.page("review/sample", dispute=name)


def mark_line(site: Site, _: Request, form: FormData) -> str:
    """Keep a mark. Raises UnknownDispute, UnknownId."""
    name = str(form.get("dispute") or "")
    with site.store.reading() as connection:
        if name not in (known := names(connection)):
            raise UnknownDispute(name, known)
    set_mark(sheet_of(site, name), str(form.get("id") or ""), str(form.get("mark") or ""))
    return site.to.page("review/sample", dispute=name)


def sheet_of(site: Site, name: str) -> Path:
    """The sheet of whoever works here, of a dispute."""
    return beside(site.store.path, "samples", name, site.by, ending=".tsv")


def _address(site: Site, identity: str) -> str:
    """Of an item whose id is its report's alone, the sheet has both."""
    report, _, own = identity.rpartition("/")
    return site.to.item(own, report or None)


def _pieces(one: Line) -> Iterator[tuple[str, bool]]:
    """The paragraph, and whether each piece of it is the words."""
    before, words, after = one.paragraph.partition(one.words)
    yield from ((before, False), (words, True), (after, False))
