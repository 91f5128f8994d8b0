"""A reading -> its figures that may be told across reports, each with the stems of what it counts."""

from __future__ import annotations

from msgspec import Struct

from detente.dossier.content import content
from detente.model.items import Figure
from detente.model.reading import Reading

_PASSING = frozenset(("duration", "age", "length"))  # codes: measures of what is told in passing
_SMALL = 3  # of what is only counted: "two towns" is no figure


class FigureTold(Struct, frozen=True, array_like=True, gc=False):
    """A figure of a reading; ``words`` are the stems of what it counts."""

    figure: Figure
    words: frozenset[str]


def figures_of(reading: Reading) -> list[FigureTold]:
    """The figures that count something and are neither small, nor a change, nor told in passing."""
    found = []
    for one in reading.figures or ():
        small = one.measure == "count" and one.value <= _SMALL
        if one.of is not None and one.change is None and one.measure not in _PASSING and not small:
            found.append(FigureTold(one, frozenset(content(one.of.text))))
    return found
