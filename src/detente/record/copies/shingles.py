"""A text -> its shingles: every run of four words, and how much each counts.

Two reports on one speech share what was said, not how they tell it. So words within quotation marks count less than a
report's own; where nearly everything is quoted, they decide all the same. To cut quotations roughly is enough here: a
mark that is never closed holds to the end of its paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.model.ids import normal

WORDS = 4  #: of a shingle
QUOTED = 0.25  #: what a shingle with quoted words counts; one without counts 1
_LEAST = 4  # words of a quotation; fewer are a name or a word held at arm's length
_QUOTATION = re.compile(
    r"[\"“„«][^\"“”„«»\n]+(?:[\"”“»]|$)"  # double marks
    r"|(?<!\w)['‘](?=\w)(?:[^'‘’\n]|(?<=\w)['’](?=\w))+['’](?!\w)",  # single ones; not an apostrophe
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Shingles:
    """The runs of a text by their words, each with its weight; ``words`` are all words in order."""

    words: tuple[str, ...]
    weights: dict[str, float]
    size: int = WORDS


def shingles(text: str, size: int = WORDS, quoted: float = QUOTED) -> Shingles:
    """The shingles of a text. Where a run stands both in a quotation and outside, it counts as the text's own."""
    words, marks = _marked(text)
    weights: dict[str, float] = {}
    for start, run in enumerate(runs(words, size)):
        weight = quoted if any(marks[start : start + size]) else 1.0
        weights[run] = max(weights.get(run, 0.0), weight)
    return Shingles(tuple(words), weights, size)


def runs(words: list[str] | tuple[str, ...], size: int = WORDS) -> list[str]:
    """Every run of so many words, in order."""
    return [" ".join(words[start : start + size]) for start in range(len(words) - size + 1)]


def _marked(text: str) -> tuple[list[str], list[bool]]:
    """The words of a text, and which of them are quoted."""
    words: list[str] = []
    marks: list[bool] = []
    end = 0
    for match in _QUOTATION.finditer(text):
        for piece, quoted in ((text[end : match.start()], False), (match[0], True)):
            found = normal(piece).split()
            words += found
            marks += [quoted and len(found) >= _LEAST] * len(found)
        end = match.end()
    rest = normal(text[end:]).split()
    return words + rest, marks + [False] * len(rest)
