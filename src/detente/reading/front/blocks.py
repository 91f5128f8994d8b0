"""Text -> blocks: its paragraphs, whether they are parted by blank lines, by single ones, or wrapped hard."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

_LONG = 40  # characters from which a line may be a wrapped line of prose
_WIDEST = 130  # nobody wraps wider than this
_FULL = 0.62  # a wrapped line fills at least this share of the width
_STOPS = ".!?…:;"
_CLOSERS = "\"'”’»)]*_"
_MARKER = re.compile(r"(?:[-*•–‣▪·]|\(?\d{1,3}[.)]|\(?[a-z]{1,3}\)|#{1,6}|>+)\s")
_ENDS = re.compile(r"\s(?:Enditem|Endit|\(?ENDS?\)?|-?30-?|[#■●◼∎])\s*$")
_EDGE = 3_000  # characters at a block's beginning that its features are taken from


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph: ``[start, end)`` of the text without the white space around it, and what can be seen of it."""

    start: int
    end: int
    text: str  #: lines joined by spaces; at most its first characters where it is very long
    low: str
    words: tuple[str, ...]
    stop: bool  #: ends as a sentence does
    asks: bool  #: ends with a question or an exclamation mark

    @property
    def bulleted(self) -> bool:
        """An item of a list without numbers."""
        return self.text[0] in "-*•–‣▪·"

    @property
    def short(self) -> bool:
        """No longer than a line of furniture, a by-line or a headline."""
        return len(self.words) <= 20

    @property
    def listed(self) -> bool:
        """Begins with a number, letter or bullet of a list."""
        return _MARKER.match(self.text) is not None


def end_mark(text: str, start: int, end: int) -> int:
    """Where the mark begins that agencies put after a report's last word ("Enditem"), or ``end``."""
    match = _ENDS.search(text, max(start, end - 20), end)
    return match.start() + 1 if match else end


def blocks(text: str) -> list[Block]:
    """The paragraphs of a text, in order; together they hold every character that is not white space."""
    lines = _lines(text)
    width = _wrap_width(text, lines)
    out: list[Block] = []
    first = 0
    for i in range(1, len(lines) + 1):
        if i < len(lines) and _joined(text, lines[i - 1], lines[i], width):
            continue
        out.append(_block(text, lines[first][0], lines[i - 1][1]))
        first = i
    return out


_Line = tuple[int, int, bool, int]  # start, end, blank line before it, indent


def _lines(text: str) -> list[_Line]:
    """Lines that hold something, trimmed."""
    out: list[_Line] = []
    at, gap = 0, True
    for raw in text.splitlines(keepends=True):
        line = raw.strip()
        if line:
            indent = len(raw) - len(raw.lstrip())
            out.append((at + indent, at + indent + len(line), gap, indent))
        gap = not line
        at += len(raw)
    return out


def _wrap_width(text: str, lines: list[_Line]) -> int:
    """The width at which the text is wrapped, or 0.

    In a wrapped text most of the long lines stop in mid-sentence and many go on in lower case.
    """
    counted = open_ended = lower = widest = 0
    for (start, end, _, _), after in pairwise(lines):
        if after[2] or end - start < _LONG:
            continue
        counted += 1
        widest = max(widest, end - start)
        open_ended += not _stops(text, start, end)
        lower += text[after[0] : after[1]].lstrip("> ")[:1].islower()
    wrapped = counted and widest <= _WIDEST and open_ended >= 0.5 * counted and lower >= 0.25 * counted
    return widest if wrapped else 0


def _joined(text: str, line: _Line, after: _Line, width: int) -> bool:
    """Whether a line goes on in the next one."""
    if after[2] or not any(char.isalpha() for char in text[line[0] : line[1]]):
        return False  # "2021-03-04 09:30:00" above "topNews" is a line of its own
    start, end = after[0], min(after[1], after[0] + 200)
    following = text[start:end]
    if not any(map(str.isalpha, text[line[0] : min(line[1], line[0] + _WIDEST)])):
        return False  # a date or a number of its own
    stops = _stops(text, line[0], line[1])
    if following.lstrip("> ")[:1].islower() and not stops and line[1] - line[0] >= 12:
        return True
    if text[line[1] - 1] in ",;" and line[1] - line[0] >= 12 and not _MARKER.match(following):
        return True
    if not width or (_MARKER.match(following) and following[0] != ">") or after[3] >= line[3] + 2:
        return False
    length = line[1] - line[0]
    if length < _FULL * width:
        return False
    first_word = len(following.split(maxsplit=1)[0])
    return length + 1 + first_word > 0.9 * width or not stops


def _stops(text: str, start: int, end: int) -> bool:
    last = text[max(start, end - 12) : end].rstrip(_CLOSERS)
    return last[-1:] in _STOPS and bool(last)


def _block(text: str, start: int, end: int) -> Block:
    shown = " ".join(text[start : min(end, start + _EDGE)].split())
    last = _ENDS.sub("", text[max(start, end - 40) : end]).rstrip(_CLOSERS + " \n\t")[-1:]
    stop = last in (".", "!", "?", "…")
    return Block(start, end, shown, shown.lower(), tuple(shown.split()), stop, stop and last in "!?")
