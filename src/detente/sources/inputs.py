"""One input -> what it holds: a file, a folder, standard input or an address; a file of many reports gives each."""

from __future__ import annotations

import io
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import PurePath
from typing import IO

from detente.attempt import attempt
from detente.errors import UnreadableReport
from detente.model.report import SetAside
from detente.sources.credentials import without_credentials
from detente.sources.file import look, opened, shown
from detente.sources.folder import files_in
from detente.sources.index_file import Index
from detente.sources.json_lines import json_line, numbered_lines
from detente.sources.limits import Limits, size
from detente.sources.mailbox import messages
from detente.sources.parts import Piece, parts
from detente.sources.raw import NOTHING, Before, Known, Raw
from detente.sources.told import HEAD, told

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def pieces(
    given: str,
    limits: Limits,
    seconds: float,
    *,
    index: Index | None = None,
    before: Before = NOTHING,
    allow_private: bool,
) -> Iterator[Piece]:
    """What an input holds, in order. Raises nothing for bad input; ``seconds`` limits each piece, 0 does not.

    ``index`` is what is known of files beside them; ``before`` is what came before.
    """
    try:
        if given == "-":
            yield from _stream(_standard_input(), None, "-", "", limits, seconds, before)
        elif _ADDRESS.match(given):
            yield from _address(given, limits, seconds, before, allow_private=allow_private)
        elif stat.S_ISDIR(look(given).st_mode):
            for path in files_in(given):
                if index is not None and isinstance(path, str) and index.is_at(path):
                    continue
                found = [path] if isinstance(path, SetAside) else _file(path, limits, seconds, before)
                yield from _indexed(found, path, given, index)
        else:
            yield from _indexed(_file(given, limits, seconds, before), given, None, index)
    except UnreadableReport as error:
        yield SetAside(without_credentials(shown(given)), error.reason)


def _indexed(found: Iterable[Piece], path: str | SetAside, below: str | None, index: Index | None) -> Iterator[Piece]:
    """The pieces of a file with what the index says of it."""
    row = index.row(path, below) if index is not None and isinstance(path, str) else None
    for piece in found:
        if row is None or isinstance(piece, (SetAside, Known)):
            yield piece
            continue
        raw, draft = piece
        try:
            yield raw, row.given_to(draft, alone=raw.source == shown(str(path)))
        except UnreadableReport as error:
            yield SetAside(raw.source, error.reason)


def _standard_input() -> IO[bytes]:
    if sys.stdin is None:
        raise UnreadableReport("is standard input, which is closed")
    return sys.stdin.buffer


def _file(path: str, limits: Limits, seconds: float, before: Before) -> Iterator[Piece]:
    try:
        with opened(path) as (stream, bytes_in_all):
            yield from _stream(stream, bytes_in_all, shown(path), PurePath(shown(path)).name, limits, seconds, before)
    except UnreadableReport as error:
        yield SetAside(shown(path), error.reason)


def _address(address: str, limits: Limits, seconds: float, before: Before, *, allow_private: bool) -> Iterator[Piece]:
    from detente.sources.fetch import fetch

    raw = attempt(lambda: fetch(address, limits, allow_private=allow_private), seconds)
    form = attempt(lambda: told(raw.name, raw.media_type, raw.data[:HEAD]), seconds)
    if form == "jsonl":
        yield from _lines(b"", io.BytesIO(raw.data), raw.source, limits, seconds, before)
    elif form == "mbox":
        yield from _messages(b"", io.BytesIO(raw.data), raw.source, limits, seconds, before)
    else:
        # Who gives a feed's address asks for what it leads to.
        yield from parts(raw, seconds, lambda link: fetch(link, limits, allow_private=allow_private), before=before)


def _stream(
    stream: IO[bytes],
    known_size: int | None,
    source: str,
    name: str,
    limits: Limits,
    seconds: float,
    before: Before,
) -> Iterator[Piece]:
    """A file or standard input; only JSON lines and mailboxes, read piece by piece, may be longer than the limit."""
    try:
        head = stream.readline(HEAD)
        form = attempt(partial(told, name, None, head), seconds)
        if head.strip() and len(head) < HEAD and form != "jsonl":
            head += stream.read(HEAD - len(head))  # a first line alone may not tell
            form = attempt(partial(told, name, None, head), seconds)
        if form == "jsonl":
            yield from _lines(head, stream, source, limits, seconds, before)
            return
        if form == "mbox":
            yield from _messages(head, stream, source, limits, seconds, before)
            return
        if known_size is not None and known_size > limits.file_bytes:
            raise _too_large(size(known_size), limits)
        data = head + stream.read(limits.file_bytes + 1 - len(head))
        if len(data) > limits.file_bytes:
            raise _too_large(f"more than {size(limits.file_bytes)}", limits)
    except OSError as error:
        raise UnreadableReport(f"cannot be read: {(error.strerror or str(error)).lower()}") from None
    yield from parts(Raw(data, source, name), seconds, before=before)


def _lines(
    head: bytes, stream: IO[bytes], source: str, limits: Limits, seconds: float, before: Before
) -> Iterator[Piece]:
    nothing = True
    for number, line in numbered_lines(head, stream, limits.file_bytes):
        nothing = False
        where = f"{source}:{number}"
        if isinstance(line, UnreadableReport):
            yield SetAside(where, line.reason)
            continue
        raw = Raw(line, where)
        if known := before.known(raw):
            yield known
            continue
        try:
            draft_of_line = attempt(partial(json_line, line), seconds)
        except UnreadableReport as error:
            yield SetAside(where, error.reason)
        else:
            yield raw, draft_of_line
    if nothing:
        yield SetAside(source, "is empty")


def _messages(
    head: bytes, stream: IO[bytes], source: str, limits: Limits, seconds: float, before: Before
) -> Iterator[Piece]:
    nothing = True
    for number, message in messages(head, stream, limits.file_bytes):
        nothing = False
        where = f"{source}:{number}"
        if isinstance(message, UnreadableReport):
            yield SetAside(where, message.reason)
        else:
            yield from parts(Raw(message, where, media_type="message/rfc822"), seconds, before=before)
    if nothing:
        yield SetAside(source, "is a mailbox without messages")


def _too_large(found: str, limits: Limits) -> UnreadableReport:
    return UnreadableReport(f"has {found}; at most {size(limits.file_bytes)} are read, so cut it or make it JSON lines")
