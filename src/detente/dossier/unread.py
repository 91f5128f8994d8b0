"""Sources -> what of them was never read: sections that an older version or a narrower command left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from detente.dossier.source import Source
from detente.model.sections import SECTIONS


@dataclass(frozen=True, slots=True)
class Unread:
    """How many reports lack which sections, by their titles."""

    reports: int
    sections: tuple[str, ...]


def unread(given: Sequence[Source]) -> Unread | None:
    """What is missing; null where every report was read whole."""
    lacking = [one.reading.items for one in given if len(one.reading.items) < len(SECTIONS)]
    sections = tuple(section.title for name, section in SECTIONS.items() if any(name not in items for items in lacking))
    return Unread(len(lacking), sections) if lacking else None
