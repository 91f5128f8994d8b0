"""What copies are told from, and what is told of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from detente.model.date import Date


class CopyKind(StrEnum):
    """How one report hangs on another."""

    VERSION = "version"  #: the same report, with other words
    CORRECTION = "correction"  #: another report that says that it corrects an earlier story; it supersedes
    NEAR_COPY = "near-copy"  #: another report in mostly the same words


@dataclass(frozen=True, slots=True)
class Piece:
    """A version of a report, as far as it matters for copies."""

    id: str  #: of this version
    key: str  #: of the report, whatever becomes of it
    version: str  #: the hash of headline and body
    headline: str | None
    body: str  #: paragraphs, without what stands around the article
    published: Date | None = None
    publisher: str | None = None
    credits: str = ""  #: by-lines, dateline and credit lines, one a line
    added: str = (
        ""  #: when the record first saw it, UTC in ISO 8601; orders the versions of one report that have no dates
    )


@dataclass(frozen=True, slots=True)
class Copy:
    """One decision: ``by`` is a copy, a correction or the newer version ``of`` the other; both are ids of pieces."""

    kind: CopyKind
    of: str
    by: str
    containment: float  #: share of the one's words that the other has too, in runs; quotations count less; 0 to 1
    shared: int  #: words of the one that stand in runs which the other has too
    why: str  #: in one line, for people
