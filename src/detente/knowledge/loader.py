"""The tables under ``knowledge/``, each read once and checked against its type.

In: a table's path under ``knowledge/`` without its ending (``"en/events/status"``) and the type of the whole (TOML) or
of a row (tab-separated). Out: frozen values. Whatever is wrong in a table is a :class:`BadTable`: a key or field that
its type lacks, one that is missing, an entry that stands twice.

Word classes are lists in TOML, one word a line: ``words("en/events/status", "saying")``.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar, get_origin, get_type_hints

import msgspec

from detente.model.date import Date

BETWEEN = ";"  #: parts the entries of a field that is a tuple or set


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a row, a table or a part of one is: subclass it, with ``frozen=True`` and typed fields."""


class BadTable(ValueError):
    """A table is wrong; the message says the file, the line and what."""

    def __init__(self, table: str, line: int, reason: str) -> None:
        super().__init__(f"knowledge/{table}:{line}: {reason}")


_E = TypeVar("_E", bound=Entry)


@cache
def words(path: str, name: str) -> frozenset[str]:
    """A word class: a list of a TOML table; dots lead into its parts ("government.asking"). Raises BadTable."""
    return frozenset(listed(path, name))


@cache
def listed(path: str, name: str) -> tuple[str, ...]:
    """A word class in the order of the table. Raises BadTable."""
    found: Any = _toml(path)
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    if not isinstance(found, list) or not all(isinstance(word, str) for word in found):
        line = _line(_text(f"{path}.toml"), name.split("."))
        raise BadTable(f"{path}.toml", line, f"no list of words: {name}")
    return tuple(found)


@cache
def classes(path: str, part: str = "") -> Mapping[str, frozenset[str]]:
    """Every word class at the top of a TOML table, or of one part of it. Raises BadTable."""
    whole = _toml(path)[part] if part else _toml(path)
    return {name: words(path, f"{part}.{name}" if part else name) for name in whole}


def table(path: str, kind: type[_E]) -> _E:
    """A TOML table as a whole. Raises BadTable."""
    found: _E = _table(path, kind)
    return found


@cache
def _table(path: str, kind: type[_E]) -> _E:
    found = _toml(path)
    try:
        return msgspec.convert(found, kind, dec_hook=_special)
    except ValueError as error:  # ValidationError and NotADate are ones
        raise BadTable(f"{path}.toml", _line(_text(f"{path}.toml"), _steps(str(error))), str(error)) from None


def rows(path: str, kind: type[_E], key: str | None = None) -> tuple[_E, ...]:
    """The rows of a tab-separated table, whose first line names the fields of ``kind`` in their order.

    An empty field is its default or None; tuples and sets are parted by ``;``. No row may stand twice, and with ``key``
    no value of that field. Raises BadTable.
    """
    found: tuple[_E, ...] = _rows(path, kind, key)
    return found


@cache
def _rows(path: str, kind: type[_E], key: str | None) -> tuple[_E, ...]:
    file, hints = f"{path}.tsv", get_type_hints(kind)
    fields = kind.__struct_fields__
    found: list[_E] = []
    seen: set[str | _E] = set()
    for line, cells in _cells(file):
        if line is None:
            if tuple(cells) != fields:
                raise BadTable(file, 1, f"the columns should be {', '.join(fields)}: {', '.join(cells)}")
            continue
        if len(cells) != len(fields):
            raise BadTable(file, line, f"{len(cells)} fields where the head has {len(fields)}: {cells[0]}")
        given = {name: _value(cell, hints[name]) for name, cell in zip(fields, cells, strict=True) if cell}
        try:
            row = msgspec.convert(given, kind, strict=False, dec_hook=_special)
        except ValueError as error:
            raise BadTable(file, line, str(error)) from None
        once = row if key is None else getattr(row, key)
        if once in seen:
            raise BadTable(file, line, f"twice in the table: {cells[0] if key is None else once}")
        seen.add(once)
        found.append(row)
    return tuple(found)


def _cells(file: str) -> Iterator[tuple[int | None, list[str]]]:
    """The number and the fields of each line; the head comes first, without a number."""
    head = True
    for number, line in enumerate(_text(file).splitlines(), 1):
        if line and not line.startswith("#"):
            yield (None if head else number), line.split("\t")
            head = False


def _value(cell: str, hint: Any) -> Any:
    return cell.split(BETWEEN) if get_origin(hint) in (tuple, frozenset) else cell


def _special(kind: type[Any], value: Any) -> Any:
    if kind is Date and isinstance(value, str):
        return Date.parse(value)
    raise NotImplementedError(kind)


def _text(file: str) -> str:
    return files("detente.knowledge").joinpath(*file.split("/")).read_text(encoding="utf-8")


@cache
def _toml(path: str) -> dict[str, Any]:
    file = f"{path}.toml"
    text = _text(file)
    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise BadTable(file, int(line[1]) if line else 1, str(error)) from None
    for name, entries in _lists(found, []):
        twice = next((word for n, word in enumerate(entries) if word in entries[:n]), None)
        if twice is not None:
            raise BadTable(file, _line(text, name, twice), f"twice in {name[-1]}: {twice}")
    return found


def _lists(found: Any, name: list[str]) -> Iterator[tuple[list[str], list[Any]]]:
    """Every list of words in a table, with the keys that lead to it."""
    if isinstance(found, Mapping):
        for key, value in found.items():
            yield from _lists(value, [*name, key])
    elif isinstance(found, list):
        if found and isinstance(found[0], str):
            yield name, found
        for number, value in enumerate(found):
            if isinstance(value, dict):
                yield from _lists(value, [*name[:-1], f"{name[-1]}[{number}]"])


def _steps(reason: str) -> list[str]:
    """The keys that lead to what is wrong, from the words of the error."""
    place = re.search(r"at `\$\.?(.*)`", reason)
    unknown = re.search(r"unknown field `(.*?)`", reason)
    return (place[1].split(".") if place else []) + ([unknown[1]] if unknown else [])


def _line(text: str, keys: list[str], twice: str | None = None) -> int:
    """The line of the last of the keys that can be found, or on which its list has a word for the second time."""
    lines, at = text.splitlines(), 0
    for step in keys:
        name, _, number = step.rstrip("]").partition("[")
        key = re.compile(rf'\s*"?{re.escape(name)}"?\s*=|\[+([\w.]+\.)?"?{re.escape(name)}"?\]')
        found = [n for n in range(at, len(lines)) if key.match(lines[n])]
        at = found[min(int(number or 0), len(found) - 1)] if found else at
    if twice is None:
        return at + 1
    places = [n for n in range(at, len(lines)) for _ in range(lines[n].count(f'"{twice}"'))]
    return places[1] + 1 if len(places) > 1 else at + 1
