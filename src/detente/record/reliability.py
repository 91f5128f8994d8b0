"""How sure a share is, and how far people agree: Wilson's interval and Krippendorff's alpha."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from itertools import permutations
from math import sqrt

_Z = 1.959963984540054  # of 95 percent


def wilson(right: int, of: int) -> tuple[float, float]:
    """The 95 percent interval of a share by the score of Wilson (1927), without correction for continuity.

    Raises ZeroDivisionError for a share of nothing.
    """
    share, z2 = right / of, _Z * _Z
    middle, half = share + z2 / (2 * of), _Z * sqrt(share * (1 - share) / of + z2 / (4 * of * of))
    return max(0.0, (middle - half) / (1 + z2 / of)), min(1.0, (middle + half) / (1 + z2 / of))


def alpha(units: Iterable[Sequence[Hashable]]) -> float | None:
    """Krippendorff's alpha for nominal marks: each unit has the marks that it got, without those that are missing.

    None where no unit has two marks, or all marks are the same, for then nothing can be said.
    """
    pairs: Counter[tuple[Hashable, Hashable]] = Counter()
    for marks in units:
        for pair in permutations(marks, 2):
            pairs[pair] += 1 / (len(marks) - 1)  # type: ignore[assignment]
    each: Counter[Hashable] = Counter()
    for (one, _), weight in pairs.items():
        each[one] += weight
    total = sum(each.values())
    by_chance = sum(each[one] * each[other] for one, other in permutations(each, 2))
    if not by_chance:
        return None
    observed = sum(weight for (one, other), weight in pairs.items() if one != other)
    return 1 - (total - 1) * observed / by_chance
