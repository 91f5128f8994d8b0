"""Gzip as it comes in, piece by piece: every member of it, and never more at once than is asked for."""

from __future__ import annotations

import zlib

from detente.errors import UnreadableReport

_GZIP = 31  # zlib's window for data with gzip's head


class GzipStream:
    """Packed bytes -> what they hold. Raises UnreadableReport where they are broken or end too soon."""

    def __init__(self) -> None:
        self._member = zlib.decompressobj(_GZIP)
        self._begun = False

    def unpack(self, data: bytes, most: int) -> bytes:
        """What the next bytes hold, cut at ``most``, which is one at least; then the rest is not to be asked for."""
        found = bytearray()
        while data and len(found) < most:
            if self._member.eof:
                data = data.lstrip(b"\0")  # a member may be filled up with zeros
                if not data:
                    break
                self._member = zlib.decompressobj(_GZIP)
            self._begun = True
            try:
                found += self._member.decompress(data, most - len(found))
            except zlib.error:
                raise UnreadableReport("cannot be fetched: its gzip data are broken") from None
            data = self._member.unused_data or self._member.unconsumed_tail
        return bytes(found)

    def end(self) -> None:
        """Say that nothing more comes."""
        if self._begun and not self._member.eof:
            raise UnreadableReport("cannot be fetched: its gzip data are cut off")
