"""What a web page says about itself: JSON-LD first, then meta elements."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from html import unescape
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from detente.knowledge.loader import listed
from detente.model.report import DateBasis, DateCandidate
from detente.sources.author_names import author_names
from detente.sources.canonical_address import page_address
from detente.sources.json_ld import article_data, names, string
from detente.sources.local_day import local_day
from detente.sources.publication_date import figure_dates, found_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ELSEWHERE = frozenset({"aside", "nav", "footer", "a", "li"})
_PRINTED = "//text()[not(ancestor::script or ancestor::style or ancestor::template)]"
_AROUND = 400  # characters before and behind the headline
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[-/_]?([01]\d)[-/_]?([0-3]\d)(?=[/._-]|$)")


@dataclass(frozen=True)
class PageMetadata:
    """A parsed page's own data; ``url`` is where it was fetched, if it was."""

    tree: HtmlElement
    fetched: str | None = None

    @cached_property
    def data(self) -> dict[str, Any]:
        """The article's JSON-LD."""
        return article_data(self.tree)

    @cached_property
    def meta(self) -> dict[str, str]:
        """The contents of meta elements by lower-case name, property or itemprop; the first of each."""
        found: dict[str, str] = {}
        for element in self.tree.iter("meta"):
            content = (element.get("content") or "").strip()
            for attribute in ("property", "name", "itemprop"):
                if content and (key := element.get(attribute)):
                    found.setdefault(key.strip().lower(), content)
        return found

    @property
    def title(self) -> str | None:
        """The headline as the page's data have it."""
        return string(self.data.get("headline")) or self.meta.get("og:title") or self.meta.get("twitter:title")

    @property
    def url(self) -> str | None:
        """Where the page says it lives, else where it was fetched from."""
        links = [link.get("href") for link in self.tree.iter("link") if (link.get("rel") or "").lower() == "canonical"]
        named = [*links, self.meta.get("og:url"), string(self.data.get("url"))]
        return page_address([address for address in named if address], self.fetched)

    @property
    def publisher(self) -> str | None:
        """The publication, else the host of the address."""
        told = next(iter(names(self.data.get("publisher"))), None) or self.meta.get("og:site_name")
        host = urlsplit_host(self.url)
        told = told or self.meta.get("application-name")
        return unescape(told) if told else host and host.removeprefix("www.")

    @property
    def authors(self) -> tuple[str, ...]:
        """Authors by name, each once."""
        found = names(self.data.get("author"))
        if not found:
            told = (self.meta[name] for name in _meta_names("authors") if name in self.meta)
            found = [name for name in told if not name.startswith("http")][:1]
        return author_names(map(unescape, found), self.publisher)

    @property
    def language(self) -> str | None:
        """As declared: by JSON-LD, by the html element, by meta elements."""
        html = self.tree if self.tree.tag == "html" else self.tree.find(".//html")
        told = None if html is None else html.get("lang") or html.get("xml:lang")
        return string(self.data.get("inLanguage")) or told or self.meta.get("og:locale")

    def dates(self) -> list[DateCandidate]:
        """Every date of publication that the page's data name, best first, each day once."""
        found = [("JSON-LD datePublished", self.data.get("datePublished"))]
        found += [("JSON-LD dateCreated", self.data.get("dateCreated"))]
        found += [(f"meta {name}", self.meta[name]) for name in _meta_names("dates") if name in self.meta]
        found += [("time element", stamp) for stamp in self._times()]
        found += [("address", self._url_day())]
        days: dict[str, DateCandidate] = {}
        if (local := self._local(found)) is not None:
            days[local] = DateCandidate(local, DateBasis.METADATA, "the page's own day")
        for source, value in found:
            if (day := found_date(string(value))) is not None and day not in days:
                days[day] = DateCandidate(day, DateBasis.METADATA, source)
        return list(days.values())

    def _local(self, found: Sequence[tuple[str, object]]) -> str | None:
        """The page's own day, where the best of its times of publication is in UTC and falls on another there."""
        stamps = [stamp for _, value in found if (stamp := string(value)) is not None]
        if not stamps or found_date(stamps[0]) is None:
            return None
        beside = [*stamps[1:], *map(_stamp, self._time_elements())]
        return local_day(stamps[0], beside, self._url_day(), self._text)

    @cached_property
    def _text(self) -> str:
        """What is printed around the headline, where a report's own date stands."""
        headline = next((" ".join(each.text_content().split()) for each in self.tree.iter("h1")), "")
        text = " ".join(" ".join(self.tree.xpath(_PRINTED)).split())
        at = text.rfind(headline) if headline else -1
        return text[max(at - _AROUND, 0) : at + len(headline) + _AROUND] if at >= 0 else ""

    def doubtful_days(self) -> set[str]:
        """The days of all time elements, many of which are other pages'."""
        return {day for element in self._time_elements() if (day := found_date(_stamp(element)))}

    def _time_elements(self) -> list[HtmlElement]:
        return [element for element in self.tree.iter("time", "abbr") if _stamp(element)]

    def _times(self) -> list[str]:
        """Time elements marked as the publication's; else the earlier of at most two days beside the article.

        Two are its publication and its last change; more are a list of other pages.
        """
        times = self._time_elements()
        if marked := [element for element in times if _is_publication(element)]:
            return [_stamp(marked[0])]
        changed = [element for element in times if "modified" in (element.get("itemprop") or "").lower()]
        if changed and len(printed := figure_dates(changed[0].text_content())) > 1:
            return [min(printed)]
        beside = [
            element
            for element in times
            if element not in changed and not any(above.tag in _ELSEWHERE for above in element.iterancestors())
        ]
        days = {day for element in beside if (day := found_date(_stamp(element)))}
        return [min(days)] if 1 <= len(days) <= 2 else []

    def _url_day(self) -> str | None:
        match = _URL_DAY.search(urlsplit_path(self.url))
        return "-".join(match.groups()) if match else None


def _meta_names(of: str) -> tuple[str, ...]:
    return listed("facts/web/meta_names", of)


def _stamp(element: HtmlElement) -> str:
    return element.get("datetime") or element.get("title") or ""


def _is_publication(element: HtmlElement) -> bool:
    named = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
    return element.get("pubdate") is not None or "datepublished" in named or "publish" in named


def urlsplit_host(url: str | None) -> str | None:
    """The host of an address, or none of a broken one."""
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


def urlsplit_path(url: str | None) -> str:
    """The path of an address; empty for a broken one."""
    try:
        return urlsplit(url or "").path
    except ValueError:
        return ""
