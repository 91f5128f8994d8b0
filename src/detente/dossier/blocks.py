"""Mentions -> the pairs of them that are worth comparing: those near one another in a block.

A block is what shares two of its most telling words within a family of types, or one of them and the word that carries
it, or a phase of a subject. So the pairs grow with the number of mentions, not with its square.
"""

from __future__ import annotations

from array import array
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
    """Each mention's place as often as it has blocks, and beside it the number of each block."""
    import numpy as np

    named = {(one.family, "") for one in every} | {("", one.head) for one in every}
    named |= {("", one.subject or "") for one in every} | {("", one.phase or "") for one in every}
    words = sorted(weights.of, key=lambda word: (-weights.of[word], word))
    ranks = {word: rank for rank, word in enumerate(words)}
    names = {name: len(ranks) + number for number, name in enumerate(sorted(named))}
    size = len(ranks) + len(names)
    members, blocks = array("q"), array("q")
    for place, one in enumerate(every):
        telling, family = sorted(map(ranks.__getitem__, one.words))[:_KEYS], names[one.family, ""]
        keys = list(combinations(telling, 2))
        keys += [(names["", one.head], rank) for rank in telling]
        blocks.extend([(family * size + first) * size + second for first, second in keys])
        if one.subject and one.phase:
            blocks.append(names["", one.subject] * size + names["", one.phase])
        members.extend([place] * (len(blocks) - len(members)))
    return np.frombuffer(members, np.int64), np.frombuffer(blocks, np.int64)
