"""The log: what people changed, newest first; each can be taken back."""

from __future__ import annotations

from functools import partial

from starlette.datastructures import FormData
from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.site import Site
from detente.desk.views.asked import number_asked
from detente.errors import UsageError
from detente.formats.log_rows import COLUMNS, log_json, log_rows
from detente.formats.printed_corrections import correction_words
from detente.record import corrections
from detente.record.ids import short
from detente.record.lost import lost_corrections

_A_PAGE = 100


def log(site: Site, request: Request) -> Answer:
    """The entries, a page at a time."""
    with site.store.reading() as connection:
        entries = corrections.log(connection)
        undone = corrections.undone(entries)
        lost = {one.correction.n: one.reason for one in lost_corrections(connection)}
        page = number_asked(request, "page", 1, 1_000_000)
        newest = entries[::-1][(page - 1) * _A_PAGE : page * _A_PAGE]
        words = {one.n: correction_words(one, partial(short, connection)) for one in newest}
    shown = {
        "entries": newest, "undone": undone, "lost": lost, "words": words, "page": page,
        "more": len(entries) > page * _A_PAGE, "count": len(entries),
    }  # fmt: skip
    return Answer(
        "log.html", shown,
        lambda: log_json(entries, undone, lost), lambda: (COLUMNS, log_rows(entries, undone, lost)),
    )  # fmt: skip


def undo(site: Site, _: Request, form: FormData) -> str:
    """Take an entry back. Raises UnknownId, UsageError."""
    number = str(form.get("n", ""))
    if not (number.isascii() and number.isdecimal() and len(number) < 10):
        raise UsageError(f"{number[:40]!r} is no number of the log")
    with site.store.writing() as connection:
        corrections.undo(connection, int(number), by=site.by, why=str(form.get("why") or "") or None, at=site.now())
    return site.to.page("log")
