"""A text -> its signature, and the bands under which the record finds the reports that may be copies of it.

The signature is a MinHash of every window of the text instead of one of the whole ("winnowing"; Schleimer, Wilkerson
and Aiken 2003): of each WINDOW shingles in a row, the least hash. Whoever takes over a stretch of WINDOW shingles takes
its fingerprint with it, however long or short both texts are and wherever the stretch stands. Each fingerprint is a
band: reports that share one are candidates.
"""

from __future__ import annotations

import hashlib
import struct
from typing import Final

from detente.model.ids import normal
from detente.record.copies.shingles import runs

WINDOW: Final = 24  #: shingles; about one of twelve becomes a fingerprint
LEAST_SHARED: Final = 0.15  #: of the fingerprints of the one that has fewer; copies share 0.2 and more
_BYTES: Final = 4
_POSITIVE: Final = 0x7FFF_FFFF  # bands fit into every database's integers


def signature(body: str) -> bytes:
    """The fingerprints of a report's body, sorted, four bytes each; nothing where it has fewer words than a shingle."""
    hashes = [_hash(run) for run in runs(normal(body).split())]
    least = {min(hashes[start : start + WINDOW]) for start in range(max(len(hashes) - WINDOW + 1, 1))} if hashes else ()
    return struct.pack(f">{len(least)}I", *sorted(least))


def bands(signature: bytes) -> list[int]:
    """The integers under which a signature is stored and looked up, from 0 to 2³¹ - 1."""
    return list(struct.unpack(f">{len(signature) // _BYTES}I", signature))


def worth_comparing(shared: int, size: int, other_size: int) -> bool:
    """Whether two texts are to be compared whose signatures have so many bands, and so many in common.

    A background sentence that is told in every report of a dispute is a band or two; this keeps it from costing a
    reading of all of them.
    """
    return shared > 0 and shared >= LEAST_SHARED * min(size, other_size)


def _hash(run: str) -> int:
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=_BYTES).digest()) & _POSITIVE
