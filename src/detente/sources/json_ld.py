"""schema.org data in a page: what JSON-LD says about its article."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_ARTICLE = ("Article", "NewsArticle", "Report", "BlogPosting", "Posting", "LiveBlog", "Analysis", "Opinion", "WebPage")
_LONGEST = 2_000_000  # characters; parsed, they take a hundred times the memory
_DEEPEST = 8  # levels; articles stand at most a few levels down (@graph, mainEntity)


def article_data(tree: HtmlElement) -> dict[str, Any]:
    """The object about the article: articles before web pages before other things with a date, the first of each."""
    found = [(_rank(thing), number, thing) for number, thing in enumerate(_things(tree))]
    found = [entry for entry in found if entry[0] < 3]
    return min(found, key=lambda entry: entry[:2])[2] if found else {}


def names(value: object) -> list[str]:
    """The names in an author or publisher: a string, an object with a name, or a list of them."""
    if isinstance(value, str):
        return [value.strip()] if value.strip() and not value.startswith("http") else []
    if isinstance(value, dict):
        return names(value.get("name"))
    if isinstance(value, list):
        return [name for item in value[:50] if not isinstance(item, list) for name in names(item)]
    return []


def string(value: object) -> str | None:
    """A string, or the first of a list of them."""
    if isinstance(value, list) and value:
        value = value[0]
    return value.strip() or None if isinstance(value, str) else None


def _things(tree: HtmlElement) -> Iterator[dict[str, Any]]:
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not 0 < len(script.text or "") <= _LONGEST:
            continue
        try:
            # Raw line ends within strings are against the rules and common.
            data = json.loads(script.text.strip().removesuffix(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(data, 0)


def _objects(value: object, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        inner: Any = value.values()
    elif isinstance(value, list):
        inner = value
    else:
        return
    if depth < _DEEPEST:
        for item in inner:
            yield from _objects(item, depth + 1)


def _rank(thing: dict[str, Any]) -> int:
    kinds = thing.get("@type")
    told = " ".join(map(str, kinds)) if isinstance(kinds, list) else str(kinds)
    if told == "WebPage":
        return 1
    if any(kind in told for kind in _ARTICLE[:-1]):
        return 0
    return 2 if "datePublished" in thing else 3
