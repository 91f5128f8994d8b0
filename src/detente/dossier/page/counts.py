"""Figures and contradictions -> lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from detente.dossier.contradictions import Contradiction
from detente.dossier.figures import DossierFigure
from detente.dossier.page.line import BriefLine, numbers, places_of
from detente.dossier.wording import cut

_WORDS = 70


def figure_lines(found: Sequence[DossierFigure]) -> Iterator[BriefLine]:
    """A line for each figure: its value, and what it counts."""
    for one in found:
        of = "" if one.of in one.text else one.of
        sources = numbers(each.source for each in one.given)
        places = places_of((each.source, each.figure.evidence) for each in one.given)
        yield BriefLine("", cut(one.text, _WORDS), cut(of, _WORDS), (), sources, "", one.id, places)


def contradiction_lines(found: Sequence[Contradiction]) -> Iterator[BriefLine]:
    """A line for each contradiction: each side with its words and its report."""
    for one in found:
        sides = (f"{side.who or 'reports'}: {cut(side.says, _WORDS)} [{side.source.number}]" for side in one.sides)
        yield BriefLine("", one.about, " – ".join(sides), (), numbers(side.source for side in one.sides))
