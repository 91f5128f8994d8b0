"""Which of several pieces in the same words is the original: the earliest, then the agency's own, then the longest."""

from __future__ import annotations

import re
from functools import cache

from detente.knowledge.loader import listed
from detente.model.date import Day
from detente.model.ids import normal
from detente.record.copies.piece import Piece

_UNKNOWN: Day = (10_000, 1, 1)
_HEAD = 300  # characters of a body in which a dateline may stand
_DATELINE = re.compile(r"\(([^()\n]{2,40})\)\s*[-–—]")  # "MONTEVIDEO, Jan 14 (Austral Wire) -"

Published = tuple[Day, Day, str]


def rank(piece: Piece) -> tuple[Published, int, int, str]:
    """What orders pieces: the original has the least. A piece without a date comes after all that have one."""
    return _published(piece), _agency(piece), -len(piece.body.split()), piece.id


def version_rank(piece: Piece) -> tuple[Published, str, str]:
    """What orders the versions of one report: their dates, then when the record first saw them."""
    return _published(piece), piece.added, piece.id


def surely_before(one: Piece, other: Piece) -> bool:
    """Whether one was published on an earlier day than the other."""
    return one.published is not None and other.published is not None and one.published.before(other.published)


def _published(piece: Piece) -> Published:
    date = piece.published
    if date is None:
        return _UNKNOWN, _UNKNOWN, ""
    return date.earliest or _UNKNOWN, date.latest or _UNKNOWN, str(date)


def _agency(piece: Piece) -> int:
    """0 for an agency's own piece, 1 for one that names an agency, 2 for others."""
    names = {*_DATELINE.findall(f"{piece.credits}\n{piece.body[:_HEAD]}"), *_agencies().findall(piece.credits)}
    publisher = normal(piece.publisher or "")
    if publisher and (_agencies().fullmatch(piece.publisher or "") or publisher in map(normal, names)):
        return 0
    return 2 if not names else 1 if publisher else 0


@cache
def _agencies() -> re.Pattern[str]:
    names = listed("en/front/credits", "agencies")
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})(?!\w)")
