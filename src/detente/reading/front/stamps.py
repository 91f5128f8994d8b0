"""Time stamps: a date, and nothing but the words of publishing beside it."""

from __future__ import annotations

import re

from detente.knowledge.loader import listed
from detente.reading.front.blocks import Block
from detente.reading.front.cues import chrome, places
from detente.reading.front.dates import complete, find_date

_STAMPED = listed("en/front/lines", "stamped")
_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’.][^\W\d_]+)*")
_CLOCK = re.compile(r"\bt?\d{1,2}(?:[:.]\d\d){1,2}(?:\.\d+)?z?\b|\b\d{1,2}(?=\s*[ap]\.?m\b)|[+-]\d\d:?\d\d\b")
_PUBLISHED = re.compile(r"\b(?:published|updated?|posted|modified|aired|last edited)\b")
_CITY_END = re.compile(r"\s[-–—|]\s+([A-Za-z .'-]{3,30})$")


def is_stamp(block: Block) -> bool:
    """A date, and nothing but the words of a time stamp beside it."""
    if len(block.words) > 24:
        return False
    text = block.text
    date = find_date(text)
    dated = False
    while date:
        dated = True
        text = text[: date.start] + " ; " + text[date.end :]
        date = find_date(text)
    city = stamp_city(text)
    text = (text[: city[0]] if city and dated else text).lower()
    low = _CLOCK.sub(" ", text)
    if not dated and low == text:
        return False
    return (dated or any(word in low for word in _STAMPED)) and all(
        t in chrome().stamp or len(t) == 1 for t in _TOKEN.findall(low)
    )


def is_loose_stamp(block: Block) -> bool:
    """A short line with a whole date, a word of publishing, and something else ("Desk | Updated: May 3, 2021")."""
    if block.stop or len(block.words) > 16 or not _PUBLISHED.search(block.low):
        return False
    date = find_date(block.text)
    return date is not None and complete(date.edtf)


def stamp_city(line: str) -> tuple[int, int] | None:
    """Where the city stands that a time stamp ends with ("... 10:02 pm IST - NEW DELHI")."""
    match = _CITY_END.search(line)
    return match.span(1) if match and match.group(1).lower() in places().cities else None


def is_clock(text: str) -> bool:
    """Whether a line is a time of day."""
    return _CLOCK.fullmatch(text.lower()) is not None
