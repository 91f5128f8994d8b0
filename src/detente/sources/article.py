"""A page's tree -> the paragraphs of its article, without the furniture around it.

trafilatura finds the article with care for what it may add. Where that leaves much of the page's prose it is asked
again, with care for what it may miss, and sentences between the paragraphs of the first answer stay. Then come the
paragraphs that stand in containers like those of the article, of which trafilatura takes only the first on some pages.
"""

from __future__ import annotations

import re
import unicodedata
from copy import deepcopy
from itertools import islice
from typing import TYPE_CHECKING

from detente.errors import UnreadableReport
from detente.sources.json_ld import string
from detente.sources.line_ends import joined
from detente.sources.tried import tried

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.html import HtmlElement  # type: ignore[import-untyped]

# An article has sentences; menus, lists of headlines, error pages and cookie notices have none, or one short one.
SENTENCE = re.compile(r"(?:\S+\s+){7,}?\S*[.!?…][\"'”’»)\]]*(?=\s|$)")
_FEWEST_WORDS = 15
_SHORT = 100  # words of sentences: shorter articles are looked for twice
_LEAST_OF = 0.25  # of the sentences' words that a careful article has, where it is one at all
_BEGINNING = 40  # characters by which a paragraph is known again
_FEWEST_DOUBLED = 6  # words
_MOST_OF = 0.9  # of the words of a page's paragraphs: an article that has them needs no second look
_LINKED = 0.5  # of a paragraph's characters in links: more make it a pointer to another page
_HALF = re.compile("[\ud800-\udfff]")  # half characters, which a page's JSON-LD can name
_AROUND = 4  # elements between a link and its line: bold type and the like
_LINES = frozenset({"p", "div", "h2", "h3", "h4", "h5", "h6"})  # codes: elements
_APART = frozenset({"aside", "nav", "footer", "figure", "form", "blockquote", "header", "table"})  # codes: elements


def article(tree: HtmlElement, url: str | None) -> list[str]:
    """Its paragraphs, list items, table rows and headings, one a line. Raises UnreadableReport where there is none."""
    ready = joined(deepcopy(tree))
    found = _extracted(ready, url, careful=True)
    if _words_of_sentences(found) < max(_SHORT, _MOST_OF * _words_of_sentences(_paragraphs(ready))):
        found = _chosen(found, _extracted(ready, url, careful=False))
    pointers = _pointers(ready)
    lines = [line for line in found if line not in pointers and not _doubled(line)]
    lines = _completed(ready, lines)
    if _words_of_sentences(lines) < _FEWEST_WORDS:
        lines = _plain(ready)
    if _words_of_sentences(lines) < _FEWEST_WORDS:
        raise UnreadableReport("is a page without an article; save the article's own page, or its text")
    return lines


def clean(line: str) -> str:
    """A line with single spaces, in Unicode NFC, without half characters."""
    return " ".join(unicodedata.normalize("NFC", _HALF.sub("\ufffd", line)).split())


def _extracted(tree: HtmlElement, url: str | None, *, careful: bool) -> list[str]:
    from trafilatura import bare_extraction

    document = tried(lambda: bare_extraction(tree, url=url, include_comments=False, favor_precision=careful))
    lines = (string(getattr(document, "text", None)) or "").split("\n")
    return [paragraph for line in lines if (paragraph := clean(_unmarked(line)))]


def _unmarked(line: str) -> str:
    """A line without what trafilatura sets before list items, around table cells, and below a table's head."""
    line = line.strip().removeprefix("- ")
    if line.startswith("|") or line.endswith("|"):
        line = line.strip("| ")
    return line if line.strip("|:- ") else ""


def _words_of_sentences(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines if SENTENCE.match(line))


def _paragraphs(tree: HtmlElement) -> list[str]:
    """The page's paragraphs, wherever they stand but in what is set apart."""
    return [text for element in tree.iter("p") if _is_prose(element, text := clean(element.text_content()))]


def _chosen(careful: list[str], whole: list[str]) -> list[str]:
    """The careful article with what the whole one has between its paragraphs; the whole one where it is far longer."""
    if _words_of_sentences(careful) < _LEAST_OF * _words_of_sentences(whole):
        return whole
    text = "\n".join(careful)
    kept = {line for line in whole if line[:_BEGINNING] in text}
    places = [at for at, line in enumerate(whole) if line in kept]
    if not places:
        return careful or whole
    first, last = places[0], places[-1]
    return [
        line
        for at, line in enumerate(whole)
        if line in kept or (first < at < last and SENTENCE.match(line)) or (at > last and _listed(whole, at, last))
    ]


def _listed(lines: list[str], at: int, last: int) -> bool:
    """Whether a line belongs to the list that an article closes with: its last paragraph ends with a colon."""
    return lines[last].endswith(":") and all(not SENTENCE.match(line) for line in lines[last + 1 : at + 1])


def _pointers(tree: HtmlElement) -> set[str]:
    """The texts of paragraphs that are one link to another page and no sentence: other reports' headlines."""
    found: set[str] = set()
    for link in tree.iter("a"):
        if not (link.get("href") or "").strip("#"):
            continue
        block = next((above for above in islice(link.iterancestors(), _AROUND) if above.tag in _LINES), None)
        text = clean(link.text_content())
        if block is not None and text and text[-1] not in ".:;" and text == clean(block.text_content()):
            found.add(text)
    return found


def _doubled(line: str) -> bool:
    """Whether a line that is no sentence says the same twice, as pointers with a picture and a headline do."""
    if SENTENCE.match(line):
        return False
    words = line.split()
    half = len(words) // 2
    return len(words) >= _FEWEST_DOUBLED and len(words) % 2 == 0 and words[:half] == words[half:]


def _completed(tree: HtmlElement, lines: list[str]) -> list[str]:
    """The lines with the paragraphs between or behind them that stand in containers of the same make."""
    known = set(lines)
    paragraphs = [(element, clean(element.text_content())) for element in tree.iter("p")]
    makes = {_make(element) for element, text in paragraphs if text in known and SENTENCE.match(text)}
    makes.discard(None)
    if not makes:
        return lines
    missing = [
        text
        for element, text in paragraphs
        if text not in known and _make(element) in makes and _is_prose(element, text)
    ]
    text = "\n".join(lines)  # some stand there in pieces already
    missing = [each for each in missing if each[:_BEGINNING] not in text and each[-_BEGINNING:] not in text]
    if not missing:
        return lines
    order = [text for _, text in paragraphs]
    return _inserted(lines, order, set(missing))


def _inserted(lines: list[str], order: list[str], missing: set[str]) -> list[str]:
    """The lines, each missing paragraph behind the one that stands before it on the page."""
    behind: dict[str, list[str]] = {}
    before: str | None = None
    known = set(lines)
    for text in order:
        if text in known:
            before = text
        elif text in missing and before is not None:
            behind.setdefault(before, []).append(text)
            missing.discard(text)
    return [text for line in lines for text in (line, *behind.pop(line, []))]


def _make(element: HtmlElement) -> tuple[str, ...] | None:
    """How the container of a paragraph is made: its element and classes; None for one without any."""
    container = element.getparent()
    if container is None or not container.get("class"):
        return None
    return (str(container.tag), *sorted(container.get("class").split()), element.get("class") or "")


def _is_prose(element: HtmlElement, text: str) -> bool:
    """Whether a paragraph is a sentence, not mostly links, and not set apart from the article."""
    linked = sum(len(clean(link.text_content())) for link in element.iter("a"))
    apart = any(above.tag in _APART for above in element.iterancestors())
    return SENTENCE.match(text) is not None and linked < _LINKED * len(text) and not apart


def _plain(tree: HtmlElement) -> list[str]:
    """The blocks of text within the page's only article element, where nothing else was found."""
    articles = list(tree.iter("article")) or list(tree.iter("main"))
    return (
        [text for block in _leaves(articles[0]) if (text := clean(block.text_content()))] if len(articles) == 1 else []
    )


def _leaves(tree: HtmlElement) -> Iterator[HtmlElement]:
    """The elements that hold text and no further block."""
    blocks = {
        "div",
        "p",
        "section",
        "article",
        "ul",
        "ol",
        "li",
        "table",
        "blockquote",
        "h1",
        "h2",
        "h3",
        "h4",
    }  # codes: elements
    for element in tree.iter(*blocks):
        if not any(inner is not element for inner in element.iter(*blocks)) and not any(
            above.tag in _APART for above in element.iterancestors()
        ):
            yield element
