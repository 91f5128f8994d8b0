"""A dossier -> the events that a brief or timeline tells: the weightiest."""

from __future__ import annotations

from detente.dossier.account import Dossier
from detente.dossier.event import DossierEvent

MOST = 300  #: events that somebody who follows a dispute would keep
_AGAIN = 0.5  # share of its weight with which counts what a weightier event's sentence tells, too


def chosen(made: Dossier, most: int = MOST) -> list[DossierEvent]:
    """The weightiest events, at most ``most``; what stands only in sentences of weightier ones counts with a share."""
    told: set[tuple[int, tuple[int, int]]] = set()
    ranked: list[tuple[float, DossierEvent]] = []
    for one in made.events:
        sentences = {(each.source.number, each.sentence) for each in one.mentions}
        ranked.append((one.weight.value * (_AGAIN if sentences <= told else 1.0), one))
        told |= sentences
    kept = sorted(ranked, key=lambda pair: -pair[0])[:most]
    return [one for _, one in kept]
