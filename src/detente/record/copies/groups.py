"""Decisions -> which reports count as one source."""

from __future__ import annotations

from collections.abc import Iterable

from detente.record.copies.piece import Copy, CopyKind


def groups(copies: Iterable[Copy]) -> list[tuple[str, ...]]:
    """The ids of pieces that hang together, two or more, in order; a piece in none of them is a source by itself.

    The versions of one report belong together. A near-copy or a correction belongs to the one piece that it has most
    of: what was put together from two agencies' pieces does not make these two one source.
    """
    decided = sorted(copies, key=lambda copy: (copy.by, -copy.containment, -copy.shared, copy.of))
    joined: dict[str, str] = {}
    placed: set[str] = set()
    for copy in decided:
        if copy.kind is not CopyKind.VERSION:
            if copy.by in placed:
                continue
            placed.add(copy.by)
        _join(joined, copy.of, copy.by)
    members: dict[str, list[str]] = {}
    for piece in sorted(joined):
        members.setdefault(_root(joined, piece), []).append(piece)
    return sorted(tuple(group) for group in members.values())


def _join(joined: dict[str, str], one: str, other: str) -> None:
    roots = sorted((_root(joined, one), _root(joined, other)))
    joined[roots[1]] = roots[0]


def _root(joined: dict[str, str], piece: str) -> str:
    joined.setdefault(piece, piece)
    while joined[piece] != piece:
        joined[piece] = joined[joined[piece]]
        piece = joined[piece]
    return piece
