"""When an agreement was made: by the date in its own words, or that of its signing."""

from __future__ import annotations

import calendar
import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from detente.knowledge.agreement_words import CALLED, STANDING
from detente.model.date import Date
from detente.reading.agreements.relatives import relatives
from detente.reading.english.factuality import status_of
from detente.reading.extensions import publication
from detente.reading.time.governing import governing

if TYPE_CHECKING:
    from spacy.tokens import Token

    from detente.model.items import Time
    from detente.reading.agreements.mentions import Mention

_MADE = frozenset({"signed", "agreed"})
_LONG = frozenset({"year", "month"})  # "the nuclear deal last year": a day may be that of the verb
_MAKING = STANDING.signing | STANDING.agreeing


def date_of(mention: Mention, standing: tuple[str, Token] | None) -> Date | None:
    """The date in its own words ("of 20 October 1904", "signed on …"), or of its signing."""
    doc = mention.head.doc
    published = publication(doc)
    for time, date in _times(mention):
        before = _before(date, time.evidence.text, published)
        if published is None or not published.before(before):  # what is signed next month is not made yet
            return before
    if standing is not None and standing[0] in ("proposed", "under negotiation"):
        return None
    made = next((c for c in mention.head.children if c.dep_ == "acl" and c.tag_ == "VBN"), None)
    made = made or next((c for c in relatives(mention.head) if c.lemma_.lower() in _MAKING), None)
    if made is None and standing is not None and standing[0] in _MADE and standing[1].pos_ == "VERB":
        made = standing[1]
    if made is None or (made.dep_ != "acl" and status_of(made).status != "occurred"):
        return None
    told = made.tag_ == "VBD" and made.dep_ == "ROOT" and mention.indefinite
    when = governing(doc, made, narrative=told)
    return when.time.edtf if when is not None and when.time.type == "DATE" else None


def _before(date: Date, words: str, published: Date | None) -> Date:
    """A day named without its year, in the year in which it has been: what bears a date was made on it."""
    if published is None or re.search(r"\d{4}", words) or not (date.precision == published.precision == "day"):
        return date
    if not published.before(date) or date.earliest is None:
        return date
    year, month, day = date.earliest
    while True:
        year -= 1
        if day <= calendar.monthrange(year, month)[1]:
            return Date.parse(f"{year:04}-{month:02}-{day:02}")


def _times(mention: Mention) -> list[tuple[Time, Date]]:
    """Dates within the phrase, before it ("Monday's accord") or right after it ("of 1904", "the deal last year")."""
    doc = mention.head.doc
    first = min([mention.start, *(c.left_edge.i for c in mention.head.lefts if _is_dated(c, "poss"))])
    while first > 0 and doc[first - 1].ent_type_ == "DATE" and doc[first - 1].i > mention.head.left_edge.i:
        first -= 1  # "the May 3 accord"
    start, end = doc[first].idx, doc[mention.end - 1].idx + len(doc[mention.end - 1])
    limit = end
    if mention.end < len(doc) and doc[mention.end].lower_ in CALLED.dated:
        limit = end + len(doc[mention.end]) + 4
    elif mention.end < len(doc) and doc[mention.end].ent_type_ == "DATE":
        limit = end + 1
    times: tuple[Time, ...] = doc._.detente_times
    at = bisect_left(times, start, key=lambda time: time.evidence.start)
    return [
        (time, time.edtf)
        for time in times[at : at + 3]
        if time.evidence.start <= limit
        and time.edtf is not None
        and time.type == "DATE"
        and (time.evidence.end <= end or time.evidence.start >= end)
        and (time.evidence.start != end + 1 or limit != end + 1 or time.edtf.precision in _LONG)
    ]


def _is_dated(token: Token, label: str) -> bool:
    return token.dep_ == label and token.ent_type_ == "DATE"
