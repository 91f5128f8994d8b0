"""Two partitions of the same mentions -> B-cubed, MUC, CEAFe, and the mean of the three (CoNLL F1)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping

import numpy as np

Partition = Mapping[str, Hashable]


def scores(gold: Partition, system: Partition) -> dict[str, float]:
    """The F1 of each measure, 0 to 1, and precision and recall of B-cubed; both have the same mentions."""
    one, other = _chains(gold), _chains(system)
    cubed = _b_cubed(one, other), _b_cubed(other, one)
    muc = _f1(_muc(other, one), _muc(one, other))
    ceaf = _ceaf(one, other)
    b_cubed = _f1(cubed[1], cubed[0])
    mean = (b_cubed + muc + ceaf) / 3
    return {"B3 P": cubed[1], "B3 R": cubed[0], "B3": b_cubed, "MUC": muc, "CEAFe": ceaf, "CoNLL": mean}


def _chains(partition: Partition) -> list[frozenset[str]]:
    found: defaultdict[Hashable, set[str]] = defaultdict(set)
    for name, whole in partition.items():
        found[whole].add(name)
    return [frozenset(names) for names in found.values()]


def _b_cubed(of: list[frozenset[str]], by: list[frozenset[str]]) -> float:
    """How much of its own chain stands with each mention, on the mean."""
    home = {name: place for place, chain in enumerate(by) for name in chain}
    whole = sum(count**2 / len(chain) for chain in of for count in Counter(home[name] for name in chain).values())
    return whole / sum(map(len, of)) if of else 0.0


def _muc(of: list[frozenset[str]], by: list[frozenset[str]]) -> float:
    """The share of the links of chains that the others have as well (Vilain et al. 1995)."""
    home = {name: place for place, chain in enumerate(by) for name in chain}
    kept = sum(len(chain) - len({home[name] for name in chain}) for chain in of)
    links = sum(len(chain) - 1 for chain in of)
    return kept / links if links else 0.0


def _ceaf(one: list[frozenset[str]], other: list[frozenset[str]]) -> float:
    """The F1 of the best one-to-one match of chains, by twice what they share over their sizes (Luo 2005)."""
    from scipy.optimize import linear_sum_assignment

    home = {name: place for place, chain in enumerate(other) for name in chain}
    alike = np.zeros((len(one), len(other)))
    for place, chain in enumerate(one):
        for column, count in Counter(home[name] for name in chain).items():
            alike[place, column] = 2 * count / (len(chain) + len(other[column]))
    rows, columns = linear_sum_assignment(alike, maximize=True)
    best = float(alike[rows, columns].sum())
    return _f1(best / len(other), best / len(one)) if one and other else 0.0


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
