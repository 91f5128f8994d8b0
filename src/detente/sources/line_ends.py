"""Line ends of a page's source, and single breaks within a sentence, are spaces: neither ends a paragraph.

In goes a page's tree, which is changed, out comes the same tree.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement  # type: ignore[import-untyped]

_KEPT = frozenset({"pre", "script", "style", "textarea"})  # codes: elements
_STOPS = '.!?…:;"”’»)]'


def joined(tree: HtmlElement) -> HtmlElement:
    """The tree with line ends as spaces, but for preformatted text, and without breaks in mid-sentence."""
    for element in list(tree.iter()):
        if not isinstance(element.tag, str):
            continue
        if element.text and "\n" in element.text and element.tag not in _KEPT:
            element.text = element.text.replace("\n", " ")
        if element.tail and "\n" in element.tail and not _within_kept(element):
            element.tail = element.tail.replace("\n", " ")
    for element in list(tree.iter("br")):
        if _goes_on(element):
            element.tail = f" {(element.tail or '').lstrip()}"
            element.drop_tag()
    return tree


def _within_kept(element: HtmlElement) -> bool:
    above = element.getparent()
    return above is not None and above.tag in _KEPT


def _goes_on(element: HtmlElement) -> bool:
    """Whether a break stands in mid-sentence: no stop before it, small letters after it."""
    before = element.getprevious()
    above = element.getparent()
    ahead = (before.tail if before is not None else above.text if above is not None else None) or ""
    after = (element.tail or "").lstrip()
    return bool(ahead.strip()) and ahead.rstrip()[-1] not in _STOPS and after[:1].islower()
