"""Everything that is printed: answers on standard output, messages on standard error, none of it to be obeyed.

In: text for people, data in UTF-8, one-line messages. Out: text in the terminal's own encoding, by number (U+2014) what
that lacks; data as they are. Raises NotWritten where standard output is closed or its disk is full.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable
from contextlib import suppress

from detente.controls import harmless, one_line
from detente.errors import NotWritten


def put(text: str) -> None:
    """Print text for people, without what a terminal would obey."""
    put_styled(harmless(text))


def put_styled(text: str) -> None:
    """Print text that has colours of our own, and nothing else that a terminal obeys."""
    put_data([text.encode(sys.stdout.encoding if sys.stdout else "utf-8", "backslashreplace")])


def put_data(pieces: Iterable[bytes | memoryview]) -> None:
    """Print data as they are; each piece is used before the next is asked for."""
    if sys.stdout is None:
        raise NotWritten("cannot write to standard output: it is closed; name a file with --out")
    for piece in pieces:
        try:
            sys.stdout.buffer.write(piece)
        except OSError as error:
            raise _lost(error) from error
    flush()


def flush() -> None:
    """Bring out what is held back. Raises NotWritten, BrokenPipeError."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError as error:
        raise _lost(error) from error


def say(message: str) -> None:
    """Print a message on standard error, on one line whatever is in it."""
    if sys.stderr is not None:
        with suppress(OSError):  # there may be nobody to tell
            print(f"detente: {one_line(message)}", file=sys.stderr, flush=True)  # noqa: T201


def guard() -> None:
    """Let no message of anybody be obeyed, and no file that is opened be taken for a stream that is closed."""
    while (number := os.open(os.devnull, os.O_RDWR)) < 3:
        pass
    os.close(number)
    if sys.stderr is not None:
        sys.stderr = _Messages(
            sys.stderr.buffer, encoding=sys.stderr.encoding, errors="backslashreplace", line_buffering=True
        )


class _Messages(io.TextIOWrapper):
    """Standard error, for messages that others make of what the user gave."""

    def write(self, text: str) -> int:
        return super().write(harmless(text))


def _lost(error: OSError) -> OSError | NotWritten:
    """What to raise; what is held back goes nowhere, or the interpreter would complain again as it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)
    if isinstance(error, BrokenPipeError):
        return error
    return NotWritten(f"cannot write to standard output: {(error.strerror or 'it is closed').lower()}")
