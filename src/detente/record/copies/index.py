"""Pieces one by one -> the decisions on each, in memory; the record does the same with rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from detente.record.copies.decision import decide
from detente.record.copies.fingerprints import bands, signature, worth_comparing
from detente.record.copies.piece import Copy, Piece


class CopyIndex:
    """Finds what a new piece copies without comparing it to every other."""

    def __init__(self) -> None:
        self._pieces: dict[str, Piece] = {}
        self._sizes: dict[str, int] = {}
        self._of_key: defaultdict[str, set[str]] = defaultdict(set)
        self._of_band: defaultdict[int, set[str]] = defaultdict(set)

    def add(self, piece: Piece) -> list[Copy]:
        """Takes a piece in and gives what it has to do with those that are there; nothing for one that is known."""
        if piece.id in self._pieces:
            return []
        found = bands(signature(piece.body))
        decided = decide(piece, (self._pieces[known] for known in sorted(self._candidates(piece.key, found))))
        self._pieces[piece.id], self._sizes[piece.id] = piece, len(found)
        self._of_key[piece.key].add(piece.id)
        for band in found:
            self._of_band[band].add(piece.id)
        return decided

    def _candidates(self, key: str, found: list[int]) -> set[str]:
        """The ids of the pieces of a key, and of those that share enough bands."""
        shared = Counter(known for band in found for known in self._of_band.get(band, ()))
        near = {known for known, count in shared.items() if worth_comparing(count, len(found), self._sizes[known])}
        return near | self._of_key.get(key, set())


def find_copies(pieces: Iterable[Piece]) -> list[Copy]:
    """Every version, correction and near-copy among pieces, in order of the ids, whatever the order of the pieces."""
    index = CopyIndex()
    return sorted((copy for piece in pieces for copy in index.add(piece)), key=lambda copy: (copy.of, copy.by))
