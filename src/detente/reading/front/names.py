"""Names of authors in by-lines and credit lines."""

from __future__ import annotations

import re
from dataclasses import dataclass

from detente.knowledge.loader import words
from detente.reading.front.cues import credit_lines, places
from detente.reading.front.dates import find_date

_PIECE = re.compile(r"\s*(?:[,;|/&•·]|\band\b|\bwith\b|\s[-–—]+\s)\s*", re.IGNORECASE)
_PLACED = re.compile(r"\s+(?:in|from|at)\s+(?=[A-Z])")
_HANDLE = re.compile(r"(?:(?<=\s)|^)\(?(?:@\w{2,30}|\S{1,60}@\S{1,60})\)?")
_LEAD = re.compile(r"^[\s(\[*_—–-]+")
_NAME_WORD = re.compile(r"[^\W\d_][^\W\d_]*(?:['’.-][^\W\d_]+)*[.’']?")
_CALENDAR = words("en/front/lines", "calendar")


@dataclass(frozen=True, slots=True)
class Authors:
    """Who wrote it, and from where: (place, start, end) in the line."""

    names: tuple[str, ...]
    places: tuple[tuple[str, int, int], ...]
    rest: tuple[str, ...]  #: what stands beside the names


def authors_in(line: str) -> Authors:
    """The names in a by-line or credit whose leading words ("By") are off; desks and agencies are left in ``rest``."""
    names: list[str] = []
    cities: list[tuple[str, int, int]] = []
    rest: list[str] = []
    line = _HANDLE.sub(lambda m: " " * len(m.group()), line)
    date = find_date(line)
    if date:
        line = line[: date.start] + " " * (date.end - date.start) + line[date.end :]
    at = 0
    for joint in [*_PIECE.finditer(line), None]:
        stop = joint.start() if joint else len(line)
        _read_piece(line, at, stop, names, cities, rest)
        at = joint.end() if joint else stop
    return Authors(tuple(dict.fromkeys(names)), tuple(cities), tuple(rest))


def _read_piece(
    line: str, at: int, stop: int, names: list[str], cities: list[tuple[str, int, int]], rest: list[str]
) -> None:
    piece = line[at:stop]
    placed = _PLACED.search(piece)
    if placed:
        left = at + placed.end()
        place = line[left:stop].rstrip(" .)]*_")
        if place.lower() in places().cities or (len(place.split()) <= 3 and is_name(piece[: placed.start()])):
            cities.append((places().cities.get(place.lower(), place), left, left + len(place)))
        piece = piece[: placed.start()]
    bare = _LEAD.sub("", piece).strip(" \t\n.)]*_:")
    if names and not placed and bare.lower() in places().cities:
        left = at + piece.index(bare)
        cities.append((places().cities[bare.lower()], left, left + len(bare)))
        return
    piece = bare
    if is_name(piece):
        names.append(_title(piece))
    elif piece:
        rest.append(piece)


def is_name(text: str) -> bool:
    """Shaped as somebody's full name: two to five capitalised words, no desk, agency or place among them."""
    cues = credit_lines()
    words = text.split()
    if not 2 <= len(words) <= 4 + sum(word in cues.particles for word in words) or text.lower() in cues.agencies:
        return False
    if text.lower() in places().cities or text.lower() in places().regions:
        return False
    capitalised = 0
    for word in words:
        if not _NAME_WORD.fullmatch(word) and not re.fullmatch(r"(?:[A-Z]\.)+", word):
            return False
        low = word.lower()
        if low in cues.desk or low in _CALENDAR:
            return False
        if word[0].isupper():
            capitalised += 1
        elif low not in cues.particles and not low.startswith(("al-", "el-")):
            return False
    return capitalised >= 2 and words[-1][0].isupper()


def _title(name: str) -> str:
    """A name in capitals in normal case."""
    if not name.isupper() or len(name) < 6:
        return name
    return " ".join("-".join(p.capitalize() for p in word.split("-")) for word in name.split())
