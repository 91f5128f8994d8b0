"""Files as Detente writes them: whole or not at all, and never over what is read.

In: what a command reads, by its names, and where it is to write. Out: a file that is there, all of it, at the end of a
``with``; before that, and where anything went wrong, whatever stood under its name stays as it was.
"""

from __future__ import annotations

import os
import secrets
import stat
from collections.abc import Collection
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import IO, Self

from detente.errors import NotWritten, UsageError

_NO_NAME = "it is no name that a file can have"
_Identity = tuple[int, int]  # device and number, the same under every name of a file


class Inputs:
    """What a command reads: paths of files and folders, ``-`` for standard input; addresses do not matter."""

    def __init__(self, names: Collection[str]) -> None:
        paths = {real: name for name in names if name != "-" and (real := _real(name))}
        self._names = {real: name for real, name in paths.items() if not os.path.isdir(real)}  # noqa: PTH112
        self._files = {file: name for name in self._names.values() if (file := _identity(name))}
        self._folders = {real: name for real, name in paths.items() if real not in self._names}
        if "-" in names and (piped := _identity(0)):
            self._files[piped] = "standard input"

    def refuse(self, path: str) -> None:
        """Raise UsageError where a file written at ``path`` would change what is read, now or the next time."""
        real = _real(path)
        if real is None:
            raise UsageError(f"cannot write to {path}: {_NO_NAME}")
        folders = {_identity(folder): name for folder, name in self._folders.items()}
        for place in (Path(real), *Path(real).parents):  # by identity, for a name may be in capitals or not
            if (found := _identity(place)) and (name := folders.get(found)):
                inside = "the folder" if place == Path(real) else "inside the folder"
                raise UsageError(f"cannot write to {path}: it is {inside} {name}, which is read; name another place")
        older = _identity(path)
        if known := self._names.get(real) or (older and self._read_as(older)):
            raise _is_read(path, known)

    def refuse_stream(self, number: int) -> None:
        """Raise UsageError where an open file, such as standard output, is one that is read."""
        if (opened := _identity(number)) and (known := self._read_as(opened)):
            raise _is_read("standard output", known)

    def _read_as(self, identity: _Identity) -> str | None:
        return self._files.get(identity) or self._in_folders.get(identity)

    @cached_property
    def _in_folders(self) -> dict[_Identity, str]:
        """The files of the folders, and what links in them lead to."""
        paths = (
            os.path.join(folder, name)  # noqa: PTH118
            for top in self._folders.values()
            for folder, _, names in os.walk(top)
            for name in names
        )
        return {found: path for path in paths if (found := _identity(path))}


def _is_read(path: str, name: str) -> UsageError:
    read = "read" if path == name else f"read as {name}"
    return UsageError(f"cannot write to {path}: it is {read}; name another file")


class WholeFile:
    """A file that appears at the end of its ``with``, or replaces an older one, if nothing went wrong until then.

    It is written beside its place and renamed, and follows no link. What is no regular file, such as a pipe or a
    device, is written as it comes. Raises UsageError where it cannot be begun, NotWritten where it cannot be ended.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self._beside: Path | None = None
        self._stream: IO[bytes]

    def __enter__(self) -> Self:
        try:
            older = _older(Path(self.path))
            if older is None or stat.S_ISREG(older.st_mode):
                beside = Path(self.path).with_name(f".detente-{secrets.token_hex(8)}")
                self._stream = beside.open("xb")
                self._beside = beside
                if older is not None:
                    beside.chmod(stat.S_IMODE(older.st_mode))
            else:
                self._stream = Path(self.path).open("wb")
        except (OSError, ValueError) as error:
            raise UsageError(f"cannot write to {self.path}: {_why(error)}") from error
        return self

    def write(self, data: bytes | memoryview) -> None:
        """Write some more of it. Raises NotWritten."""
        try:
            self._stream.write(data)
        except OSError as error:
            raise self._lost(error) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            with self._stream:
                if kind is None and self._beside is not None:
                    self._stream.flush()
                    os.fsync(self._stream.fileno())
            if kind is None and self._beside is not None:
                self._beside.replace(self.path)
                self._beside = None
        except OSError as lost:
            if kind is None:
                raise self._lost(lost) from lost
        finally:
            if self._beside is not None:
                with suppress(OSError):
                    self._beside.unlink()

    def _lost(self, error: OSError) -> NotWritten:
        return NotWritten(f"cannot write to {self.path}: {_why(error)}")


def _older(path: Path) -> os.stat_result | None:
    """What stands under the name already. Raises UsageError where it may not be replaced."""
    try:
        status = path.stat()
    except FileNotFoundError:
        status = None
    if status is not None and stat.S_ISDIR(status.st_mode):
        raise UsageError(f"cannot write to {path}: it is a folder")
    if path.is_symlink() and (status is None or stat.S_ISREG(status.st_mode)):
        raise UsageError(f"cannot write to {path}: it is a link; name the file that it leads to")
    return status


def _real(path: str) -> str | None:
    """Its one name without links; none for what is no name."""
    try:
        return os.path.realpath(path)
    except ValueError:  # a zero byte, or a character that the file system's encoding lacks
        return None


def _identity(path: str | Path | int) -> _Identity | None:
    """Of a file or folder that is there; ``path`` may be the number of an open one. Of a pipe or a device, none."""
    try:
        status = os.stat(path)  # noqa: PTH116
    except (OSError, ValueError):
        return None
    kept = stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)
    return (status.st_dev, status.st_ino) if kept else None


def _why(error: OSError | ValueError) -> str:
    reason = error.strerror if isinstance(error, OSError) else None
    return (reason or _NO_NAME).lower()
