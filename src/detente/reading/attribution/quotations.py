"""Where a text quotes: stretches between quotation marks, over paragraphs where the marks say so.

Marks are read from the report's own text, curly or straight. A quotation left open runs on into the next paragraph
where that opens with a mark again; else its closing mark was forgotten, and it holds its first sentence and those after
it that go on in the first or second person. Inches, feet, apostrophes and clipped decades are no marks.
Single marks count as quotations only outside double ones; a quotation within a quotation is part of the outer one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from detente.knowledge.loader import words

if TYPE_CHECKING:
    from collections.abc import Iterable

Stretch = tuple[int, int]

MARKS = "\"'`“”„‟«»‘’‚‛"  #: every mark that a quotation may stand in
_MARK = re.compile(r"[\"“”„‟«»＂]|``|''|['‘’‚‛](?!')")
_DOUBLE_OPEN, _DOUBLE_CLOSE = frozenset("“„‟«"), frozenset("”»")
_LOW = frozenset("„‟")  # closed by the mark that opens elsewhere
_SINGLES = frozenset("'‘’‚‛")
_BEFORE_OPENING = frozenset(" \n\t\r\u00a0\u2009\u202f([{—–-/…")
_AFTER_CLOSING = frozenset(" \n\t\r\u00a0\u2009\u202f)]}.,;:!?—–-/…")
_MOST = 100  # paragraphs of a quotation: a text whose marks never close is not one
_SENTENCE_END = re.compile(r"(?<=\w{3})[.!?…]\s+(?=[A-Z])")  # behind three letters: "Mr." ends none
_WORD = re.compile(r"\w+")
_PRESENT = words("en/attribution/documents", "present")
_CLIPPED = re.compile(r"\d0s\b|(?:em|til|tis|twas|cause|n|round)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words within quotation marks: ``pieces`` without the marks, one a paragraph; ``start`` and ``end`` with them."""

    start: int
    end: int
    pieces: tuple[Stretch, ...]
    single: bool = False


def quotations(text: str, paragraphs: Iterable[Stretch]) -> list[Quotation]:
    """The quotations of a text, in order; ``paragraphs`` are the stretches of it that are read."""
    found: list[Quotation] = []
    going_on = False  # the last quotation was left open
    last_end = -1
    for start, end in paragraphs:
        inside, still_open = _in_paragraph(text, start, end)
        going_on = going_on and len(found[-1].pieces) < _MOST
        if inside and going_on and inside[0].start == _first(text, start, end) and not text[last_end:start].strip():
            before = found.pop()
            inside[0] = Quotation(before.start, inside[0].end, before.pieces + inside[0].pieces)
        elif going_on:
            found[-1] = _ended(text, found[-1])
        found += inside
        going_on, last_end = still_open and bool(inside), end
    if going_on:
        found[-1] = _ended(text, found[-1])
    return found


def _ended(text: str, left_open: Quotation) -> Quotation:
    """A quotation whose closing mark was forgotten, up to where others' words may begin."""
    start, end = left_open.pieces[-1]
    ends = [match.start() + 1 for match in _SENTENCE_END.finditer(text, start, end)]
    for at, stop in pairwise([*ends, end]):
        if not any(word.casefold() in _PRESENT for word in _WORD.findall(text[at:stop])):
            return Quotation(left_open.start, at, (*left_open.pieces[:-1], (start, at)), left_open.single)
    return left_open


def _first(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _in_paragraph(text: str, start: int, end: int) -> tuple[list[Quotation], bool]:
    """The quotations of one paragraph, and whether the last of them was left open."""
    found: list[Quotation] = []
    opened: tuple[int, int] | None = None  # of the mark
    singles: list[tuple[int, int]] = []
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match[0], match.start(), match.end()
        if mark in _SINGLES:
            singles.append((at, after))
            continue
        low = opened is not None and text[opened[0]] in _LOW
        opening = False if low and mark == "“" else _opens(text, mark, at, after, opened is not None)
        if opening is None:
            continue
        if opening:
            if opened is None or mark not in _DOUBLE_OPEN:
                opened = (at, after)
        elif opened is not None:
            if text[opened[1] : at].strip():
                found.append(_quotation(text, opened[0], opened[1], at, after))
            opened = None
    still_open = opened is not None
    if opened is not None and text[opened[1] : end].strip():
        found.append(_quotation(text, opened[0], opened[1], end, end))
    if singles:
        found = _with_singles(text, found, singles, end)
    return found, still_open


def _quotation(text: str, start: int, inner: int, inner_end: int, end: int, single: bool = False) -> Quotation:
    while inner < inner_end and text[inner].isspace():
        inner += 1
    while inner_end > inner and text[inner_end - 1].isspace():
        inner_end -= 1
    return Quotation(start, max(end, inner_end), ((inner, inner_end),), single)


def _opens(text: str, mark: str, at: int, after: int, inside: bool) -> bool | None:
    """Whether a double mark opens; None where it is no quotation mark (inches)."""
    before, behind = text[at - 1 : at] or " ", text[after : after + 1] or " "
    if mark in _DOUBLE_OPEN:
        return True
    opens, closes = before in _BEFORE_OPENING, behind in _AFTER_CLOSING
    if mark in _DOUBLE_CLOSE:
        return not inside and opens and not closes  # ”so it is in some languages”
    if before.isdigit() and not inside:
        return None
    if opens != closes:
        return opens
    return not inside


def _with_singles(text: str, doubles: list[Quotation], marks: list[tuple[int, int]], end: int) -> list[Quotation]:
    """Quotations in single marks that stand outside double ones (British and headline style)."""
    found: list[Quotation] = []
    covered = [(quotation.start, quotation.end) for quotation in doubles]
    opened: int | None = None
    closing: int | None = (
        None  # the best closing mark so far: a later one may serve better, as in 'the ministers' talks'
    )
    for at, after in marks:
        if any(start <= at < stop for start, stop in covered):
            continue
        before, behind = text[at - 1 : at] if at else " ", text[after : after + 1] or " "
        if (before or " ") in _BEFORE_OPENING and behind not in _AFTER_CLOSING:
            if text[at] == "’" or _CLIPPED.match(text, after):
                continue
            if opened is not None and closing is not None:
                found.append(_quotation(text, opened, opened + 1, closing, closing + 1, single=True))
            opened, closing = at, None
        elif opened is not None and behind in _AFTER_CLOSING and text[at] not in "‘‚":
            plural = before == "s" and behind == " "
            if closing is None or not plural:
                closing = at
            if not plural:
                found.append(_quotation(text, opened, opened + 1, closing, closing + 1, single=True))
                opened = closing = None
    if opened is not None and closing is not None and closing < end:
        found.append(_quotation(text, opened, opened + 1, closing, closing + 1, single=True))
    found = [quotation for quotation in found if text[quotation.start + 1 : quotation.end - 1].strip()]
    clear = [q for q in found if not any(q.start < stop and start < q.end for start, stop in covered)]
    return sorted(doubles + clear, key=lambda quotation: quotation.start)
