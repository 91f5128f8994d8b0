"""Dates of the saying that stand amid what is said: "rejected the ruling | on Tuesday".

In goes an attribution, out comes the same without the date in its content, and the time expression that dates it.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from detente.reading.english.grammar import OF
from detente.reading.extensions import publication

if TYPE_CHECKING:
    from detente.model.items import Time
    from detente.reading.attribution.passage import Passage
    from detente.reading.attribution.relation import Attribution

_ON = "on"
_NEWS = 10  # days from a saying to the report of it
_WITH_OF = frozenset({"of", "obj-of"})
_DAYS = frozenset({"day", "time"})


def apart_from_date(passage: Passage, found: Attribution) -> Attribution:
    """The attribution with the day of the saying out of its content: at its edge, or before "of" and "to"."""
    if found.form != "indirect" or found.anchor is None or not found.content or found.frame not in {"", "passive"}:
        return found
    cue = passage.doc[found.anchor]
    if cue.tag_ != "VBD" or len(found.content) > 1 or found.content[0][0] < cue.idx:
        return found
    start, end = found.content[0]
    for time in passage.doc._.detente_times or ():
        if time.evidence.start >= end or time.evidence.end <= start or not _is_day(time):
            continue
        first = _opening(passage, time)
        if first is None or not _is_news(passage, time):
            continue
        if time.evidence.end == end and first > start and _is_noun_phrase(passage, start, first):
            kept = passage.trimmed(passage.token_at(start), passage.token_at(first))
            return replace(found, content=[kept], dated=time.evidence.start) if kept is not None else found
        if first <= start:
            kept = passage.trimmed(passage.token_at(time.evidence.end), passage.token_at(end))
            return replace(found, content=[kept], dated=time.evidence.start) if kept is not None else found
        if _before_rest(passage, found, time):
            ahead = passage.trimmed(passage.token_at(start), passage.token_at(first))
            rest = passage.trimmed(passage.token_at(time.evidence.end), passage.token_at(end))
            if ahead is not None and rest is not None:
                return replace(found, content=[ahead, rest], dated=time.evidence.start)
    return found


def _is_day(time: Time) -> bool:
    return time.type in {"DATE", "TIME"} and time.edtf is not None and time.edtf.precision in _DAYS


def _opening(passage: Passage, time: Time) -> int | None:
    """Where the words of a date begin, with "on" before it: None for "the accord of 3 March"."""
    at = passage.token_at(time.evidence.start)
    before = passage.doc[at - 1] if at else None
    if before is not None and before.lower_ == _ON:
        return before.idx
    bare = passage.doc[at].ent_type_ == "DATE" and (before is None or before.pos_ not in {"ADP", "DET"})
    return time.evidence.start if bare else None


def _is_news(passage: Passage, time: Time) -> bool:
    """Whether a day lies close before the publication, as that of a saying that is news does."""
    published = publication(passage.doc)
    if published is None or published.earliest is None or time.edtf is None or time.edtf.earliest is None:
        return True
    return 0 <= (_day(published.earliest) - _day(time.edtf.earliest)).days <= _NEWS


def _day(parts: tuple[int, ...]) -> date:
    return date(*parts[:3])


def _is_noun_phrase(passage: Passage, start: int, end: int) -> bool:
    """Whether what is said has no verb of its own to which a date at its end could belong: "the accord signed on"."""
    return next(passage.verbs(start, end), None) is None


def _before_rest(passage: Passage, found: Attribution, time: Time) -> bool:
    """Whether the cue's own words go on behind the date: "accused Oslo on Monday of stalling"."""
    after = passage.token_at(time.evidence.end)
    if after >= len(passage.doc):
        return False
    token = passage.doc[after]
    governed = found.anchor in {token.head.i, token.head.head.i}
    if token.lower_ in OF and found.entry is not None and found.entry.frames & _WITH_OF:
        governed = True  # "accused Oslo on Monday of stalling", whatever the parser hangs "of" on
    return token.dep_ in {"prep", "aux", "mark"} and governed and passage.starts[after] < found.content[0][1]
