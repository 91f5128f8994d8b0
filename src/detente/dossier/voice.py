"""The mentions of one happening -> by whose word it is known, and who reported it first."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from detente.dossier.mention import Mention
from detente.dossier.source import Source
from detente.model.items import Statement


@dataclass(frozen=True, slots=True)
class Voice:
    """``by`` names whose word alone it rests on, null for what a report tells in its own voice or several sides say."""

    by: str | None
    denial: Mention | None  #: the first that denies what another tells, in the same word
    first: Source  #: who reported it first


def voice(found: Sequence[Mention]) -> Voice:
    """By whose word a happening is known; ``found`` in order of publication."""
    tellers = {_teller(one) for one in found}
    by = next(iter(tellers)) if len(tellers) == 1 else None
    told = {one.head for one in found if one.event.status in ("occurred", "ongoing")}
    denial = next((one for one in found if one.event.status == "denied" and one.head in told), None)
    return Voice(by, denial, found[0].source)


def _teller(one: Mention) -> str | None:
    """Who says it in this report; null where the report does."""
    if one.event.by is not None:
        return one.event.by.name
    statements = one.source.reading.statements or ()
    starts = [statement.evidence.start for statement in statements]
    place = bisect_right(starts, one.event.what.start)
    for statement in reversed(statements[max(0, place - 4) : place]):
        said = statement.content
        if said is not None and said.start <= one.event.what.start and one.event.what.end <= said.end:
            return _named(statement)
    return None


def _named(statement: Statement) -> str | None:
    if statement.speaker is not None:
        return statement.speaker.name
    return " ".join(statement.source.text.split()) if statement.source else None
