"""A place within TOML's values -> the line of the file that it stands in, for messages."""

from __future__ import annotations

import re

Path = tuple[str | int, ...]  #: keys and, of lists, numbers: ("people", 2, "party")

_PIECE = re.compile(r"(\w+)|\[(\d+)\]")
_WHERE = re.compile(r"at `([^`]*)`")


def path_of(reason: str) -> Path:
    """The place that a message of the check of types names, as in "... - at `dispute.people[2].party`"."""
    found = _WHERE.search(reason)
    pieces = [int(number) if number else _key(name) for name, number in _PIECE.findall(found[1])] if found else []
    return tuple(pieces[1:])


def _key(name: str) -> str:
    return "from" if name == "since" else name


def line_of(text: str, path: Path) -> int | None:
    """The line, from 1, of the innermost part of a place that is written on a line of its own; None for the whole."""
    lines = text.splitlines()
    start, found = 0, None
    table: list[str] = []
    for position, part in enumerate(path):
        if isinstance(part, int):
            continue
        number = path[position + 1] if position + 1 < len(path) else None
        header = re.compile(rf"\s*\[+\s*{re.escape('.'.join([*table, part]))}\s*\]+")
        headers = [line for line in range(start, len(lines)) if header.match(lines[line])]
        if headers:
            start = headers[number if isinstance(number, int) and number < len(headers) else 0]
            found = start + 1
            table.append(part)
            continue
        key = re.compile(rf"\s*[\"']?{re.escape(part)}[\"']?\s*=")
        own = [line for line in range(start, len(lines)) if key.match(lines[line])]
        if own:
            start = own[0]
            found = start + 1
    return found
