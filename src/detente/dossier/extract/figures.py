"""A reading -> its figures that may be told across reports, each with the stems of what it counts."""

from __future__ import annotations

from msgspec import Struct

from detente.dossier.content import content
from detente.model.items import Figure
from detente.model.reading import Reading

_PASSING = frozenset(("duration", "age", "length"))  # codes: measures of what is told in passing


class FigureTold(Struct, frozen=True, array_like=True, gc=False):
    """A figure of a reading; ``words`` are the stems of what it counts."""

    figure: Figure
    words: frozenset[str]


def figures_of(reading: Reading) -> list[FigureTold]:
    """The figures that count or measure something, and are neither a change nor told in passing."""
    return [
        FigureTold(one, frozenset(content(one.of.text)))
        for one in reading.figures or ()
        if one.of is not None and one.change is None and one.measure not in _PASSING
    ]
