"""A dossier -> the events that a brief or timeline tells: the weightiest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from detente.dossier.account import Dossier
    from detente.dossier.event import DossierEvent

MOST = 300  #: events that somebody who follows a dispute would keep


def chosen(made: Dossier, most: int = MOST) -> Sequence[DossierEvent]:
    """The weightiest events, at most ``most``; what happened or is due before what is only supposed."""
    return made.chosen[:most] if most <= MOST else made.events[:most]
