"""Positions told several times -> each once: those of one side on one issue with one stance, with all their evidence.

Two with conditions of their own stay apart.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from dataclasses import replace

from detente.model.items import Position


def merged(found: Iterable[Position]) -> list[Position]:
    """The positions, each once, in the order in which they are first told."""
    kept: dict[Hashable, Position] = {}
    for number, one in enumerate(found):
        key = _key(one)
        if key is None:
            kept[number] = one
            continue
        first = kept.get(key)
        kept[key] = one if first is None else _joined(first, one)
    return list(kept.values())


def _key(one: Position) -> Hashable | None:
    """What makes positions one; nothing does where a condition or no issue is told."""
    if one.condition is not None or one.consequence is not None or one.kind is None:
        return None
    return tuple(who.id or who.name for who in one.side), one.kind, one.about or one.issue.casefold(), one.stance


def _joined(first: Position, other: Position) -> Position:
    return replace(
        first,
        firmness=first.firmness or other.firmness,
        firmness_cue=first.firmness_cue or other.firmness_cue,
        rests_on=tuple(dict.fromkeys((*first.rests_on, *other.rests_on))),
        mentions=tuple(dict.fromkeys((*first.mentions, *other.mentions))),
    )
