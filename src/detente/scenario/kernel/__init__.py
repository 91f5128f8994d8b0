"""The loops of the solver that are written in C, in the files beside this one; built when Detente is installed."""

from __future__ import annotations

import ctypes
from functools import cache
from pathlib import Path
from typing import Any

from numpy.typing import NDArray

from detente.errors import DetenteError

_LIBRARY = Path(__file__).with_name("_kernel.so")


def call(name: str, *arguments: int | NDArray[Any]) -> int:
    """Call a function of the library that takes 64-bit integers and addresses of arrays.

    Arrays must have the type and order that its description says. Raises MemoryError where the function returns -1.
    """
    function = _library()[name]
    function.restype = ctypes.c_int64
    assert all(isinstance(argument, int) or argument.flags.c_contiguous for argument in arguments)
    given = [
        ctypes.c_int64(argument) if isinstance(argument, int) else ctypes.c_void_p(argument.ctypes.data)
        for argument in arguments
    ]
    result = int(function(*given))
    if result == -1:
        raise MemoryError
    return result


@cache
def _library() -> ctypes.CDLL:
    try:
        return ctypes.CDLL(str(_LIBRARY))
    except OSError as error:
        raise DetenteError(f"{_LIBRARY}: {error}; install Detente again, or run `make setup`, to build it") from error
