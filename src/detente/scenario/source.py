"""The bytes of a scenario's file, or of standard input; never waiting for a pipe, nor reading a device without end."""

from __future__ import annotations

import sys
from typing import IO

from detente.errors import BadScenario, UnreadableReport
from detente.scenario.limits import LIMITS, size
from detente.sources.file import opened

STANDARD_INPUT = "-"


def read_bytes(path: str) -> bytes:
    """What is in a file, or on standard input for ``-``. Raises BadScenario."""
    try:
        if path == STANDARD_INPUT:
            if sys.stdin is None:
                raise BadScenario("standard input is closed; name a file", path)
            return _read(sys.stdin.buffer, path)
        with opened(path) as (stream, bytes_in_all):
            if bytes_in_all > LIMITS.json_bytes:
                raise BadScenario(f"{size(bytes_in_all)}; at most {size(LIMITS.json_bytes)} are read", path)
            return _read(stream, path)
    except UnreadableReport as error:
        raise BadScenario(error.reason, path) from None
    except OSError as error:
        raise BadScenario(f"cannot be read: {error.strerror}", path) from None


def _read(stream: IO[bytes], path: str) -> bytes:
    data = stream.read(LIMITS.json_bytes + 1)
    if len(data) > LIMITS.json_bytes:
        raise BadScenario(f"more than {size(LIMITS.json_bytes)}, which is the most that is read", path)
    return data
