"""What the program is: the mark of its files, by which what it worked out is known to be its own."""

from __future__ import annotations

from functools import cache
from pathlib import Path

_KINDS = (".py", ".toml", ".tsv", ".html", ".css")


@cache
def program_mark() -> str:
    """The hash of the names, times and sizes of its files: another program may tell the same dossier otherwise."""
    from detente.model.ids import hashed

    root = Path(__file__).parent
    files = sorted(path for path in root.rglob("*") if path.suffix in _KINDS)
    return hashed(*(f"{path.relative_to(root)} {path.stat().st_mtime_ns} {path.stat().st_size}" for path in files))
