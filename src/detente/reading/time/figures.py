"""Whether dates in figures have the day or the month first: as another date of the page shows, else month first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from detente.reading.extensions import publication
from detente.reading.time.expression import Expression

if TYPE_CHECKING:
    from spacy.tokens import Doc

_FIGURES = re.compile(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(\d{4}|\d\d)(?![\d/])")


def order_figures(doc: Doc, found: Sequence[Expression]) -> None:
    """Turn round the dates in figures of a report that puts the day first; both orders must be days to be open."""
    mine = [(each, match) for each in found if each.kind == "date" and (match := _figures(doc, each)) is not None]
    if mine and _day_first(doc, [(each, int(match[1]), int(match[2])) for each, match in mine]):
        for each, match in mine:
            if int(match[2]) <= 12 and int(match[1]) <= 31:
                each.day, each.month = int(match[1]), int(match[2])


def _figures(doc: Doc, expression: Expression) -> re.Match[str] | None:
    return _FIGURES.fullmatch(doc[expression.start : expression.end].text)


def _day_first(doc: Doc, mine: list[tuple[Expression, int, int]]) -> bool:
    """Whether any date of the page can only have its day first, and none its month."""
    pairs = [(int(match[1]), int(match[2])) for match in _FIGURES.finditer(doc.text)]
    if any(second > 12 for _, second in pairs):
        return False
    if any(12 < first <= 31 for first, _ in pairs):
        return True
    published = publication(doc)
    if published is None or published.latest is None:
        return False
    for each, first, second in mine:  # told as over, and over only with the day first
        year = int(each.year or 0)
        if each.direction < 0 and (year, first, second) > published.latest >= (year, second, first):
            return True
    return False
