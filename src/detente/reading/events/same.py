"""One happening named again: "the meeting", "the 90-minute talks" after "their meeting in Munich on Feb. 16"."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from detente.model.report import Zone
from detente.reading.english.clauses import is_definite
from detente.reading.events.roles import Roles

if TYPE_CHECKING:
    from collections.abc import Iterable

    from spacy.tokens import Doc

    from detente.model.items import Event
    from detente.model.references import Reference
    from detente.reading.events.beside import Situation
    from detente.reading.events.sides import Pair
    from detente.reading.events.triggers import Trigger

_ANAPHORIC = frozenset({"CONSULT", "AGREE", "ASSAULT", "PROTEST", "SANCTION", "RETREAT", "MOBILIZE", "COERCE"})


@dataclass(frozen=True, slots=True)
class Mentioned:
    """An event as one place of the text has it."""

    event: Event
    trigger: Trigger
    roles: Roles
    sentence: int  #: of the report's prose, counted from 0
    completed: Roles  #: by syntax and context, before the sides were chosen
    situation: Situation
    odds: Pair  #: of its sides
    told_in: str | None  #: the id of the statement whose words tell it


def once(found: Iterable[Mentioned]) -> list[Mentioned]:
    """Without definite nouns that only name an earlier happening again."""
    kept: list[Mentioned] = []
    for new in found:
        if not (is_definite(new.trigger.name) and any(_same(old, new) for old in reversed(kept))):
            kept.append(new)
    return kept


def headline_end(doc: Doc) -> int:
    """Where the first headline of a report ends; 0 without one."""
    return next((zone.end for zone in doc._.detente_zones or () if zone.zone is Zone.HEADLINE), 0)


def without_headline(found: list[Mentioned], end: int) -> list[Mentioned]:
    """Without what a headline that ends at a character only announces: the body tells the same more fully."""
    body = [m for m in found if m.event.what.start >= end]
    return [m for m in found if m.event.what.start >= end or not any(_announced(m, told) for told in body)]


def _announced(headline: Mentioned, told: Mentioned) -> bool:
    a, b = headline.event, told.event
    if a.type != b.type or a.status != b.status or not _named(a) <= _named(b):
        return False
    return bool(_named(a)) or headline.trigger.name.lemma_ == told.trigger.name.lemma_


def _same(old: Mentioned, new: Mentioned) -> bool:
    a, b = old.event, new.event
    if a.type not in _ANAPHORIC or a.type != b.type:
        return False
    if b.date is not None and a.date != b.date:
        return False
    if not _named(b) <= _named(a):
        return False
    return b.place is None or a.place is None or a.place == b.place


def _named(event: Event) -> set[Reference]:
    """The parties that have a part in it; descriptions differ from place to place."""
    return {who for who in (*event.source, *event.target) if who.kind == "party"}
