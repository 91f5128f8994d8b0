"""What there is to see -> its address. A name goes into a path so that a file may be called by it, too.

Letters, digits, ``-`` and ``_`` stay, a space is ``+``, every other byte of UTF-8 a tilde and two digits, as Datasette
has it: no proxy, browser or file system takes any of it for something else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from urllib.parse import urlencode

_PLAIN = frozenset(b"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_")
_CODED = re.compile(r"~([0-9A-F]{2})|\+|[A-Za-z0-9_-]")


@lru_cache(maxsize=8192)
def coded(name: str) -> str:
    """A name as a part of a path."""
    return "".join(
        chr(byte) if byte in _PLAIN else "+" if byte == 0x20 else f"~{byte:02X}"
        for byte in name.encode("utf-8", "surrogatepass")
    )


def decoded(part: str) -> str | None:
    """The name that a part of a path stands for; null for what no name is coded as."""
    pieces = list(_CODED.finditer(part))
    if "".join(piece[0] for piece in pieces) != part:
        return None
    given = b"".join(
        bytes([int(piece[1], 16)]) if piece[1] else b" " if piece[0] == "+" else piece[0].encode() for piece in pieces
    )
    try:
        return given.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        return None


class Addresses:
    """The addresses of the desk's pages, from its root."""

    def dispute(self, name: str, part: str = "", **narrowed: object) -> str:
        """A dispute's page, or a ``part`` of it such as ``timeline``."""
        return f"/disputes/{coded(name)}{f'/{part}' if part else ''}{_query(narrowed)}"

    def report(self, identity: str, place: tuple[int, int] | None = None, item: str | None = None) -> str:
        """A report's page; with a place or an item, at its words."""
        asked = {"item": item, "at": f"{place[0]}-{place[1]}" if place else None}
        return f"/reports/{coded(identity)}{_query(asked)}{'#words' if place or item else ''}"

    def item(self, identity: str, report: str | None = None) -> str:
        """An item's page; one whose id is its report's alone is told by both."""
        return f"/items/{coded(report)}/{coded(identity)}" if report else f"/items/{coded(identity)}"

    def page(self, name: str, **narrowed: object) -> str:
        """A page of the whole record: ``search``, ``reports``, ``log``, ``review``, ``add``; the disputes for none."""
        return f"/{name}{_query(narrowed)}"

    def asset(self, name: str) -> str:
        """A style sheet, script or picture."""
        return f"/static/{name}"


def _query(narrowed: Mapping[str, object]) -> str:
    given = {key.rstrip("_"): value for key, value in narrowed.items() if value not in (None, "")}
    return f"?{urlencode(given, doseq=True)}" if given else ""
