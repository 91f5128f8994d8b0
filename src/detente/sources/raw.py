"""What comes in and what a format's reader makes of it, before it is a report."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from detente.model.report import DateCandidate
from detente.sources.canonical_address import canonical_address
from detente.sources.credentials import without_credentials

Format = Literal[
    "html", "text", "markdown", "email", "mbox", "feed", "pdf", "docx", "nexis", "factiva", "jsonl", "timeml"
]


@dataclass(frozen=True, slots=True)
class Raw:
    """The bytes of one input as they came, and what is known about them from outside."""

    data: bytes
    source: str  #: as the user knows it: a path, an address, ``-``
    name: str = ""  #: the file's name, for its ending
    url: str | None = None
    media_type: str | None = None  #: as a server declares it, without parameters
    charset: str | None = None  #: likewise

    @property
    def sha256(self) -> str:
        """The hash of the bytes, as hexadecimal digits."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def stem(self) -> str:
        """The file's name without its ending."""
        return PurePath(self.name).stem


@dataclass(frozen=True, slots=True)
class Known:
    """What came before: bytes of which nothing was made, or a page that was not fetched."""

    source: str
    raw_sha256: str | None  #: null of a page that was not fetched


@dataclass(frozen=True, slots=True)
class Before:
    """What came before, as who asks for reports says: bytes by their hash, pages by the one form of their address."""

    has_bytes: Callable[[str], bool] = lambda _: False
    has_address: Callable[[str], bool] = lambda _: False

    def known(self, raw: Raw) -> Known | None:
        """The bytes as known, where they came before."""
        return Known(raw.source, digest) if self.has_bytes(digest := raw.sha256) else None

    def known_page(self, link: str) -> Known | None:
        """The page that a link leads to as known, where it came before."""
        address = canonical_address(link)
        return Known(without_credentials(link), None) if address and self.has_address(address) else None


NOTHING = Before()  #: everything is new


@dataclass(frozen=True, slots=True)
class Draft:
    """The text of a report and what stands beside it. ``language`` is as declared; the text may say otherwise."""

    text: str
    format: Format
    id: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    language: str | None = None
    dates: tuple[DateCandidate, ...] = ()
    authors: tuple[str, ...] = ()
