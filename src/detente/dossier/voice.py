"""The mentions of one happening -> by whose word it is known, and who reported it first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.dossier.mention import Mention
from detente.dossier.source import Source


@dataclass(frozen=True, slots=True)
class Voice:
    """``by`` names whose word alone it rests on, null for what a report tells in its own voice or several sides say."""

    by: str | None
    denial: Mention | None  #: the first that denies what another tells, in the same word
    first: Source  #: who reported it first


def voice(found: Sequence[Mention]) -> Voice:
    """By whose word a happening is known; ``found`` in order of publication."""
    tellers = {one.by for one in found}
    by = next(iter(tellers)) if len(tellers) == 1 else None
    told = {one.head for one in found if one.event.status in ("occurred", "ongoing")}
    denial = next((one for one in found if one.event.status == "denied" and one.head in told), None)
    return Voice(by, denial, found[0].source)
