"""What positions are on: the dispute's own issues, else the kind, with the agreement or territory that they name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from detente.dossier.content import every_stem
from detente.dossier.extract.positions import PositionTold
from detente.knowledge.issues import issue_kinds

_OTHER = "other"


class Issues:
    """Names an issue for each position; the same for all positions of a dispute."""

    def __init__(self, own: Mapping[str, Sequence[str]]) -> None:
        self._own = {name: [every_stem(words) for words in phrases] for name, phrases in own.items()}

    def of(self, one: PositionTold) -> str:
        """The issue of the dispute's own that most words fall under; else the label of its kind."""
        stems = tuple(one.stems.split()) if self._own else ()
        counted = {name: sum(map(partial(_times, stems), phrases)) for name, phrases in self._own.items()}
        best = min(counted, key=lambda name: (-counted[name], name)) if counted else None
        if best is not None and counted[best]:
            return best
        if one.territory is not None:
            return one.territory
        kind = issue_kinds().get(one.kind or "")
        return kind.label.lower() if kind is not None else _OTHER


def _times(stems: Sequence[str], phrase: Sequence[str]) -> int:
    """How often a phrase stands in a text."""
    size = len(phrase)
    return sum(stems[place : place + size] == phrase for place in range(len(stems) - size + 1)) if size else 0
