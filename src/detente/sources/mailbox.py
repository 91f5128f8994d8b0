"""Mailboxes (mbox): one message after another, each a report; of any size, for one message is held at a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import IO

from detente.errors import UnreadableReport
from detente.sources.limits import size

# The line that parts messages: an address, then a date with a clock. Prose that begins with "From" has none.
SEPARATOR = re.compile(rb"From \S[^\r\n]*\d\d:\d\d[^\r\n]*\d{4}")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_CHUNK = 1 << 16


def messages(head: bytes, stream: IO[bytes], limit: int) -> Iterator[tuple[int, bytes | UnreadableReport]]:
    """Each message and its number from 1; a reason instead where it is longer than ``limit`` bytes.

    ``head`` is what was read already. What stands before the first separator is no message.
    """
    number = length = 0
    held = bytearray()
    blank, at_start, line_before = True, True, b""
    for line in _lines(head, stream):
        if blank and at_start and SEPARATOR.match(line):
            if number:
                del held[-len(line_before) :]  # the empty line before a separator is the mailbox's
                yield number, _message(held, length, limit)
            number += 1
            length, held = 0, bytearray()
        elif number:
            length += len(line)
            held += line if length <= limit else b""
        line_before = line
        blank = at_start and not line.strip(b"\r\n")
        at_start = line.endswith(b"\n")
    if number:
        yield number, _message(held, length, limit)


def _message(held: bytearray, length: int, limit: int) -> bytes | UnreadableReport:
    if length > limit:
        return UnreadableReport(f"is a message of {size(length)}; at most {size(limit)} are read")
    return _QUOTED.sub(rb"\1", bytes(held))


def _lines(head: bytes, stream: IO[bytes]) -> Iterator[bytes]:
    """Lines with their ends; a very long one in several pieces."""
    *whole, last = head.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    for line in whole:
        yield line + b"\n"
    line = last + stream.readline(_CHUNK)
    while line:
        yield line
        line = stream.readline(_CHUNK)
