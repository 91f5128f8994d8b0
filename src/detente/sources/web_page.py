"""A web page: its article as clean text, headline first, and what the page says about itself.

The page is parsed once, by lxml; trafilatura finds the article in the tree, and with it runs htmldate.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from typing import TYPE_CHECKING, Any

from detente.errors import UnreadableReport
from detente.model.report import DateBasis, DateCandidate
from detente.sources.encoding import decode
from detente.sources.json_ld import string
from detente.sources.page_metadata import PageMetadata
from detente.sources.publication_date import found_date
from detente.sources.raw import Draft, Raw

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# Pages have some thousands of elements, at most a few tens of thousands; beyond, memory and time run away.
_ELEMENTS = 200_000
# libxml2 compares every attribute of an element with all others; real elements have a few dozen.
_LONG_TAG = re.compile(r"<[a-zA-Z][^<>]{50000,}")
_ATTRIBUTES = 5_000
_ATTRIBUTES_IN_ALL = 300_000  # each takes over 1 kB
_TAG = re.compile(r"<[a-zA-Z][^<>]*")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_CHARSET = re.compile(rb"<(?:meta[^>]{0,200}?charset|\?xml[^>]{0,100}?encoding)\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
# An article has sentences; menus, lists of headlines, error pages and cookie notices have none, or one short one.
_SENTENCE = re.compile(r"(?:\S+\s+){7,}?\S*[.!?…][\"'”’»)\]]*(?=\s|$)")
_FEWEST_WORDS = 15
_TOP = 5  # paragraphs among which the headline may stand once more
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
_HALF = re.compile("[\ud800-\udfff]")  # half characters, which a page's JSON-LD can name
# Only markup is searched for dates, and never up to today: a reading must not change with the day it is made on.
_HTMLDATE = {
    "original_date": True,
    "extensive_search": False,
    "deferred_url_extractor": True,
    "min_date": "1990-01-01",
    "max_date": "2099-12-31",
}


def web_page(raw: Raw) -> Draft:
    """The article of a page. Raises UnreadableReport where there is none, or the page cannot be parsed."""
    declared = _CHARSET.search(raw.data[:4096])
    tree = _parse(decode(raw.data, raw.charset or (declared[1].decode("ascii") if declared else None)))
    page = PageMetadata(tree, raw.url)
    paragraphs = _article(tree, page.url)
    text = "\n\n".join(paragraphs)
    dates = page.dates()
    title, authors = page.title, page.authors
    if not (title and dates and authors):
        # Found by how pages usually look; slower than all the rest, and less sure than what the page says itself.
        looks = _looks(tree, page.url)
        title = title or string(looks.title)
        authors = authors or tuple(filter(None, (string(looks.author) or "").split("; ")))
        dates = dates or _guessed(looks.date, page, text)
    headline = _headline(tree, title)
    if headline:
        text = "\n\n".join([headline, *_below(headline, paragraphs)])
    return Draft(
        text,
        "html",
        title=headline,
        url=page.url,
        publisher=page.publisher,
        language=page.language,
        dates=tuple(dates),
        authors=authors,
    )


def _parse(html: str) -> HtmlElement:
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, fromstring

    _refuse_monstrous(html)
    text = _CONTROL.sub("", _DECLARATION.sub("", html))
    # Without huge_tree, libxml2 stops at a depth that all who walk the tree by recursion can bear.
    parser = HTMLParser(remove_comments=True, remove_pis=True)
    try:
        tree = fromstring(text, parser=parser)
    except (LxmlError, ValueError, AssertionError):
        raise UnreadableReport("is a page that cannot be parsed") from None
    stopped = parser.error_log.last_error
    if stopped is not None and "depth" in stopped.message:
        raise UnreadableReport("is a page nested deeper than can be read (256 levels); save its text and read that")
    return tree


def _refuse_monstrous(html: str) -> None:
    if (elements := html.count("<") - html.count("</")) > _ELEMENTS:
        raise UnreadableReport(f"is a page of {elements:,} elements; at most {_ELEMENTS:,} are read, so cut it")
    if any(tag[0].count("=") > _ATTRIBUTES or len(tag[0].split()) > _ATTRIBUTES for tag in _LONG_TAG.finditer(html)):
        raise UnreadableReport(f"is a page with an element of more than {_ATTRIBUTES:,} attributes")
    if len(html) > 2 * _ATTRIBUTES_IN_ALL:
        names = sum(len(_VALUE.sub(" ", tag[0]).split()) for tag in _TAG.finditer(html))
        if names > _ATTRIBUTES_IN_ALL:
            raise UnreadableReport(f"is a page of more than {_ATTRIBUTES_IN_ALL:,} attributes; save its text")


def _article(tree: HtmlElement, url: str | None) -> list[str]:
    """Its paragraphs, list items, table rows and headings, one a line."""
    from trafilatura import bare_extraction

    document = _tried(lambda: bare_extraction(tree, url=url, include_comments=False))
    lines = (string(document.text) or "").split("\n") if document is not None else []
    paragraphs = [paragraph for line in lines if (paragraph := _clean(_unmarked(line)))]
    if sum(len(paragraph.split()) for paragraph in paragraphs if _SENTENCE.match(paragraph)) < _FEWEST_WORDS:
        raise UnreadableReport("is a page without an article; save the article's own page, or its text")
    return paragraphs


def _unmarked(line: str) -> str:
    """A line without what trafilatura sets before list items, around table cells, and below a table's head."""
    line = line.strip().removeprefix("- ")
    if line.startswith("|") or line.endswith("|"):
        line = line.strip("| ")
    return line if line.strip("|:- ") else ""


def _looks(tree: HtmlElement, url: str | None) -> Any:
    """Title, author and date by trafilatura and htmldate."""
    from trafilatura import extract_metadata
    from trafilatura.settings import Document

    return _tried(lambda: extract_metadata(tree, default_url=url, date_config=dict(_HTMLDATE))) or Document()


def _tried(extract: Callable[[], Any]) -> Any:
    """What is extracted, or None: on odd pages the extractors raise errors of many kinds."""
    try:
        return extract()
    except TimeoutError:
        raise
    except Exception:  # one page must not stop the others
        return None


def _guessed(day: str | None, page: PageMetadata, text: str) -> list[DateCandidate]:
    """The day that htmldate found, unless it may be any date: one in the article, or in a list of other pages."""
    found = found_date(day)
    if found is None or found in text or found in page.doubtful_days():
        return []
    return [DateCandidate(found, DateBasis.METADATA, "htmldate")]


def _below(headline: str, paragraphs: list[str]) -> list[str]:
    """The article without its headline, and without a section's name or a breadcrumb above it."""
    first = [paragraph.casefold() for paragraph in paragraphs[:_TOP]]
    if headline.casefold() not in first:
        return paragraphs
    at = first.index(headline.casefold())
    return [paragraph for paragraph in paragraphs[:at] if _SENTENCE.match(paragraph)] + paragraphs[at + 1 :]


def _clean(line: str) -> str:
    return " ".join(unicodedata.normalize("NFC", _HALF.sub("\ufffd", line)).split())


def _headline(tree: HtmlElement, title: str | None) -> str | None:
    """The title as it is printed on the page, without the site's name that browsers are given with it."""
    title = _clean(unescape(title)) if title else None
    for element in tree.iter("h1"):
        printed = _clean(element.text_content())
        if printed and (title is None or title.casefold().startswith(printed.casefold())):
            return printed
    return title
