"""From tagged tokens to words fit to show: whole quotations, clean edges, one stretch a paragraph; and their form."""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from detente.reading.english.grammar import THAT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.reading.attribution.passage import Passage, Quoted
    from detente.reading.attribution.relation import Form

    Span = tuple[int, int]


def content(passage: Passage, pieces: Iterable[Span], cue: int, taken: set[int]) -> list[Span]:
    """Pieces of content in characters; ``taken`` are the tokens of the cue and source, which no content has.

    A quotation that is mostly content is so as a whole; what stands in no quotation keeps to the paragraph of the cue.
    Commas, stops, dashes, marks and the "that" of a clause go from the edges, but nothing that stands within quotation
    marks.
    """
    tokens = {i for first, last in pieces for i in range(first, last)}
    near = passage.paragraph_of(cue)
    touched = [quoted for quoted in _touched(passage, tokens) if passage.runs_on(quoted.before, cue)]
    marked = {i for quoted in touched for i in range(quoted.before, quoted.after)}
    tokens = {i for i in tokens if i in near or i in marked}
    for quoted in touched:
        inside = range(quoted.first, quoted.last)
        if 2 * sum(i in tokens for i in inside) >= len(inside):
            tokens.update(inside)
    tokens -= taken
    spans = (_shown(passage, first, last) for first, last in _runs(passage, sorted(tokens)))
    return [span for span in spans if span is not None]


def trimmed(passage: Passage, span: Span) -> Span:
    """Tokens of a cue or source without marks at the edges; the span itself where it is nothing else (":")."""
    first, last = span
    while first < last and _is_mark(passage, first):
        first += 1
    while last > first and _is_mark(passage, last - 1):
        last -= 1
    return (first, last) if first < last else span


def _is_mark(passage: Passage, i: int) -> bool:
    return passage.is_space[i] or (passage.is_mark[i] and passage.doc[i].text in _EDGES)


_EDGES = frozenset({",", ".", ";", ":", "-", "--", "—", "–", '"', "'", "''", "``", "`", "!", "?", "("})


def form(passage: Passage, spans: list[Span]) -> Form:
    """Whether all of the words stand in quotation marks, some, or none."""
    words = inside = 0
    for start, end in spans:
        first, last = passage.token_at(start), passage.token_at(end)
        real = [i for i in range(first, last) if not passage.is_mark[i]]
        words += len(real)
        for quoted in passage.quoted_within(first, last):
            inside += sum(quoted.first <= i < quoted.last for i in real)
    return "indirect" if not inside else "direct" if inside >= words else "mixed"


def _touched(passage: Passage, tokens: set[int]) -> list[Quoted]:
    return [] if not tokens else list(passage.quoted_within(min(tokens), max(tokens) + 1))


def _runs(passage: Passage, tokens: list[int]) -> list[Span]:
    """Stretches of tokens with nothing but marks and spaces between them, cut at the ends of paragraphs."""
    runs: list[Span] = []
    ends = [end for _, end in passage.paragraphs]
    fresh = _fresh(passage, tokens[0], tokens[-1] + 1) if tokens else set()
    for i in tokens:
        if passage.is_space[i]:
            continue
        if i in fresh and (not runs or runs[-1][1] != i or passage.doc[i - 1].text not in _MARKS):
            runs.append((i, i + 1))
            continue
        here = bisect_right(ends, passage.starts[i])
        if runs and bisect_right(ends, passage.starts[runs[-1][0]]) == here and _only_marks(passage, runs[-1][1], i):
            runs[-1] = runs[-1][0], i + 1
        else:
            runs.append((i, i + 1))
    return runs


_MARKS = frozenset({'"', "''", "``", "'"})


def _only_marks(passage: Passage, first: int, last: int) -> bool:
    return last - first <= 3 and all(passage.is_mark[first:last])


def _fresh(passage: Passage, first: int, last: int) -> set[int]:
    """Tokens at which a quotation opens right after a sentence: 'the dam was full. "Nobody …"' is two pieces."""
    opened: set[int] = set()
    for quoted in passage.quoted_within(first, last):
        if passage.text[max(0, quoted.quotation.start - 8) : quoted.quotation.start].rstrip().endswith((".", "!", "?")):
            opened.update((quoted.before, quoted.first))
    return opened


def _shown(passage: Passage, first: int, last: int) -> Span | None:
    """The characters of a run: trimmed outside quotation marks, and with both marks of a quotation or neither."""
    doc, text = passage.doc, passage.text
    if first + 1 < last and doc[first].lower_ in THAT and doc[first].dep_ == "mark":
        first += 1
    trimmed = passage.trimmed(first, last)
    if trimmed is None:
        return None
    start, end = trimmed
    for quoted in passage.quoted_within(first, last):
        mark, behind = quoted.quotation.start, quoted.quotation.end
        for low, high in quoted.quotation.pieces:
            if start < high and low < end:
                if end >= high or not text[end:high].strip(_CLOSING):
                    end = max(end, high)
                if start <= low or not text[low:start].strip(_CLOSING):
                    start = min(start, low)
        low, high = quoted.quotation.pieces[0][0], quoted.quotation.pieces[-1][1]
        if start < mark and end == high:
            end = behind
        if start == low and end > behind:
            start = mark
    return start, end


_CLOSING = " \t\u00a0\n,.;:!?…-–—'’\""
