"""How many files the inputs hold, and how many of them are done, from the sources of what comes out of them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path


class FileCount:
    """``total`` is None where there are inputs that nobody can count beforehand: addresses, standard input."""

    def __init__(self, inputs: Iterable[str]) -> None:
        given = list(inputs)
        self.total: int | None = None
        self._waiting: set[str] = set()
        if not any(path == "-" or "://" in path for path in given):
            self._waiting = {file for path in given for file in _files(path)}
            self.total = len(self._waiting)

    def met(self, source: str) -> int:
        """How many files are done now that something of this source is: one a file, at its first report."""
        if self.total is None:
            return 1
        for name in (source, source.rpartition(":")[0]):
            if name in self._waiting:
                self._waiting.remove(name)
                return 1
        return 0


def _files(path: str) -> Iterable[str]:
    from detente.errors import UnreadableReport
    from detente.model.report import SetAside
    from detente.sources.file import shown
    from detente.sources.folder import files_in

    if not Path(path).is_dir():
        return [shown(path)]
    try:
        return [found.source if isinstance(found, SetAside) else shown(found) for found in files_in(path)]
    except UnreadableReport:
        return [shown(path)]
