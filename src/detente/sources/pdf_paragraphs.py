"""Lines of print -> paragraphs, by where the lines stand and how they end."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median

from detente.sources.broken_words import whole, words_of
from detente.sources.pdf_lines import HYPHEN, Line

_EDGE = 0.12  # the share of a page's height, at its head and at its foot, where running heads and page numbers stand
_EDGE_LINES = 4  # at most so many on each side
_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*(?:\d{1,4}|[ivxl]{1,6})\s*[-–—]?(?:\s*(?:/|of)\s*\d{1,4})?", re.IGNORECASE)
_ITEM = re.compile(r"(?:[•●▪◦‣∙·*–—-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)])\s", re.IGNORECASE)
_BROKEN = re.compile(rf"{HYPHEN}\s*\Z|(?<=\w)-\s*\Z")  # PDFium does not mark the last hyphen of a page
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]\d]*\s*$")
_GAP = 1.3  # times the usual distance of two lines
_SIZE = 1.12  # times the size of the letters
_INDENT = 0.6  # times the size of the letters
_FULL = 0.97  # of the width of the column
_FEW_LINES = 8


def without_furniture(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without what is printed at the edge of many of them, and without page numbers."""
    seen = Counter(mark for page in pages for mark in {_mark(line) for line in _edges(page)})
    often = max(2, len(pages) // 3)
    kept = []
    for page in pages:
        gone = {id(line) for line in _edges(page) if seen[_mark(line)] >= often or _NUMBER.fullmatch(line.text.strip())}
        kept.append([line for line in page if id(line) not in gone])
    return kept


def joined(pages: list[list[Line]]) -> list[str]:
    """The paragraphs of all pages, each on one line."""
    known = {word for page in pages for line in page for word in words_of(line.text)}
    usual = _usual_step(pages)
    widths = [_column(page) for page in pages]
    widest = max(widths, default=0.0) or max((line.width for page in pages for line in page), default=0.0)
    paragraphs: list[str] = []
    before: Line | None = None
    for page, width in zip(pages, widths, strict=True):
        column = width or widest
        for number, line in enumerate(page):
            if before is not None and _goes_on(before, line, usual, column, on_page=number > 0):
                paragraphs[-1] = _join(paragraphs[-1], line.text.strip(), known)
            else:
                paragraphs.append(line.text.strip())
            before = line
    return [paragraph.replace(HYPHEN, "-") for paragraph in paragraphs]


def _edges(page: list[Line]) -> Iterator[Line]:
    """The outermost lines within the page's margins."""
    by_height = sorted(page, key=lambda line: -line.top)
    for line in by_height[:_EDGE_LINES]:
        if line.bottom > (1 - _EDGE) * line.height:
            yield line
    for line in by_height[-_EDGE_LINES:]:
        if line.top < _EDGE * line.height:
            yield line


def _mark(line: Line) -> tuple[str, int]:
    """What a line says but for numbers, and about where."""
    return re.sub(r"\d+", "0", line.text.strip()), round(line.bottom / 6)


def _usual_step(pages: list[list[Line]]) -> float:
    """How far one line stands below the one before, mostly, in sizes of its letters."""
    steps = [
        (one.bottom - other.bottom) / one.size
        for page in pages
        for one, other in pairwise(page)
        if 0 < one.bottom - other.bottom < 4 * one.size
    ]
    return median(steps) if steps else 0.0


def _column(page: list[Line]) -> float:
    """How wide the text is set: what most full lines reach; 0 where there are too few lines to tell."""
    widths = sorted(line.width for line in page)
    return widths[int(len(widths) * 0.7)] if len(widths) >= _FEW_LINES else 0.0


def _goes_on(before: Line, line: Line, usual: float, column: float, *, on_page: bool) -> bool:
    """Whether a line is of the same paragraph as the one before."""
    if _BROKEN.search(before.text):
        return True
    if before.size and line.size and not 1 / _SIZE < line.size / before.size < _SIZE:
        return False
    if _ITEM.match(line.text):
        return False
    ended = _ENDS.search(before.text) is not None
    full = _is_full(before, line, column)
    step = before.bottom - line.bottom
    if not on_page or step < 0:  # the next page or column
        return full and not ended
    if step > _GAP * usual * line.size:
        return False
    if step < line.size / 2:
        return True  # the same line, written in pieces
    if line.left - before.left > _INDENT * line.size and (ended or not line.text[:1].islower()):
        return _ITEM.match(before.text) is not None and full  # an item goes on below its first word
    return full or (not ended and line.text[:1].islower())


def _is_full(before: Line, line: Line, column: float) -> bool:
    """Whether the next line's first word had no room any more: who breaks a line before that means it."""
    letter = before.width / max(len(before.text.strip()), 1)
    first = line.text.split(maxsplit=1)[0]
    return before.width + letter * (len(first) + 1) > _FULL * column


def _join(paragraph: str, more: str, known: set[str]) -> str:
    if not _BROKEN.search(paragraph):
        return f"{paragraph} {more}"
    start = paragraph[:-1]
    halves = re.search(r"[\w-]*\Z", start), re.match(r"[\w-]*", more)
    first, second = (half[0] if half else "" for half in halves)
    return f"{start.removesuffix(first)}{whole(first, second, known)}{more.removeprefix(second)}"
