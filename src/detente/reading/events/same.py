"""One happening named again: "the meeting", "the 90-minute talks" after "their meeting in Munich on Feb. 16"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.reading.events.syntax import is_definite

if TYPE_CHECKING:
    from collections.abc import Iterable

    from detente.model.items import Event
    from detente.reading.events.triggers import Trigger

_ANAPHORIC = frozenset({"CONSULT", "AGREE", "ASSAULT", "PROTEST", "SANCTION", "RETREAT", "MOBILIZE", "COERCE"})


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An event as one place of the text has it."""

    event: Event
    trigger: Trigger


def once(found: Iterable[Mentioned]) -> list[Mentioned]:
    """Without definite nouns that only name an earlier happening again."""
    kept: list[Mentioned] = []
    for new in found:
        if not (is_definite(new.trigger.name) and any(_same(old, new) for old in reversed(kept))):
            kept.append(new)
    return kept


def _same(old: Mentioned, new: Mentioned) -> bool:
    a, b = old.event, new.event
    if a.type not in _ANAPHORIC or a.type != b.type:
        return False
    if b.date is not None and a.date != b.date:
        return False
    who = {*b.source, *b.target}
    if not who <= {*a.source, *a.target}:
        return False
    return b.place is None or a.place is None or a.place == b.place
