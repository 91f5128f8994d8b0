"""Figures that a report gives twice -> each once, with all its mentions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from detente.model.items import Figure

_LARGE = 100.0  # from here on, two equal numbers of one unit are hardly by chance
_SMALL_WORDS = 3  # letters


def each_once(figures: Iterable[Figure]) -> list[Figure]:
    """The figures in order; what is given again fills what the first mention leaves open."""
    found: list[Figure] = []
    for figure in figures:
        at = next((n for n, first in enumerate(found) if _is_again(first, figure)), None)
        if at is None:
            found.append(figure)
        else:
            found[at] = _joined(found[at], figure)
    return found


def _is_again(first: Figure, second: Figure) -> bool:
    same = (first.value, first.upper, first.unit, first.change) == (
        second.value, second.upper, second.unit, second.change,
    )  # fmt: skip
    if not same or _differ(first, second):
        return False
    if first.measure == "duration":
        return True
    return (first.value >= _LARGE and first.measure != "percent") or bool(_words(first) & _words(second))


def _differ(first: Figure, second: Figure) -> bool:
    """Whether both say when, and not the same."""
    both = first.period is not None and second.period is not None and not (first.inferred or second.inferred)
    return both and first.period != second.period


def _words(figure: Figure) -> set[str]:
    text = "" if figure.of is None else figure.of.text
    return {word.lower() for word in text.split() if len(word) > _SMALL_WORDS}


def _joined(first: Figure, again: Figure) -> Figure:
    period = first.period or again.period
    return replace(
        first,
        of=first.of or again.of,
        bound=first.bound or again.bound,
        period=period,
        place=first.place or again.place,
        said_by=first.said_by and again.said_by,  # told once without a source, it is the report's own
        mentions=(*first.mentions, *again.mentions),
        inferred=first.inferred if first.period is not None else again.inferred,
    )
