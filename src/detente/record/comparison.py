"""Two readings of one report -> what changed in each section, by the items' ids."""

from __future__ import annotations

from dataclasses import dataclass

from detente.model.reading import Reading
from detente.model.sections import SECTIONS


@dataclass(slots=True)
class Change:
    """How many items of a section are ``same``, ``changed``, only in the new reading, or ``gone``."""

    same: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0

    def add(self, other: Change) -> None:
        """Count another report's, too."""
        self.same += other.same
        self.changed += other.changed
        self.new += other.new
        self.gone += other.gone


def compare(old: Reading, new: Reading) -> dict[str, Change]:
    """What changed, by section; those that only one of them has are left out."""
    return {name: _section(old, new, name) for name in SECTIONS if name in old.items and name in new.items}


def _section(old: Reading, new: Reading, name: str) -> Change:
    before = {item.id: item for item in old.items[name]}
    after = {item.id: item for item in new.items[name]}
    both = before.keys() & after.keys()
    same = sum(before[identity] == after[identity] for identity in both)
    return Change(same, len(both) - same, len(after.keys() - both), len(before.keys() - both))
