"""Finding: the time expressions of a Doc and what their words say. Dates come later, in normalise."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable

from spacy.attrs import ORTH, SENT_START
from spacy.tokens import Doc

from detente.model.report import Zone
from detente.reading.time import meaning_dates as dates
from detente.reading.time import meaning_days as days
from detente.reading.time import meaning_lengths as lengths
from detente.reading.time import meaning_spans as spans
from detente.reading.time.context import Found
from detente.reading.time.direction import again, direct
from detente.reading.time.expression import Expression
from detente.reading.time.figures import order_figures
from detente.reading.time.grammar import Match, forms, matches
from detente.reading.time.joined import join, share_years
from detente.reading.time.lexicon import classes, holidays, listed, meaning, words

_MEANINGS: dict[str, Callable[[Found], Expression | list[Expression] | None]] = {  # codes: kinds
    "iso": dates.iso,
    "slash": dates.slash,
    "clock": dates.clock,
    "date": dates.date,
    "compact": days.compact,
    "nthweekday": days.nth_weekday,
    "nthday": days.nth_day,
    "bareday": days.bare_day,
    "series": days.series,
    "range": dates.days,
    "weekday": dates.weekday,
    "today": dates.today,
    "daypart": dates.daypart,
    "month": dates.month,
    "season": dates.season,
    "year": dates.year,
    "years": dates.years,
    "partyear": dates.part_year,
    "spoken": dates.spoken,
    "decade": dates.decade,
    "century": dates.century,
    "quarter": spans.quarter,
    "months": spans.months,
    "yearago": spans.year_ago,
    "yearend": spans.year_end,
    "relative": spans.relative,
    "weekof": spans.week_of,
    "dayfrom": spans.day_from,
    "offset": lengths.offset,
    "compound": lengths.compound,
    "duration": lengths.duration,
    "span": lengths.span,
    "tied": lengths.tied,
    "vague": lengths.vague,
    "set": lengths.every,
    "rate": lengths.rate,
    "weekdays": lengths.weekdays,
    "freq": lengths.frequency,
    "now": lengths.now,
    "was": lengths.was,
    "will": lengths.will,
}
_OF_HOLIDAY = ("W", "WE")  # "Easter week", "the Easter weekend"
_SILENT = frozenset({Zone.CHROME})


def find(doc: Doc) -> list[Expression]:
    """The time expressions of a Doc's prose, in order, never overlapping; those in chrome are left out."""
    found: list[Expression] = []
    stretches = _prose(doc)
    text = classes(doc.to_array(ORTH).tolist(), doc.vocab.strings)
    run = forms().run
    for low, high in stretches:
        for match in run.finditer(text, low, high):
            _search(doc, text, match.start(), match.end(), low, high, found)
    starts = sentence_starts(doc)
    captions = [zone for zone in doc._.detente_zones or () if zone.zone is Zone.CAPTION]
    for expression in found:
        expression.sentence = starts[bisect_right(starts, expression.start) - 1]
        direct(doc, expression)
        if "present" in expression.cues and any(z.start <= doc[expression.start].idx < z.end for z in captions):
            expression.direction = -1  # "Children wave at the gate on Monday": captions tell the past in the present
            expression.cues = tuple(cue for cue in expression.cues if cue != "present")
        if expression.kind in ("duration", "tied") and expression.end < len(doc):
            expression.tied = {"after": 1, "before": -1}.get(doc[expression.end].lower_, 0)
        again(doc, expression)
    join(doc, found)
    share_years(doc, found)
    order_figures(doc, found)
    return found


def sentence_starts(doc: Doc) -> list[int]:
    """The first token of each sentence, 0 always among them, in one pass: ``token.sent`` may look far for each."""
    marks = doc.to_array(SENT_START).tolist()
    return [at for at, mark in enumerate(marks) if mark == 1 or at == 0] or [0]


def _search(doc: Doc, text: str, start: int, end: int, low: int, high: int, found: list[Expression]) -> None:
    """The expressions of one run of words that time expressions are made of."""
    holiday = words().codes["holiday"]
    at = start
    while at < end:
        if text[at] == holiday or doc[at].lower_ in holidays():
            named = _holiday(doc, at, low, high)
            if named is not None:
                found.append(named)
                at = named.end
                continue
        made = _read(doc, text, at, end, low, high)
        if made:
            _cut_over(doc, made[0])
            found += made
            at = made[-1].end
        else:
            at += 1


def _read(doc: Doc, text: str, at: int, end: int, low: int, high: int) -> list[Expression]:
    for match in matches(text, at, end):
        if not _one_sentence(doc, match):
            continue
        made = _MEANINGS[match.kind](Found(match, doc, low, high))
        if made is not None:
            return made if isinstance(made, list) else [made]
    return []


def _one_sentence(doc: Doc, match: Match) -> bool:
    """Whether no comma-free break lies inside: line ends within an expression are rare, blank lines end one."""
    return match.end - match.start == 1 or not any(
        doc[at].is_sent_start and doc[at].is_title and at > match.start + 2 for at in range(match.start + 1, match.end)
    )


def _cut_over(doc: Doc, expression: Expression) -> None:
    """Leave out "over" where it is a preposition ("over the past two years"), not a measure ("for over two years")."""
    first = doc[expression.start]
    if first.lower_ not in listed("over") or expression.kind not in ("duration", "offset"):
        return
    if doc[expression.start + 1].lower_ in listed("indefinite"):
        return
    before = doc[expression.start - 1].lower_ if expression.start else ""
    if before not in listed("before_over"):
        expression.start += 1
        expression.mod = None


def _holiday(doc: Doc, at: int, low: int, high: int) -> Expression | None:
    for parts, way, terms in holidays().get(doc[at].lower_, ()):
        end = at + len(parts)
        if end > high or doc[at].text[:1].islower():
            continue
        if all(doc[at + i].lower_.replace("’", "'") == part for i, part in enumerate(parts)):
            before = doc[at - 1].lower_ if at > low else ""
            begin = at - 1 if before in listed("holiday_before") else at
            unit = meaning("unit", doc[end].text) if end < high else None
            unit = unit if unit in _OF_HOLIDAY else None
            relation = before if begin < at else None
            return Expression(begin, end + bool(unit), "holiday", holiday=(way, terms), relation=relation, unit=unit)  # type: ignore[arg-type]
    return None


def _prose(doc: Doc) -> list[tuple[int, int]]:
    """Stretches of tokens that are not chrome."""
    zones = doc._.detente_zones
    if zones is None:
        return [(0, len(doc))]
    stretches: list[tuple[int, int]] = []
    at = 0
    for zone in zones:
        while at < len(doc) and doc[at].idx < zone.start:
            at += 1
        begin = at
        while at < len(doc) and doc[at].idx < zone.end:
            at += 1
        if zone.zone not in _SILENT and begin < at:
            stretches.append((begin, at))
    return stretches
