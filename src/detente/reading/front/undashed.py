"""Places of writing without a dash: "HARARE/LUSAKA The two ministers ...", "Mei Tan reports from Suva" (at the end).

In goes a paragraph's stretch of a text, out comes what it says of where it was written, in cities that the table knows.
"""

from __future__ import annotations

import re

from detente.knowledge.loader import listed
from detente.reading.front.cues import places
from detente.reading.front.dateline import DatelineFound

_HEAD = 80  # characters in which the places of an opening in capitals end
_CAPITALS = re.compile(r"(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+[ ]?)+(?:/ ?(?:[A-ZÀ-Þ][A-ZÀ-Þ'’.-]+[ ]?)+)*")
_NEXT = re.compile(r"[\"'“‘]?(?:[A-Z][a-z]|(?:[A-Z]\.){2,}|[AIU]\b|[A-Z]{2,5}\b|\d)")
_BEHIND = re.compile(r", ((?:[A-Z][a-z]+ ?){1,4})")
_TAIL = 100  # characters at a paragraph's end in which the place stands that somebody reports from


def in_capitals(text: str, start: int, end: int) -> DatelineFound | None:
    """The cities in capitals that a paragraph begins with, where its first sentence begins right behind them."""
    head = text[start : min(end, start + _HEAD)]
    match = _CAPITALS.match(head)
    if match is None:
        return None
    named = _cities(head, match.end())
    last = named[-1][2] if named else 0
    if (region := _region(head, match.end() if not named else last)) is not None:
        named = named or [(head[: match.end()].strip().title(), 0, match.end())]
        last = region
    if not named:
        return None
    following = head[last:].lstrip()
    if not following or following == head[last:] or not _NEXT.match(following):
        return None
    return DatelineFound(start, start + last, tuple((name, start + a, start + b) for name, a, b in named), None)


def _cities(head: str, stop: int) -> list[tuple[str, int, int]]:
    """The cities of "HARARE/LUSAKA", each with where it stands; none unless all before the last stroke are known."""
    found: list[tuple[str, int, int]] = []
    at = 0
    pieces = head[:stop].split("/")
    for number, piece in enumerate(pieces):
        words = piece.split()
        left = at + len(piece) - len(piece.lstrip())
        known = _longest(words) if number + 1 == len(pieces) else len(words) * (_name(words) is not None)
        if not known:
            return []
        width = len(" ".join(words[:known]))
        found.append((_name(words[:known]) or "", left, left + width))
        at += len(piece) + 1
    return found


def _region(head: str, at: int) -> int | None:
    """Where the state ends that stands behind a town in capitals: "FINNSNES, Norway The two ministers"."""
    match = _BEHIND.match(head, at)
    words = match[1].split() if match else []
    known = (size for size in range(len(words), 0, -1) if " ".join(words[:size]).lower() in places().regions)
    size = next(known, 0)
    return match.start(1) + len(" ".join(words[:size])) if match and size else None


def _longest(words: list[str]) -> int:
    """How many words at the beginning are a city's name: of "NEW DELHI NATO" two."""
    return next((size for size in range(len(words), 0, -1) if _name(words[:size]) is not None), 0)


def _name(words: list[str]) -> str | None:
    return places().cities.get(" ".join(words).lower())


def reported_from(text: str, start: int, end: int) -> tuple[str, int, int] | None:
    """The city that a broadcast's lead hands over to with its last words: "Mei Tan reports from Suva."."""
    tail = max(start, end - _TAIL)
    for cue in listed("en/front/lines", "reporting_from"):
        at = text.rfind(f" {cue} ", tail, end)
        left = at + len(cue) + 2
        right = end - (text[end - 1] == ".")
        if at >= 0 and (city := places().cities.get(text[left:right].lower())) is not None:
            return city, left, right
    return None
