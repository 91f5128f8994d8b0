"""Words of a report and what was searched for -> the sentence around them, with the words that fit marked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from detente.record.folded import words
from detente.record.search_query import Term

_PARAGRAPH = re.compile(r"\n[^\S\n]*\n\s*")
# A sentence ends after a word, a figure or a quotation; "Mr.", "Gen." and "U.S." end none.
_SENTENCE = re.compile(r"(?:(?<=[a-z\d)”\"’][.!?])|(?<=[.!?][”\"’)]))\s+(?=[A-Z\d“\"‘(])")
_ABBREVIATED = re.compile(r"\b(?:[A-Z]\w{0,3}|\w)\.[”\"’)]?$")
_WORD = re.compile(r"(?:[^\W_]|[\u0300-\u036f])+")
_LONGEST = 600  # characters of a text that has no sentences


@dataclass(frozen=True, slots=True)
class Passage:
    """Characters ``[start, end)`` of a report's text, and which within them are marked, as offsets of the report."""

    start: int
    end: int
    text: str
    marked: tuple[tuple[int, int], ...]

    def pieces(self) -> Iterator[tuple[str, bool]]:
        """The text from its beginning to its end in pieces, and whether each is marked."""
        at = self.start
        for start, end in self.marked:
            yield self.text[at - self.start : start - self.start], False
            yield self.text[start - self.start : end - self.start], True
            at = end
        yield self.text[at - self.start :], False

    def overlaps(self, other: Passage) -> bool:
        """Whether another of the same report has characters of it."""
        return self.start < other.end and other.start < self.end


def sentence(text: str, start: int, end: int, terms: Sequence[Term] = ()) -> Passage:
    """The sentence or sentences in which the characters ``[start, end)`` stand, with the terms in them marked."""
    first, last = paragraph(text, start, end)
    for match in _SENTENCE.finditer(text, first, last):
        if _ABBREVIATED.search(text, max(first, match.start() - 8), match.start()):
            continue
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    first, last = max(first, start - _LONGEST), min(last, end + _LONGEST)
    return Passage(first, last, text[first:last], tuple(fitting(text, terms, first, last)))


def paragraph(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the paragraph or paragraphs around characters ``[start, end)`` begin and end."""
    first, last = 0, len(text)
    for match in _PARAGRAPH.finditer(text):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return first, max(last, end)


def fitting(text: str, terms: Sequence[Term], start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Where terms stand between two places of a text, in order, without overlaps."""
    found = [
        (match.start(), match.end(), word)
        for match in _WORD.finditer(text, start, len(text) if end is None else end)
        for word in words(match[0])
    ]
    number = 0
    while number < len(found):
        length = max((len(term.words) for term in terms if _fits(term, found, number)), default=0)
        if length:
            yield found[number][0], found[number + length - 1][1]
        number += max(length, 1)


def _fits(term: Term, found: list[tuple[int, int, str]], number: int) -> bool:
    here = [word for _, _, word in found[number : number + len(term.words)]]
    if len(here) < len(term.words):
        return False
    *before, last = term.words
    return here[:-1] == before and (here[-1].startswith(last) if term.prefix else here[-1] == last)
