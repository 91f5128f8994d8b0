"""RSS and Atom -> entries: each a report of its own where the feed carries its text, else the address of one."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from detente.errors import UnreadableReport
from detente.model.report import DateBasis, DateCandidate
from detente.sources.html_fragment import paragraphs
from detente.sources.publication_date import found_date
from detente.sources.raw import Draft, Raw

if TYPE_CHECKING:
    from feedparser import FeedParserDict  # type: ignore[import-untyped]

_WHOLE_WORDS = 100  # from so many on, a text that is not cut off is the article; teasers have a few tens
_CUT_OFF = ("…", "...", "[…]", "[...]", "…]", "...]")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a feed tells of one report. ``link`` is a web address, ``whole`` whether the text is all of it."""

    raw: Raw
    draft: Draft
    link: str | None
    whole: bool

    def around(self, page: Draft) -> Draft:
        """A page that the entry leads to, with what the feed knows where the page says nothing."""
        told = self.draft
        return replace(
            page,
            title=page.title or told.title,
            url=page.url or told.url,
            publisher=page.publisher or told.publisher,
            language=page.language or told.language,
            dates=page.dates or told.dates,
            authors=page.authors or told.authors,
        )


def entries(raw: Raw) -> list[Entry]:
    """The entries in the feed's order, without text where it has none. Raises UnreadableReport for what is no feed."""
    parsed = _parsed(raw)
    if not parsed.get("version"):
        raise UnreadableReport("is not a feed (RSS, Atom) that can be read")
    if not parsed.entries:
        raise UnreadableReport("is a feed without entries")
    return [
        _entry(found, parsed.feed, f"{raw.source}:{number}") for number, found in enumerate(parsed.entries, start=1)
    ]


def _parsed(raw: Raw) -> FeedParserDict:
    import feedparser

    media_type = "application/xml" + (f"; charset={raw.charset}" if raw.charset else "")
    headers = {"content-type": media_type, "content-location": raw.url or ""}
    try:
        # A stream, for of anything else feedparser first tries whether it names a file or an address.
        return feedparser.parse(io.BytesIO(raw.data), response_headers=headers)
    except TimeoutError:
        raise
    except Exception:  # it raises errors of many kinds on broken markup
        raise UnreadableReport("is a feed that is too broken to read") from None


def _entry(found: Any, feed: Any, source: str) -> Entry:
    title = " ".join(paragraphs(found.get("title") or "")) or None
    html = max([part.get("value") or "" for part in found.get("content", [])] + [found.get("summary") or ""], key=len)
    body = [paragraph for paragraph in paragraphs(html) if paragraph != title]
    link = next(
        (url for url in (found.get("link"), found.get("id")) if url and url.startswith(("http://", "https://"))), None
    )
    publisher = found.get("source", {}).get("title") or feed.get("title")
    draft = Draft(
        "\n\n".join([title, *body] if title and body else body),
        "feed",
        title=title,
        url=link,
        publisher=" ".join(paragraphs(publisher or "")) or None,
        language=feed.get("language"),
        dates=tuple(_dates(found)),
        authors=tuple(dict.fromkeys(author["name"] for author in found.get("authors", []) if author.get("name"))),
    )
    return Entry(Raw(html.encode("utf-8", "replace"), source, url=link), draft, link, _is_whole(body))


def _is_whole(body: list[str]) -> bool:
    return sum(len(paragraph.split()) for paragraph in body) >= _WHOLE_WORDS and not body[-1].endswith(_CUT_OFF)


def _dates(found: Any) -> Iterator[DateCandidate]:
    for name in ("published", "created", "updated"):
        # The words, not feedparser's struct of it, which is moved to the time zone of Greenwich.
        if (day := found_date(found.get(name))) is not None:
            yield DateCandidate(day, DateBasis.METADATA, f"feed {name}")
            return
