"""A web page: its article as clean text, headline first, and what the page says about itself.

The page is parsed once, by lxml; trafilatura finds the article in the tree, and with it runs htmldate.
"""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING, Any

from detente.errors import UnreadableReport
from detente.model.report import DateBasis, DateCandidate
from detente.sources.article import SENTENCE, article, clean
from detente.sources.author_names import author_names
from detente.sources.encoding import decode
from detente.sources.json_ld import string
from detente.sources.page_metadata import PageMetadata
from detente.sources.publication_date import found_date
from detente.sources.raw import Draft, Raw
from detente.sources.tried import tried

if TYPE_CHECKING:
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
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_SHORTEST = 4  # words of a headline that goes before the one in the page's data
_STAMP = 12  # words of a time stamp
_STATED = re.compile(r"\b(?:19|20)\d\d[-/.][01]?\d[-/.][0-3]?\d\b")
_TOP = 5  # paragraphs among which the headline may stand once more
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


def web_page(raw: Raw) -> Draft:
    """The article of a page. Raises UnreadableReport where there is none, or the page cannot be parsed."""
    declared = _CHARSET.search(raw.data[:4096])
    tree = _parse(decode(raw.data, raw.charset or (declared[1].decode("ascii") if declared else None)))
    page = PageMetadata(tree, raw.url)
    paragraphs = article(tree, page.url)
    text = "\n\n".join(paragraphs)
    dates = page.dates()
    title, authors = page.title, page.authors
    if not (title and dates and authors):
        # Found by how pages usually look; slower than all the rest, and less sure than what the page says itself.
        looks = _looks(tree, page.url)
        title = title or string(looks.title)
        authors = authors or author_names(filter(None, (string(looks.author) or "").split("; ")), page.publisher)
        dates = dates or ([] if _stamped(paragraphs) else _guessed(looks.date, page, text))
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
    long = (
        _VALUE.sub(" ", tag[0]) for tag in _LONG_TAG.finditer(html)
    )  # a drawing's path is one attribute, however long
    if any(tag.count("=") > _ATTRIBUTES or len(tag.split()) > _ATTRIBUTES for tag in long):
        raise UnreadableReport(f"is a page with an element of more than {_ATTRIBUTES:,} attributes")
    if len(html) > 2 * _ATTRIBUTES_IN_ALL:
        names = sum(len(_VALUE.sub(" ", tag[0]).split()) for tag in _TAG.finditer(html))
        if names > _ATTRIBUTES_IN_ALL:
            raise UnreadableReport(f"is a page of more than {_ATTRIBUTES_IN_ALL:,} attributes; save its text")


def _looks(tree: HtmlElement, url: str | None) -> Any:
    """Title, author and date by trafilatura and htmldate."""
    from trafilatura import extract_metadata
    from trafilatura.settings import Document

    return tried(lambda: extract_metadata(tree, default_url=url, date_config=dict(_HTMLDATE))) or Document()


def _stamped(paragraphs: list[str]) -> bool:
    """Whether a line below the headline states a day; it goes before any guess."""
    return any(len(line.split()) <= _STAMP and _STATED.search(line) for line in paragraphs[:_TOP])


def _guessed(day: str | None, page: PageMetadata, text: str) -> list[DateCandidate]:
    """The day that htmldate found, unless it may be any date: one in the article, or in a list of other pages."""
    found = found_date(day)
    if found is None or found in text or found in page.doubtful_days():
        return []
    return [DateCandidate(found, DateBasis.METADATA, "htmldate")]


def _below(headline: str, paragraphs: list[str]) -> list[str]:
    """The article without its headline, and without a section's name or a breadcrumb above it."""
    first = [_flat(paragraph) for paragraph in paragraphs[:_TOP]]
    if _flat(headline) not in first:
        return paragraphs
    at = first.index(_flat(headline))
    return [paragraph for paragraph in paragraphs[:at] if SENTENCE.match(paragraph)] + paragraphs[at + 1 :]


def _headline(tree: HtmlElement, title: str | None) -> str | None:
    """The title as it is printed on the page, without the site's name that browsers are given with it."""
    title = clean(unescape(title)) if title else None
    printed = [text for element in tree.iter("h1") if (text := clean(element.text_content()))]
    for text in printed:
        if title is None or _flat(title).startswith(_flat(text)):
            return text
    window = _flat(clean(tree.findtext(".//title") or ""))
    if len(set(printed)) == 1 and len(printed[0].split()) >= _SHORTEST and window.startswith(_flat(printed[0])):
        return printed[0]  # the other one is for search engines
    return title


def _flat(text: str) -> str:
    """A headline for comparing: small letters, straight quotation marks."""
    return text.casefold().translate(_STRAIGHT)
