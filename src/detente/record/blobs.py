"""Bytes and texts, each kept once under its SHA-256, compressed."""

from __future__ import annotations

import hashlib
import zlib

from sqlalchemy import Connection, select

from detente.record.schema import blob

_LEVEL = 6


def put(connection: Connection, data: bytes) -> str:
    """Keep the bytes, unless they are kept already; returns their hash."""
    sha256 = hashlib.sha256(data).hexdigest()
    if connection.scalar(select(blob.c.sha256).where(blob.c.sha256 == sha256)) is None:
        connection.execute(blob.insert().values(sha256=sha256, data=zlib.compress(data, _LEVEL)))
    return sha256


def put_text(connection: Connection, text: str) -> str:
    """Keep a text in UTF-8; returns its hash, as :attr:`detente.model.report.Report.text_sha256` has it."""
    return put(connection, text.encode("utf-8", "surrogatepass"))


def get(connection: Connection, sha256: str) -> bytes:
    """The bytes of a hash. Raises KeyError where there are none, zlib.error where they are damaged."""
    data = connection.scalar(select(blob.c.data).where(blob.c.sha256 == sha256))
    if data is None:
        raise KeyError(sha256)
    return zlib.decompress(data)


def get_text(connection: Connection, sha256: str) -> str:
    """The text of a hash. Raises as :func:`get`, and UnicodeDecodeError."""
    return get(connection, sha256).decode("utf-8", "surrogatepass")
