"""Two texts -> how much of the one is in the other."""

from __future__ import annotations

from dataclasses import dataclass

from detente.record.copies.shingles import Shingles, runs

THRESHOLD = 0.38  #: measured by benchmarks/near_copies.py
LEAST = 25  #: words that two reports must share to be copies; a shared formula is shorter


@dataclass(frozen=True, slots=True)
class Overlap:
    """How much of one text stands in the other; the same for both ways round."""

    containment: float  #: 0 to 1, of the text of which more is in the other
    shared: int  #: words of that text in runs which both have
    same: bool = False  #: both have the same words throughout

    @property
    def copied(self) -> bool:
        """Whether one is made from the other."""
        return self.same or (self.containment >= THRESHOLD and self.shared >= LEAST)


def overlap(one: Shingles, other: Shingles) -> Overlap:
    """What two texts share; nothing where one has fewer words than a shingle."""
    if one.words == other.words and one.weights:
        return Overlap(1.0, len(one.words), same=True)
    return max((_within(one, other), _within(other, one)), key=lambda found: (found.containment, found.shared))


def _within(part: Shingles, whole: Shingles) -> Overlap:
    total = sum(part.weights.values())
    held = sum(weight for run, weight in part.weights.items() if run in whole.weights)
    covered: set[int] = set()
    for start, run in enumerate(runs(part.words, part.size)):
        if run in whole.weights:
            covered.update(range(start, start + part.size))
    return Overlap(held / total if total else 0.0, len(covered))
