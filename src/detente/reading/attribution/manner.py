"""The manner of a statement: direct, indirect, mixed, a position held, or declined."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from detente.model.items import Manner
    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution
    from detente.reading.attribution.speakers import Speaker

_HELD = frozenset({"rejects", "accepts", "demands"})


def manner_of(passage: Passage, found: Attribution, who: Speaker) -> Manner:
    """How it is told: in the source's own words, in the report's, in both, as a stance, or as silence."""
    entry = found.entry
    if found.frame == "silence":
        return "declined"
    if found.form != "indirect":
        return "direct" if found.form == "direct" else "mixed"
    if entry is not None and entry.kind == "stance":
        return "position"
    if entry is not None and "maintains" in entry.frames and not who.person and who.party is not None:
        return "position"
    held = entry is not None and entry.act in _HELD and found.anchor is not None
    if who.is_party and held and passage.doc[found.anchor or 0].tag_ in {"VBZ", "VBP"}:
        return "position"  # "Lima rejects the line": said again and again
    return "indirect"
