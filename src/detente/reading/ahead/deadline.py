"""Deadlines in words on a verb: "as soon as possible", "in the coming weeks", "within two months"; and their dates."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from detente.model.date import Date
from detente.reading.ahead.cues import plan_words
from detente.reading.time.days import add_days, add_months

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import Time

_LENGTH = re.compile(r"P(\d{1,3})([DWMY])|PT(\d{1,3})H")
_PAST = frozenset({"VBD", "VBZ"})


def deadline(verb: Token) -> tuple[int, int] | None:
    """The tokens of a deadline in words that hangs on a verb; none on a verb of the past."""
    if verb.tag_ in _PAST:
        return None
    for child in verb.children:
        if child.dep_ in ("advmod", "prep", "npadvmod"):
            first, last = child.left_edge.i, child.right_edge.i + 1
            if _is_listed(verb.doc[first:last].text.lower()) or _is_length(child):
                return first, last
    return None


def _is_listed(text: str) -> bool:
    words = plan_words()
    for phrase in words.deadlines:
        if text == phrase or text.startswith(f"{phrase} "):
            after = text[len(phrase) :].split()
            return not after or after[0] not in words.not_deadlines_before
    return False


def _is_length(prep: Token) -> bool:
    """Whether a preposition and its object are a length from now on: "within a week", "over the next two years"."""
    words = plan_words()
    unit = next((c for c in prep.children if c.dep_ == "pobj"), None)
    if unit is None or unit.lemma_.lower() not in words.units:
        return False
    if prep.lower_ in words.within:
        return True
    return prep.lower_ in words.span and any(c.lower_ in words.over_next for c in unit.lefts)


def latest_date(time: Time, published: Date | None) -> Date | None:
    """The day by which a length is over that begins with the report, as the end of an open interval; else none."""
    match = _LENGTH.fullmatch(time.value or "")
    if match is None or published is None or published.precision != "day" or published.earliest is None:
        return None
    day = date(*published.earliest)
    if match[3]:
        end = add_days(day, -(-int(match[3]) // 24))
    elif match[2] in "DW":
        end = add_days(day, int(match[1]) * (7 if match[2] == "W" else 1))
    else:
        end = add_months(day, int(match[1]) * (12 if match[2] == "Y" else 1))
    return Date.parse(f"../{end.isoformat()}")
