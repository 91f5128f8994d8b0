"""One input, read into memory -> the reports in it: one of most formats, many of a feed or of an archive's export."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from detente.attempt import attempt
from detente.errors import UnreadableReport
from detente.model.report import SetAside
from detente.sources.credentials import without_credentials
from detente.sources.feed import Entry, entries
from detente.sources.news_export import articles
from detente.sources.raw import NOTHING, Before, Draft, Format, Known, Raw
from detente.sources.readers import draft
from detente.sources.told import HEAD, told

Piece = tuple[Raw, Draft] | Known | SetAside
Fetch = Callable[[str], Raw]
_MAY_BE_EXPORTS: frozenset[Format] = frozenset({"text", "docx", "pdf"})


def parts(raw: Raw, seconds: float, fetch: Fetch | None = None, *, before: Before = NOTHING) -> Iterator[Piece]:
    """What the bytes hold, in order; raises nothing for bad input. ``seconds`` limits each report, 0 does not.

    With ``fetch``, an entry of a feed that carries no more than a teaser is fetched by its address; without, the teaser
    is read. What is one of many is named by the input and its number in it.
    """
    if known := before.known(raw):
        yield known
        return
    try:
        found = attempt(lambda: _found(raw), seconds)
    except UnreadableReport as error:
        yield SetAside(raw.source, error.reason)
        return
    for part in found:
        yield _entry(part, seconds, fetch, before) if isinstance(part, Entry) else part


def _found(raw: Raw) -> list[Entry] | list[Piece]:
    form = told(raw.name, raw.media_type, raw.data[:HEAD])
    return entries(raw) if form == "feed" else _one_or_many(raw, form)


def _one_or_many(raw: Raw, form: Format) -> list[Piece]:
    read = draft(raw, form)
    found = articles(read.text) if form in _MAY_BE_EXPORTS else []
    if not found:
        return [(raw, read)]
    pieces: list[Piece] = []
    for number, article in enumerate(found, start=1):
        where = f"{raw.source}:{number}"
        if isinstance(article, UnreadableReport):
            pieces.append(SetAside(where, article.reason))
        else:
            pieces.append((Raw(article.text.encode("utf-8", "replace"), where), article))
    return pieces


def _entry(entry: Entry, seconds: float, fetch: Fetch | None, before: Before) -> Piece:
    """The entry itself, or the page that it leads to."""
    if entry.whole or entry.link is None or fetch is None:
        if not entry.draft.text.strip() and entry.link is not None:
            return SetAside(entry.raw.source, f"has no text in the feed; give its address to fetch it: {entry.link}")
        return entry.raw, entry.draft
    link = entry.link
    if known := before.known_page(link):
        return known
    try:
        page = attempt(lambda: fetch(link), seconds)
        if known := before.known(page):
            return known
        return page, entry.around(attempt(lambda: _page(page), seconds))
    except UnreadableReport as error:
        return SetAside(without_credentials(link), error.reason)


def _page(page: Raw) -> Draft:
    form = told(page.name, page.media_type, page.data[:HEAD])
    if form in {"jsonl", "mbox", "feed"}:
        raise UnreadableReport("is no report: a feed's entry leads to a list of many; give that address itself")
    return draft(page, form)
