"""One input, read into memory -> the reports in it: one of most formats, many of a feed or of an archive's export."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from detente.errors import UnreadableReport
from detente.model.report import SetAside
from detente.sources.feed import Entry, entries
from detente.sources.news_export import articles
from detente.sources.raw import Draft, Format, IsKnown, Known, Raw
from detente.sources.readers import draft
from detente.sources.told import HEAD, told
from detente.time_limit import time_limit

Piece = tuple[Raw, Draft] | Known | SetAside
Fetch = Callable[[str], Raw]
_Made = TypeVar("_Made")
_MAY_BE_EXPORTS: frozenset[Format] = frozenset({"text", "docx", "pdf"})


def parts(raw: Raw, seconds: float, fetch: Fetch | None = None, *, is_known: IsKnown | None = None) -> Iterator[Piece]:
    """What the bytes hold, in order; raises nothing for bad input. ``seconds`` limits each report, 0 does not.

    With ``fetch``, an entry of a feed that carries no more than a teaser is fetched by its address; without, the teaser
    is read. What is one of many is named by the input and its number in it.
    """
    if known := Known.unless_new(raw, is_known):
        yield known
        return
    form = told(raw.name, raw.media_type, raw.data[:HEAD])
    found = _tried(raw.source, seconds, lambda: entries(raw) if form == "feed" else _one_or_many(raw, form))
    if isinstance(found, SetAside):
        yield found
        return
    for part in found:
        yield _entry(part, seconds, fetch, is_known) if isinstance(part, Entry) else part


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


def _entry(entry: Entry, seconds: float, fetch: Fetch | None, is_known: IsKnown | None) -> Piece:
    """The entry itself, or the page that it leads to."""
    if entry.whole or entry.link is None or fetch is None:
        if not entry.draft.text.strip() and entry.link is not None:
            return SetAside(entry.raw.source, f"has no text in the feed; give its address to fetch it: {entry.link}")
        return entry.raw, entry.draft
    try:
        page = fetch(entry.link)
    except UnreadableReport as error:
        return SetAside(entry.link, error.reason)
    if known := Known.unless_new(page, is_known):
        return known
    form = told(page.name, page.media_type, page.data[:HEAD])
    if form in {"jsonl", "mbox", "feed"}:
        return SetAside(entry.link, "is no report: a feed's entry leads to a list of many; give that address itself")
    read = _tried(page.source, seconds, lambda: draft(page, form))
    return read if isinstance(read, SetAside) else (page, entry.around(read))


def _tried(source: str, seconds: float, make: Callable[[], _Made]) -> _Made | SetAside:
    try:
        with time_limit(seconds):
            return make()
    except UnreadableReport as error:
        return SetAside(source, error.reason)
    except TimeoutError:
        return SetAside(source, f"was not read within {seconds:g} seconds")
