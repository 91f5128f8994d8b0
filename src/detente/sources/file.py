"""Opening a file without ever waiting for it: pipes, devices and sockets are refused."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from detente.errors import UnreadableReport

_REASONS = {
    errno.ENOENT: "there is no such file or folder",
    errno.ENOTDIR: "there is no such file or folder",
    errno.EACCES: "may not be read: permission denied",
    errno.EPERM: "may not be read: permission denied",
    errno.ELOOP: "is a link that leads back to itself",
    errno.ENAMETOOLONG: "is too long a name for a file",
    errno.EISDIR: "is a folder",
}
_KINDS = (
    (stat.S_ISFIFO, "is a pipe, not a file; pass its content on standard input and name it -"),
    (stat.S_ISSOCK, "is a socket, not a file"),
    (stat.S_ISBLK, "is a device, not a file"),
    (stat.S_ISCHR, "is a device, not a file; for standard input write -"),
)


def shown(path: str) -> str:
    """A path that can be printed and encoded, whatever bytes its name has."""
    return os.fsencode(path).decode("utf-8", "replace") if not path.isascii() else path


def unreadable(error: OSError) -> UnreadableReport:
    """The reason for what the system says."""
    known = _REASONS.get(error.errno or 0)
    return UnreadableReport(known or f"cannot be read: {(error.strerror or 'the system gives no reason').lower()}")


def look(path: str) -> os.stat_result:
    """The status of a file or folder, through links. Raises UnreadableReport for what is neither."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except OSError as error:
        if error.errno == errno.ENOENT and os.path.islink(path):  # noqa: PTH114
            raise UnreadableReport("is a link to nothing") from None
        raise unreadable(error) from None
    except ValueError:
        raise UnreadableReport("is no name that a file can have") from None
    _refuse_special(status)
    return status


@contextmanager
def opened(path: str) -> Iterator[tuple[IO[bytes], int]]:
    """A regular file's stream and its size in bytes. Raises UnreadableReport."""
    look(path)  # before opening, which may itself do something to a device
    try:
        # A file that was changed for a pipe in between does not block either.
        handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    except OSError as error:
        raise unreadable(error) from None
    with os.fdopen(handle, "rb") as stream:
        status = os.fstat(handle)
        _refuse_special(status)
        yield stream, status.st_size


def _refuse_special(status: os.stat_result) -> None:
    for is_kind, reason in _KINDS:
        if is_kind(status.st_mode):
            raise UnreadableReport(reason)
