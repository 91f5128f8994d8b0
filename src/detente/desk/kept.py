"""What takes long to work out -> the same, worked out once and kept while nothing that it follows from has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import TypeVar

_T = TypeVar("_T")


class Kept:
    """The values asked for last. Of several that ask for one at once, the first makes it and the others wait."""

    def __init__(self, most: int = 64) -> None:
        self._most = most
        self._values: OrderedDict[Hashable, object] = OrderedDict()
        self._locks: dict[Hashable, Lock] = {}
        self._lock = Lock()

    def of(self, key: Hashable, make: Callable[[], _T]) -> _T:
        """The value of a key, which says all that it follows from."""
        with self._lock:
            own = self._locks.setdefault(key, Lock())
        with own:
            with self._lock:
                if key in self._values:
                    self._values.move_to_end(key)
                    return self._values[key]  # type: ignore[return-value]  # one kind of value a key
            try:
                made = make()
            except BaseException:
                with self._lock:
                    self._locks.pop(key, None)
                raise
            with self._lock:
                self._values[key] = made
                while len(self._values) > self._most:
                    self._locks.pop(self._values.popitem(last=False)[0], None)
            return made
