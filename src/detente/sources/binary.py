"""Bytes that are no text."""

from __future__ import annotations

import re

from detente.errors import UnreadableReport

_SIGNATURES = (
    (b"%PDF-", "is a PDF, not a text"),
    (b"PK\x03\x04", "is a zip archive or an office document; save its text and read that"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "is an office document; save its text and read that"),
    (b"{\\rtf", "is a rich text document; save its text and read that"),
    (b"\x1f\x8b\x08", "is compressed (gzip); unpack it first"),
    (b"BZh", "is compressed (bzip2); unpack it first"),
    (b"\xfd7zXZ\x00", "is compressed (xz); unpack it first"),
    (b"\x28\xb5\x2f\xfd", "is compressed (zstd); unpack it first"),
    (b"7z\xbc\xaf\x27\x1c", "is a 7z archive; unpack it first"),
    (b"\x89PNG\r\n", "is a picture, not a text"),
    (b"\xff\xd8\xff", "is a picture, not a text"),
    (b"GIF8", "is a picture, not a text"),
    (b"\x7fELF", "is a program, not a text"),
    (b"SQLite format 3\x00", "is a database, not a text"),
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")  # UTF-16 and UTF-32 have zero bytes of their own; the second only after them
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_FEW = 0.01  # the share of control characters that a text may have, for stray ones from old typesetting systems


def refuse_binary(data: bytes) -> None:
    """Raise UnreadableReport for known binary formats and for zero bytes outside UTF-16 and UTF-32."""
    for signature, reason in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableReport(reason)
    if b"\x00" in data[:65536] and not data.startswith(_WIDE) and not data.startswith(b"\x00\x00\xfe\xff"):
        raise UnreadableReport("is binary (it has zero bytes), not a text")


def refuse_controls(text: str) -> None:
    """Raise UnreadableReport where too many characters are control characters."""
    sample = text[:65536]
    if len(_CONTROLS.findall(sample)) > _FEW * len(sample):
        raise UnreadableReport("is binary (it is full of control characters), not a text")
