"""The files of a folder, and of those in it, in one order everywhere."""

from __future__ import annotations

import os
from collections.abc import Iterator

from detente.errors import UnreadableReport
from detente.model.report import SetAside
from detente.sources.file import shown, unreadable


def files_in(folder: str) -> Iterator[str | SetAside]:
    """Paths, depth first, by name; hidden files and folders are passed over.

    Links to files are followed; links to folders are set aside, for they may lead in circles or outside.
    """
    empty = True
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        if path != folder and os.path.islink(path) and os.path.isdir(path):  # noqa: PTH112, PTH114
            yield SetAside(shown(path), "is a link to a folder, which is not followed; name that folder itself")
        elif path == folder or os.path.isdir(path):  # noqa: PTH112
            try:
                names = sorted(os.listdir(path), reverse=True)  # noqa: PTH208
            except OSError as error:
                yield SetAside(shown(path), unreadable(error).reason)
                names = []
                empty = False
            waiting.extend(os.path.join(path, name) for name in names if not name.startswith("."))  # noqa: PTH118
            continue
        else:
            yield path
        empty = False
    if empty:
        raise UnreadableReport("is a folder without files")
