"""A piece of HTML that is all article, such as a feed's entry -> its paragraphs as clean text."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "br", "dd", "div", "dl", "dt", "figure", "h1", "h2", "h3", "h4", "h5"}
    | {"h6", "hr", "li", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)
_UNSEEN = frozenset({"script", "style", "noscript", "iframe", "object", "template", "svg", "form", "figure"})


def paragraphs(html: str) -> list[str]:
    """The paragraphs in their order, white space folded, in Unicode NFC. Pictures with their captions are left out."""
    from lxml.etree import LxmlError  # type: ignore[import-untyped]
    from lxml.html import HTMLParser, fragment_fromstring

    try:
        tree = fragment_fromstring(html, create_parent="div", parser=HTMLParser(remove_comments=True, remove_pis=True))
    except (LxmlError, ValueError, AssertionError):
        return []
    pieces: list[str] = []
    _gather(tree, pieces)
    folded = (" ".join(unicodedata.normalize("NFC", part).split()) for part in "".join(pieces).split(_BREAK))
    return [paragraph for paragraph in folded if paragraph]


_BREAK = "\x00"


def _gather(tree: HtmlElement, pieces: list[str]) -> None:
    """Its text in order, with a break at both ends of each block; without recursion, for markup may be deep."""
    waiting: list[HtmlElement | str] = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, str):
            pieces.append(node)
            continue
        edge = _BREAK if node.tag in _BLOCKS else ""
        pieces.append(edge)
        waiting.append(edge + (node.tail or ""))
        if node.tag not in _UNSEEN:
            waiting.extend(reversed(node))
            pieces.append(node.text or "")
