"""Rankings of very many states: their keys as bits, and how to find them in the text of a case.

Lists of a million short texts cost a second and hundreds of megabytes; the bits alone cost neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np

from detente.scenario import kernel
from detente.scenario.ranges import Indices
from detente.scenario.truth import Codes

_NAME = b'"ranking"'
_BEGINS = re.compile(_NAME + rb'\s*:\s*(?=\[\s*\[\s*"([YN-]+)")')
_PLACEHOLDER = b"NaN"  # which no case has otherwise, not being JSON
_MOST_LETTERS = 62


@dataclass(frozen=True, eq=False)
class PackedRanking(Sequence[tuple[str, ...]]):
    """Tiers of state keys, best first."""

    width: int  #: letters of a key
    taken: Codes  #: (keys,) where each has Y, as bits, the first letter's the lowest; tier after tier
    unsaid: Codes  #: where it has -
    ends: Indices  #: of each tier, in ``taken``

    def __len__(self) -> int:
        return len(self.ends)

    @overload
    def __getitem__(self, number: int) -> tuple[str, ...]: ...
    @overload
    def __getitem__(self, number: slice) -> tuple[tuple[str, ...], ...]: ...
    def __getitem__(self, number: int | slice) -> tuple[str, ...] | tuple[tuple[str, ...], ...]:
        if isinstance(number, slice):
            return tuple(self[one] for one in range(*number.indices(len(self))))
        if number < 0:
            number += len(self)
        if not 0 <= number < len(self):
            raise IndexError(number)
        start = int(self.ends[number - 1]) if number else 0
        return tuple(self.key(place) for place in range(start, int(self.ends[number])))

    def key(self, place: int) -> str:
        """The key at this place, counted through all tiers."""
        taken, unsaid = int(self.taken[place]), int(self.unsaid[place])
        return "".join("-" if unsaid >> bit & 1 else "NY"[taken >> bit & 1] for bit in range(self.width))


def taken_out(data: bytes) -> tuple[bytes, list[PackedRanking]]:
    """The text of a case with ``NaN`` for each ranking that could be packed, and these, in order."""
    packed: list[PackedRanking] = []
    pieces, done, at = [], 0, data.find(_NAME)
    constant = data.find(b"NaN")
    while at >= 0 and not 0 <= constant < at:
        begins, after = _BEGINS.match(data, at), at + len(_NAME)
        if begins and len(begins[1]) <= _MOST_LETTERS:
            ranking, length = _packed(data, begins.end(), len(begins[1]))
            if ranking is not None:
                packed.append(ranking)
                pieces += [data[done : begins.end()], _PLACEHOLDER]
                done = after = begins.end() + length
        at = data.find(_NAME, after)
    return b"".join([*pieces, data[done:]]), packed


def _packed(data: bytes, start: int, width: int) -> tuple[PackedRanking | None, int]:
    """A list of lists of keys of one length that starts there, and how long it is; None where it is anything else."""
    text = np.frombuffer(data, np.uint8)[start:]
    most = len(text) // (width + 3)
    taken, unsaid, ends = (np.empty(most, np.int64) for _ in range(3))
    counts = np.zeros(2, np.int64)
    length = kernel.call("read_ranking", len(text), text, width, most, taken, unsaid, ends, counts)
    if not length:
        return None, 0
    keys, tiers = counts.tolist()
    return PackedRanking(width, taken[:keys].copy(), unsaid[:keys].copy(), ends[:tiers].copy()), length
