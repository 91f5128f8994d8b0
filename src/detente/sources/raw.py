"""What comes in and what a format's reader makes of it, before it is a report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Literal

from detente.model.report import DateCandidate

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
    def stem(self) -> str:
        """The file's name without its ending."""
        return PurePath(self.name).stem


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
