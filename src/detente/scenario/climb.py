"""Unilateral improvements, laid out for the kernel, and the least value that a group reaches by them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.scenario import kernel
from detente.scenario.lines import Lines
from detente.scenario.preferences import Ranks


class Climb:
    """The improvements of the party whose moves are ``lines`` and whose ranks are ``rank``."""

    def __init__(self, lines: Lines, rank: Ranks) -> None:
        cells = len(rank)
        self._arrays = [
            np.empty(cells + extra, kind)
            for kind, extra in (
                (np.int32, 0), (np.int32, 1), (np.int32, 0), (np.uint8, 0), (np.int32, 0), (np.int64, 0), (np.int32, 0),
            )
        ]  # fmt: skip
        one_way = lines.take | lines.drop
        self._lines = kernel.call(
            "climb_layout", cells, lines.codes, lines.own, one_way, lines.drop, rank, *self._arrays
        )  # fmt: skip

    @property
    def layout(self) -> list[int | NDArray[Any]]:
        """What the kernel needs: the number of lines, and the arrays."""
        return [self._lines, *self._arrays]


def climbed(group: Sequence[Climb], values: NDArray[np.int32]) -> NDArray[np.int32]:
    """The least value over each cell itself and all that the group reaches by legal sequences; (cells, 2)."""
    least = values.copy(order="C")
    kernel.call("climb", len(values), len(group), [climb.layout for climb in group], least)
    return least
