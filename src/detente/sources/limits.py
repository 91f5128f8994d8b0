"""How much of an input is read before it is refused, and how long an address may take."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes are in bytes as they come, and for addresses also after decompression."""

    file_bytes: int = 20_000_000  #: of a file, a web page, standard input or one JSON line; not of all the lines
    characters: int = 2_000_000  #: of one report's text
    words: int = 250_000  #: of one report's text, each mark counted as one; its reading takes under 1 GB
    redirects: int = 5
    connect_seconds: float = 10.0
    fetch_seconds: float = 30.0  #: for one address in all, redirects included


DEFAULT_LIMITS = Limits()


def size(number: int) -> str:
    """Bytes in words: ``52.4 MB``, ``812 kB``, ``40 bytes``."""
    if number >= 1_000_000:
        return f"{number / 1_000_000:.1f} MB"
    return f"{number / 1_000:.0f} kB" if number >= 10_000 else f"{number} bytes"
