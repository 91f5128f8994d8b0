"""Where in a TOML source a string or a key stands; tomllib does not tell. Looked up only when there is an error."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cached_property

from detente.scenario.limits import LIMITS

_PIECE = re.compile(
    r"""(?P<comment>\#[^\n]*)
      | (?P<string>(?P<block>\"\"\"(?>(?:[^"\\]++|\\.|\"{1,2}(?!\"))*+)\"{3,5}+ | '''.*?''')
        | "(?:[^"\\\n]++|\\.)*+" | '[^'\n]*+')""",
    re.VERBOSE | re.DOTALL,
)
_HEADER = re.compile(r"^[ \t]*+\[{1,2}+[ \t]*+([\w.\-\"'][\w.\-\"' ]*+)\t*+\]", re.MULTILINE)
_PART = r"""(?:[\w-]++|"")"""
#: a dotted key with too many parts, in a source of which the strings are gone
DEEP_KEY = re.compile(rf"(?<![\w.\-]){_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{LIMITS.key_parts}}}")


def bare(source: str) -> str:
    """The source with blanks for what stands in strings and comments; every character stays where it is."""

    def blanked(found: re.Match[str]) -> str:
        if found["comment"]:
            return " " * len(found[0])
        return '""' + re.sub(r"[^\n]", " ", found[0][2:])

    return _PIECE.sub(blanked, source)


Place = tuple[int | None, int | None]  #: line and column, from 1; nothing where it was not found


class Places:
    """Lines and columns of one source, which has a name in messages."""

    def __init__(self, name: str, source: str) -> None:
        self.name = name
        self.source = source.replace("\r\n", "\n")

    def of_string(self, value: str, column: int = 1) -> Place:
        """The place of the ``column``-th character of the first string with this value, or nothing."""
        for start, raw in self._strings():
            quotes = 3 if raw[:3] in ('"""', "'''") else 1
            plain = raw[quotes:-quotes] == value  # with escapes, columns inside the string would be off
            if plain or ("\\" in raw and _value(raw) == value):
                return self._place(start + (quotes + column - 1 if plain else 0))
        return None, None

    def of_table(self, header: str, number: int = 0) -> Place:
        """The place of the ``number``-th table, from 0, with this header."""
        found = self._table(header, number)
        return self._place(found.start()) if found else (None, None)

    def of_key(self, key: str, header: str | None = None, number: int = 0) -> Place:
        """The place of a key in the ``number``-th table with this header (or at the top); else of the table."""
        start = 0
        if header is not None:
            table = self._table(header, number)
            if table is None:
                return None, None
            start = table.end()
        following = next((at for at in _HEADER.finditer(self._headers, start) if not self._below(at, header)), None)
        end = following.start() if following else len(self.source)
        name = rf"[\"']?{re.escape(key)}[\"']?"
        found = re.compile(
            rf"(?:^|[{{,])[ \t]*(?={name}[ \t]*[=.])|^[ \t]*\[+[\w.]*\.(?={name}\])", re.MULTILINE
        ).search(self.source, start, end)
        if found:
            return self._place(found.end())
        return self.of_table(key if header is None else header, number)

    def _table(self, header: str, number: int) -> re.Match[str] | None:
        of_name = (found for found in _HEADER.finditer(self._headers) if found[1].rstrip() == header)
        return next((found for index, found in enumerate(of_name) if index == number), None)

    @cached_property
    def _headers(self) -> str:
        """The source without its comments and strings of several lines, in which nothing is a header."""

        def blanked(found: re.Match[str]) -> str:
            return re.sub(r"[^\n]", " ", found[0]) if found["comment"] or found["block"] else found[0]

        return _PIECE.sub(blanked, self.source)

    @staticmethod
    def _below(found: re.Match[str], header: str | None) -> bool:
        return header is not None and found[1].startswith(f"{header}.")

    def _strings(self) -> Iterator[tuple[int, str]]:
        for found in _PIECE.finditer(self.source):
            if found["string"]:
                yield found.start(), found["string"]

    def _place(self, position: int) -> tuple[int, int]:
        before = self.source[:position]
        return before.count("\n") + 1, position - (before.rfind("\n") + 1) + 1


def _value(raw: str) -> object:
    try:
        return tomllib.loads(f"x={raw}")["x"]
    except ValueError:  # in a comment, for instance
        return None
