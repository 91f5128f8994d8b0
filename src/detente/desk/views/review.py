"""What is doubtful in a dispute, one after another: confirmed, hidden or corrected, and then gone from the queue."""

from __future__ import annotations

from collections import Counter
from typing import get_args

from sqlalchemy import Connection
from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.site import Site
from detente.desk.views.asked import text_asked
from detente.dossier.doubts import Doubt, DoubtKind, doubts
from detente.dossier.source import Source
from detente.errors import UnknownDispute
from detente.record import corrections
from detente.record.disputes import names
from detente.record.item_view import passage_of
from detente.record.passage import Passage

_SHOWN = 25
_COLUMNS = ("kind", "item", "other", "why", "words", "report", "start", "end")


def review(site: Site, request: Request) -> Answer:
    """The queue of a dispute, of all kinds or one."""
    kind = text_asked(request, "kind")
    with site.store.reading() as connection:
        known = names(connection)
        name = text_asked(request, "dispute") or next(iter(known), None)
        if name is not None and name not in known:
            raise UnknownDispute(name, known)
        found = _open(connection, site, name) if name is not None else []
    counts = Counter(one.kind for one in found)
    wanted = [one for one in found if kind in (None, one.kind)]
    shown = {
        "name": name,
        "disputes": known,
        "kind": kind,
        "kinds": [(each, counts[each]) for each in get_args(DoubtKind)],
        "count": len(wanted),
        "queue": [(one, passage_of(one.source.text, one.words), _beside(one)) for one in wanted[:_SHOWN]],
    }
    rows = [
        (one.kind, one.item, one.other, one.why, one.words.text, one.source.id, one.words.start, one.words.end)
        for one in wanted
    ]
    return Answer(
        "review.html", shown,
        lambda: [dict(zip(_COLUMNS, row, strict=True)) for row in rows], lambda: (_COLUMNS, rows),
    )  # fmt: skip


def _beside(one: Doubt) -> tuple[Source, Passage] | None:
    """What it was taken for one with, in its paragraph."""
    return (one.beside[0], passage_of(one.beside[0].text, one.beside[1])) if one.beside else None


def _open(connection: Connection, site: Site, name: str) -> list[Doubt]:
    """The doubts on what nobody has confirmed, corrected, or put together or apart."""
    entries = corrections.log(connection)
    undone = corrections.undone(entries)
    settled = frozenset(one.target for one in entries if one.n not in undone and one.kind != "undo")
    told = site.dossiers.of(connection, name)
    return site.kept.of(("doubts", told, settled), lambda: doubts(told.made, settled))
