"""Names of disputes, as annotators wrote them -> a fold of each, none of it in two under another name."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAME = re.compile(r"[A-Z][a-z]{3,}")
_STEM = 5  # letters: "Korean" is of Korea
_EVERYWHERE = frozenset({"Unite", "State", "North", "South", "Easte", "Relat", "Black", "China"})
_SAME = 2  # names shared


def stems(dispute: str) -> frozenset[str]:
    """The names in the name of a dispute."""
    found = frozenset(name[:_STEM] for name in _NAME.findall(dispute))
    return found - _EVERYWHERE or found or frozenset({dispute})


def kin(disputes: list[str]) -> dict[str, str]:
    """Of each the first that it is one with, itself or by others."""
    over = {each: each for each in disputes}

    def top(each: str) -> str:
        while over[each] != each:
            each = over[each]
        return each

    for i, one in enumerate(disputes):
        for other in disputes[:i]:
            shared = stems(one) & stems(other)
            if (
                len(shared) >= _SAME
                or stems(one) == stems(other)
                or (len(shared) == 1 and len(stems(one) | stems(other)) == _SAME)
            ):
                over[top(one)] = top(other)
    return {each: top(each) for each in disputes}


def folds(sizes: Mapping[str, int], number: int) -> dict[str, int]:
    """The fold of each dispute: from the largest to the smallest, each to the fold that has least."""
    of = kin(sorted(sizes))
    whole: Counter[str] = Counter()
    for dispute, size in sizes.items():
        whole[of[dispute]] += size
    filled = [0] * number
    fold = {}
    for first, size in sorted(whole.items(), key=lambda item: (-item[1], item[0])):
        fold[first] = filled.index(min(filled))
        filled[fold[first]] += size
    return {dispute: fold[first] for dispute, first in of.items()}
