"""Rankings of very many states: their keys as one array of letters, and how to find them in the text of a case.

Lists of a million short texts cost a second and hundreds of megabytes; the letters alone cost neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import overload

import numpy as np
from numpy.typing import NDArray

from detente.scenario.ranges import Indices

_RANKING = re.compile(rb'"ranking"\s*:\s*(\[\s*\[[\[\]\s,"YN-]*\])')
_PLACEHOLDER = b'"ranking":NaN'  # which no case has otherwise, not being JSON


@dataclass(frozen=True, eq=False)
class PackedRanking(Sequence[tuple[str, ...]]):
    """Tiers of state keys, best first."""

    letters: NDArray[np.uint8]  #: (keys, options), tier after tier
    ends: Indices  #: of each tier, in ``letters``

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
        return tuple(key.tobytes().decode("ascii") for key in self.letters[start : self.ends[number]])


def taken_out(data: bytes) -> tuple[bytes, list[PackedRanking]]:
    """The text of a case with ``NaN`` for each ranking that could be packed, and these, in order."""
    packed: list[PackedRanking] = []
    if b"NaN" in data:
        return data, packed

    def replaced(found: re.Match[bytes]) -> bytes:
        ranking = _packed(found[1])
        if ranking is None:
            return found[0]
        packed.append(ranking)
        return _PLACEHOLDER

    return _RANKING.sub(replaced, data), packed


def _packed(text: bytes) -> PackedRanking | None:
    """A list of lists of keys of one length; None where it is anything else."""
    text = text.translate(None, b" \t\r\n").replace(b'"],["', b";").replace(b'","', b",")
    if not (text.startswith(b'[["') and text.endswith(b'"]]')):
        return None
    keys = np.frombuffer(text[3:-3] + b";", np.uint8)
    width = int(np.argmax((keys == ord(",")) | (keys == ord(";")))) + 1  # of the first key and what follows it
    if len(keys) % width:
        return None
    table = keys.reshape(-1, width)
    letters, after = table[:, :-1], table[:, -1]
    is_letter = np.zeros(256, np.bool_)
    is_letter[list(b"YN-")] = True
    if not (is_letter[letters].all() and ((after == ord(";")) | (after == ord(","))).all()):
        return None
    return PackedRanking(letters, np.flatnonzero(after == ord(";")) + 1)
