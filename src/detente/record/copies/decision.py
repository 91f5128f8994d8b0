"""A new piece and those that may hang together with it -> what is a version, a correction or a near-copy of what.

Each pair is decided by itself, so that the order in which pieces come changes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

from detente.model.ids import normal
from detente.record.copies.containment import Overlap, overlap
from detente.record.copies.corrections import correction_notes
from detente.record.copies.origin import rank, surely_before, version_rank
from detente.record.copies.piece import Copy, CopyKind, Piece
from detente.record.copies.shingles import WORDS, shingles

_QUOTED = 80  # characters of a note that a reason repeats


def decide(new: Piece, candidates: Iterable[Piece]) -> list[Copy]:
    """What the new piece has to do with each candidate: those of its key, and those that share a band with it.

    Candidates that have nothing to do with it, and the piece itself, give nothing. In order of the ids.
    """
    pairs = {candidate.id: candidate for candidate in candidates if candidate.id != new.id}
    cut = shingles(new.body)
    decided = (_pair(new, other, overlap(cut, shingles(other.body))) for other in pairs.values())
    return sorted((copy for copy in decided if copy is not None), key=lambda copy: (copy.of, copy.by))


def _pair(one: Piece, other: Piece, found: Overlap) -> Copy | None:
    if one.key == other.key:
        return _version(one, other, found) if one.version != other.version else None
    if not found.copied:
        return None
    first, second = sorted((one, other), key=rank)
    for earlier, later in ((first, second), (second, first)):
        note = None if surely_before(later, earlier) else _note(later, earlier)
        if note is not None:
            why = f"says of itself: {note!r}; {_words(found)}"
            return Copy(CopyKind.CORRECTION, earlier.id, later.id, found.containment, found.shared, why)
    why = f"{_words(found)}; {_order(first, second)}"
    return Copy(CopyKind.NEAR_COPY, first.id, second.id, found.containment, found.shared, why)


def _version(one: Piece, other: Piece, found: Overlap) -> Copy:
    first, second = sorted((one, other), key=version_rank)
    why = f"the same report ({one.key}) with another headline or body; {_words(found)}"
    return Copy(CopyKind.VERSION, first.id, second.id, found.containment, found.shared, why)


def _note(later: Piece, earlier: Piece) -> str | None:
    """What the later piece says of being a correction and the earlier one does not, shortened."""
    said = {normal(note) for note in correction_notes(earlier)}
    notes = [" ".join(note.split()) for note in correction_notes(later) if normal(note) not in said]
    if not notes:
        return None
    return notes[0] if len(notes[0]) <= _QUOTED else f"{notes[0][: _QUOTED - 1]}…"


def _words(found: Overlap) -> str:
    return f"{found.containment:.0%} of the runs of {WORDS} words of one are in the other ({found.shared} words)"


def _order(first: Piece, second: Piece) -> str:
    """Why the first is taken for the original."""
    (date, *_), (other_date, *_) = rank(first), rank(second)
    if date != other_date:
        return f"published {first.published}, the other {second.published or 'at a time unknown'}"
    if rank(first)[1] != rank(second)[1]:
        return "of the same date, and the agency's own"
    return "of the same date, and longer" if rank(first)[2] != rank(second)[2] else "of the same date and length"
