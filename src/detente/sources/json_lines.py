"""JSON lines: one report a line, its text kept to the character.

A line is ``{"id", "text", "url"?, "title"?, "published"?, "publisher"?, "language"?}``; other fields are let be.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import IO, Any

from detente.errors import BadDate, UnreadableReport
from detente.model.report import DateBasis, DateCandidate
from detente.sources.limits import size
from detente.sources.publication_date import edtf_date
from detente.sources.raw import Draft

_STRINGS = ("url", "title", "publisher", "language")


def numbered_lines(head: bytes, stream: IO[bytes], limit: int) -> Iterator[tuple[int, bytes | UnreadableReport]]:
    """Each line that is not blank, without its line end, and its number from 1; a reason instead where it is too long.

    ``head`` is what was read already. No more than one line of at most ``limit`` bytes is held.
    """
    number = 0
    rest = head.removeprefix(b"\xef\xbb\xbf")
    while True:
        line, newline, rest = rest.partition(b"\n")
        if not newline:
            line += stream.readline(limit + 2 - len(line))
            newline = b"\n" if line.endswith(b"\n") else b""
        number += 1
        content = line.rstrip(b"\r\n")
        if len(content) > limit:
            length = len(content)
            while not newline and (more := stream.readline(1 << 20)):
                length += len(more.rstrip(b"\n"))
                newline = b"\n" if more.endswith(b"\n") else b""
            yield number, UnreadableReport(f"is a line of {size(length)}; at most {size(limit)} are read")
        elif content.strip():
            yield number, content
        if not newline:
            return


def json_line(line: bytes) -> Draft:
    """One report. Raises UnreadableReport for what is not JSON, a text that is missing, or a field of a wrong type."""
    fields = _parsed(line)
    text = fields.get("text")
    if not isinstance(text, str):
        raise UnreadableReport('has no "text"' if text is None else f'"text" is {_kind(text)}, not a string')
    for name in _STRINGS:
        if fields.get(name) is not None and not isinstance(fields[name], str):
            raise UnreadableReport(f'"{name}" is {_kind(fields[name])}, not a string')
    return Draft(
        text,
        "jsonl",
        id=_id(fields.get("id")),
        title=fields.get("title"),
        url=fields.get("url"),
        publisher=fields.get("publisher"),
        language=fields.get("language"),
        dates=_dates(fields.get("published")),
    )


def _parsed(line: bytes) -> dict[str, Any]:
    try:
        value = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise UnreadableReport("is not UTF-8, as JSON must be") from None
    except json.JSONDecodeError as error:
        raise UnreadableReport(f"is not JSON: {error.msg[0].lower()}{error.msg[1:]} at column {error.colno}") from None
    except (ValueError, RecursionError):
        raise UnreadableReport("is not JSON that can be read: a number is too long or brackets are too deep") from None
    if not isinstance(value, dict):
        raise UnreadableReport(f"is {_kind(value)}, not an object")
    return value


def _id(value: object) -> str | None:
    if value is None or value == "":
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise UnreadableReport(f'"id" is {_kind(value)}, not a string')
    return str(value)


def _dates(value: object) -> tuple[DateCandidate, ...]:
    if value is None or value == "":
        return ()
    if not isinstance(value, str):
        raise UnreadableReport(f'"published" is {_kind(value)}, not a string')
    try:
        return (DateCandidate(edtf_date(value), DateBasis.GIVEN, "published"),)
    except BadDate as error:
        raise UnreadableReport(f'"published": {error}') from None


def _kind(value: object) -> str:
    """What JSON calls a value."""
    if isinstance(value, bool):
        return "true or false"
    kinds = {type(None): "null", dict: "an object", list: "an array", str: "a string", int: "a number"}
    return kinds.get(type(value), "a number")
