"""The loops of the solver that are written in C: see ``kernel.c``, built when Detente is installed."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from detente.errors import DetenteError
from detente.scenario.lines import Lines
from detente.scenario.preferences import Ranks
from detente.scenario.truth import Bools

_LIBRARY = Path(__file__).with_name("_kernel.so")
MOST_PLACES = 1 << 22  #: of all joint choices, feasible or not, for which tables are made


def simultaneous(lines: Sequence[Lines], ranks: Ranks, most_places: int = MOST_PLACES) -> Bools:
    """Where states are stable under SIM for each of some parties, the only ones that can move: (parties, cells).

    ``ranks``: (parties, cells). Each party must have options.
    """
    codes = lines[0].codes
    stable = np.empty(ranks.shape, np.bool_)
    _call(
        "simultaneous",
        len(codes), codes, len(lines), _masks(line.own for line in lines),
        _masks(line.take | line.drop for line in lines), _masks(line.drop for line in lines),
        np.ascontiguousarray(ranks), most_places, stable,
    )  # fmt: skip
    return stable


def _masks(masks: Iterable[int]) -> NDArray[np.int64]:
    return np.fromiter(masks, np.int64)


def _call(name: str, *arguments: int | NDArray[Any]) -> None:
    """Call a function of the library that takes 64-bit integers and the addresses of arrays."""
    given = [
        ctypes.c_int64(argument) if isinstance(argument, int) else ctypes.c_void_p(argument.ctypes.data)
        for argument in arguments
    ]
    if _library()[name](*given):
        raise MemoryError


@cache
def _library() -> ctypes.CDLL:
    try:
        return ctypes.CDLL(str(_LIBRARY))
    except OSError as error:
        raise DetenteError(f"{_LIBRARY}: {error}; install Detente again, or run `make setup`, to build it") from error
