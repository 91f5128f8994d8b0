"""Files and texts that are given to the desk -> files in a folder of its own, under names that lead nowhere else.

Nothing of them is read here. Each lies in a new folder under a name made of the letters, digits, dots and hyphens of
the one it came with, so that what it is can still be told from its ending.
"""

from __future__ import annotations

import json
import re
import secrets
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from detente.errors import UsageError
from detente.files import WholeFile
from detente.sources.limits import DEFAULT_LIMITS, size

_UNSAFE = re.compile(r"[^\w.-]+")
_LONGEST = 100  # characters of a name
_PIECE = 1 << 16


def kept(folder: Path, name: str, data: IO[bytes]) -> Path:
    """Keep a file. Raises UsageError for one that is larger than a report may be."""
    place = _place(folder, name)
    taken = 0
    with WholeFile(str(place)) as file:
        for piece in _pieces(data):
            taken += len(piece)
            if taken > DEFAULT_LIMITS.file_bytes:
                raise UsageError(f"{safe(name)} is larger than {size(DEFAULT_LIMITS.file_bytes)}; use detente add")
            file.write(piece)
    return place


def kept_text(folder: Path, text: str, title: str | None, publisher: str | None) -> Path:
    """Keep a text that was pasted, as a JSON line with what is known of it."""
    fields = {"text": text, "title": title, "publisher": publisher}
    place = _place(folder, "pasted.jsonl")
    with WholeFile(str(place)) as file:
        line = json.dumps({name: value for name, value in fields.items() if value}, ensure_ascii=False)
        file.write(line.encode("utf-8", "surrogatepass") + b"\n")
    return place


def safe(name: str) -> str:
    """A name that is one in every folder and leads out of none."""
    last = unicodedata.normalize("NFC", name.replace("\\", "/")).rpartition("/")[2]
    stem, dot, ending = _UNSAFE.sub("-", last).strip("-. ").rpartition(".")
    if not dot:
        stem, ending = ending, ""
    cut = (stem[: _LONGEST - len(ending) - 1] or "report") + dot + ending[:20]
    return cut if cut.isascii() else "".join(char if char.isascii() else "_" for char in cut)


def _place(folder: Path, name: str) -> Path:
    inside = folder / secrets.token_hex(8)
    try:
        inside.mkdir(parents=True, mode=0o700)
    except OSError as error:
        raise UsageError(f"cannot keep what is given in {folder}: {(error.strerror or 'it fails').lower()}") from None
    return inside / safe(name)


def _pieces(data: IO[bytes]) -> Iterator[bytes]:
    while piece := data.read(_PIECE):
        yield piece
