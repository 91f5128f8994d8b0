"""A web page: its article as clean text, headline first, and what the page says about itself.

The page is parsed once, by lxml; trafilatura finds the article in the tree, and with it runs htmldate.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Any

from detente.errors import UnreadableReport
from detente.model.report import DateBasis, DateCandidate
from detente.sources.encoding import decode
from detente.sources.page_metadata import PageMetadata
from detente.sources.publication_date import found_date
from detente.sources.raw import Draft, Raw

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_DEEPEST = 250  # levels of elements; real pages have under 60, and what walks a tree by recursion must survive
_CHARSET = re.compile(rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# Only markup is searched for dates, and never up to today: a reading must not change with the day it is made on.
_HTMLDATE = {
    "original_date": True,
    "extensive_search": False,
    "deferred_url_extractor": True,
    "min_date": "1990-01-01",
    "max_date": "2099-12-31",
}
_NO_ARTICLE = "is a page without an article; save the article's own page, or its text"


def web_page(raw: Raw) -> Draft:
    """The article of a page. Raises UnreadableReport where there is none, or the page cannot be parsed."""
    declared = _CHARSET.search(raw.data[:4096])
    html = decode(raw.data, raw.charset or (declared[1].decode("ascii") if declared else None))
    tree = _parse(html)
    page = PageMetadata(tree, raw.url)
    document = _extract(tree, page.url)
    paragraphs = [_clean(line) for line in (document.text or "").split("\n")] if document is not None else []
    paragraphs = [line for line in paragraphs if line]
    if not paragraphs:
        raise UnreadableReport(_NO_ARTICLE)
    headline = _headline(tree, page.title or document.title)
    if headline and not _same(headline, paragraphs[0]):
        paragraphs.insert(0, headline)
    text = "\n\n".join(paragraphs)
    return Draft(
        text,
        "html",
        title=headline,
        url=page.url,
        publisher=page.publisher,
        language=page.language,
        dates=tuple(_dates(page, document.date, text)),
        authors=page.authors or tuple(filter(None, (document.author or "").split("; "))),
    )


def _parse(html: str) -> HtmlElement:
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, fromstring

    text = _DECLARATION.sub("", html)
    try:
        # Without huge_tree, libxml2 stops at a depth that its own recursion bears.
        tree = fromstring(
            _CONTROL.sub("", text), parser=HTMLParser(encoding=None, remove_comments=True, remove_pis=True)
        )
    except (LxmlError, ValueError, AssertionError):
        raise UnreadableReport("is a page that cannot be parsed") from None
    return tree


def _extract(tree: HtmlElement, url: str | None) -> Any:
    from trafilatura import bare_extraction

    return bare_extraction(
        tree, url=url, include_comments=False, with_metadata=True, date_extraction_params=dict(_HTMLDATE)
    )


def _clean(line: str) -> str:
    return " ".join(unicodedata.normalize("NFC", line).split())


def _headline(tree: HtmlElement, title: str | None) -> str | None:
    """The title as it is printed on the page, without the site's name that browsers are given with it."""
    title = _clean(title) if title else None
    for element in tree.iter("h1"):
        printed = _clean(element.text_content())
        if printed and (title is None or title.casefold().startswith(printed.casefold())):
            return printed
    return title


def _same(headline: str, paragraph: str) -> bool:
    return headline.casefold() == paragraph.casefold()


def _dates(page: PageMetadata, guess: str | None, text: str) -> list[DateCandidate]:
    """The page's own dates, and last htmldate's, unless it comes from the article's prose."""
    dates = page.dates()
    day = found_date(guess)
    if day and day not in text and all(candidate.date != day for candidate in dates):
        dates.append(DateCandidate(day, DateBasis.METADATA, "htmldate"))
    return dates
