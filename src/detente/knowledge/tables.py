"""The tables of reference data that come with Detente: the date and the hash of each."""

from __future__ import annotations

import hashlib
import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

_DATA = (".toml", ".tsv", ".json", ".txt")
_DATE = re.compile(r"date\W{1,5}(\d{4}-\d\d-\d\d)")
_HEAD = 2_000  # characters in which a table names its source and date


@cache
def table_dates() -> dict[str, str]:
    """Each data file, by its path under ``knowledge/`` without the ending, and the date that its head gives."""
    found: dict[str, str] = {}
    for path, table in _tables(files("detente.knowledge"), ""):
        with table.open(encoding="utf-8") as lines:
            match = _DATE.search(lines.read(_HEAD))
        found[path] = match.group(1) if match else "undated"
    return dict(sorted(found.items()))


@cache
def table_hashes() -> dict[str, str]:
    """Each data file, as in :func:`table_dates`, and the first 16 hexadecimal digits of its content's SHA-256."""
    tables = _tables(files("detente.knowledge"), "")
    return dict(sorted((path, hashlib.sha256(table.read_bytes()).hexdigest()[:16]) for path, table in tables))


def _tables(folder: Traversable, prefix: str) -> list[tuple[str, Traversable]]:
    tables: list[tuple[str, Traversable]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            tables += _tables(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(_DATA):
            tables.append((prefix + entry.name.rsplit(".", 1)[0], entry))
    return tables
