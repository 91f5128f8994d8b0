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
    told = [one for one in found if one.status in ("occurred", "ongoing")]
    denials = (one for one in found if one.status == "denied")
    denial = next((one for one in denials if any(_answers(one, other) for other in told)), None)
    return Voice(by, denial, found[0].source)


def _answers(denial: Mention, other: Mention) -> bool:
    """Whether a denial is of what another tells: in the same word, and elsewhere than in the sentence that tells it."""
    same = denial.source is other.source and denial.sentence == other.sentence
    return denial.head == other.head and not same
