"""Mentions -> the pairs of them that are worth comparing: those near one another in a block.

A block is what shares two of its most telling words within a family of types, or one of them and the word that carries
it, or a phase of a subject. So the pairs grow with the number of mentions, not with its square.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from detente.dossier.likeness import Weights
from detente.dossier.mention import Mention

if TYPE_CHECKING:
    import numpy as np

_KEYS = 7  # most telling words of a mention of which each pair is a block
_NEIGHBOURS = 8  # mentions of a block, in order of publication, that each is compared with


def pairs(every: Sequence[Mention], weights: Weights) -> Iterator[tuple[int, int]]:
    """Places of two mentions, the earlier first, each pair once; ``every`` in order of their keys."""
    import numpy as np

    members, blocks = _blocks(every, weights)
    order = np.argsort(blocks, kind="stable")  # in each block the mentions stay in order
    members, blocks = members[order], blocks[order]
    found = [np.empty(0, np.int64)]
    for step in range(1, _NEIGHBOURS + 1):
        same = blocks[:-step] == blocks[step:]
        found.append(members[:-step][same] * len(every) + members[step:][same])
    for pair in np.unique(np.concatenate(found)).tolist():
        one, other = divmod(pair, len(every))
        if one != other:
            yield one, other


def _blocks(every: Sequence[Mention], weights: Weights) -> tuple[np.ndarray, np.ndarray]:
    """Each mention's place as often as it has blocks, and beside it the number of each block.

    A block goes by three numbers, of a family (or none) and of two words, of which a place for none is kept free.
    """
    import numpy as np

    words = sorted(weights.of, key=lambda word: (-weights.of[word], word))
    ranks = {word: rank for rank, word in enumerate(words)}
    size = len(words)  # which stands for a word that a mention lacks
    lacking = [size] * _KEYS
    rows = [(sorted(map(ranks.__getitem__, one.words)) + lacking)[:_KEYS] for one in every]
    telling = np.array(rows, np.int64).reshape(-1, _KEYS)
    families, heads = _numbers([one.family for one in every]), _numbers([f"{one.family} {one.head}" for one in every])
    first, second = (np.array(side) for side in zip(*combinations(range(_KEYS), 2), strict=True))
    of_words = (families[:, None] * (size + 1) + telling[:, first]) * (size + 1) + telling[:, second]
    of_heads = -1 - (heads[:, None] * (size + 1) + telling)  # below what families and words make
    phases = np.array([place for place, one in enumerate(every) if one.subject and one.phase], np.int64)
    of_phases = _numbers([f"{every[place].subject} {every[place].phase}" for place in phases.tolist()])
    kept = telling[:, second] < size, telling < size
    lowest = -1 - (heads.max(initial=0) + 1) * (size + 1)
    members = [np.nonzero(kept[0])[0], np.nonzero(kept[1])[0], phases]
    blocks = [of_words[kept[0]], of_heads[kept[1]], lowest - of_phases]
    order = np.argsort(np.concatenate(members), kind="stable")
    return np.concatenate(members)[order], np.concatenate(blocks)[order]


def _numbers(names: Sequence[str]) -> np.ndarray:
    """A number for each name, the same for the same."""
    import numpy as np

    numbers = {name: number for number, name in enumerate(dict.fromkeys(names))}
    return np.array([numbers[name] for name in names], np.int64)
