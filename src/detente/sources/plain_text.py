"""A text file: kept to the character, but for byte-order mark, line ends, mojibake and words broken over two lines."""

from __future__ import annotations

from detente.sources.broken_words import unbroken
from detente.sources.encoding import decode
from detente.sources.raw import Draft, Raw


def plain_text(raw: Raw) -> Draft:
    """The text as it is. Raises UnreadableReport where it cannot be decoded."""
    return Draft(unbroken(with_line_feeds(decode(raw.data, raw.charset))), "text")


def with_line_feeds(text: str) -> str:
    """Line ends of Windows and old Macs as line feeds."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
