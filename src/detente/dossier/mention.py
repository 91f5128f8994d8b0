"""A source -> the mentions of events in it, each with what it can be known again by."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from detente.dossier.content import content, every_stem, subject_of
from detente.dossier.days import Span, span
from detente.dossier.echoes import echoes
from detente.dossier.phases import phase_of, phases
from detente.dossier.plans import planned
from detente.dossier.source import Source
from detente.knowledge.dossier import families
from detente.model.date import Date
from detente.model.items import Event
from detente.model.report import Zone, ZoneSpan

Prominence = Literal["headline", "lead", "body"]
DateBasis = Literal["said", "report date", "context", "publication"]
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n\s*\n")
_NEWS = 6  # paragraphs in which the plain past is news, unless a date says otherwise
_HELD = frozenset(("CONSULT",))  # types of what can be put off
_UNDOING = frozenset(("postpone", "cancel"))  # codes: phases
_LEAD = 2  # paragraphs that tell the news
_AROUND = 90  # characters either side of the trigger that tell what it is about
_DATING = frozenset(("day", "month", "interval"))  # codes: how exact a date is that dates what stands beside it
_NEAR = 80  # characters between a trigger and a date that may be its own


@dataclass(frozen=True, eq=False)
class Mention:
    """An event as one report tells it; ``date`` is its own, or what the report lets one infer (``date_basis``)."""

    source: Source
    event: Event
    prominence: Prominence
    paragraph: int  #: of the body, from 0; 0 for a headline
    sentence: tuple[int, int]
    date: Date | None
    date_basis: DateBasis
    due: (
        Date | None
    )  #: of what is told as done: the day still to come that stands beside it ("called a vote for May 3")
    words: frozenset[str] = field(repr=False)
    subject: str | None
    phase: str | None
    own: bool  #: whether its own words name the subject or the phase, and not only what stands around them

    @property
    def key(self) -> tuple[int, int, str]:
        """Its place among all mentions of the dossier: sorts by publication, then by the text."""
        return self.source.number, self.event.what.start, self.event.id

    @property
    def is_question(self) -> bool:
        """Whether its sentence asks."""
        return self.source.text[slice(*self.sentence)].rstrip("\"”’')] \n").endswith("?")

    @cached_property
    def is_off(self) -> bool:
        """Whether it only names a meeting of which its sentence says that it was put off or called off."""
        if self.event.type not in _HELD or self.phase in _UNDOING:
            return False
        named = phases(every_stem(self.source.text[slice(*self.sentence)]))
        return not _UNDOING.isdisjoint(phase.name for phase in named)

    @property
    def is_done(self) -> bool:
        """Whether it is told as done or going on."""
        return self.event.status in ("occurred", "ongoing") and not self.is_off

    @cached_property
    def head(self) -> str:
        """The stem of the one word that carries it."""
        word = self.event.instance.word if self.event.instance is not None else self.event.what
        return every_stem(word.text)[-1:][0] if every_stem(word.text) else ""

    @cached_property
    def family(self) -> str:
        """The family of its type; of an event without one, its subject."""
        return families().of.get(self.event.type or "", self.subject or "other")

    @cached_property
    def parties(self) -> frozenset[str]:
        """The ids of the parties that act or are acted on."""
        both = (*self.event.source, *self.event.target)
        return frozenset(one.id for one in both if one.kind == "party" and one.id)

    @cached_property
    def span(self) -> Span | None:
        """The days that it may be of."""
        return span(self.date)

    @cached_property
    def published(self) -> int | None:
        """The day of publication, counted; the last that it may be."""
        found = span(self.source.published)
        return found[1] if found else None


def mentions(source: Source) -> Iterator[Mention]:
    """The mentions of one source, in the order of its text."""
    reading, text = source.reading, source.text
    zones = prose(source)
    starts = [zone.start for zone in zones]
    body = [zone.start for zone in zones if zone.zone == Zone.BODY]
    lead = set(body[:_LEAD])
    told: list[tuple[Event, str | None]] = [(event, None) for event in (*(reading.events or ()), *planned(source))]
    for event, phase in (*told, *_echoes(source, zones)):
        place = bisect_right(starts, event.what.start) - 1
        zone = zones[place] if place >= 0 else None
        prominence: Prominence = "body"
        if zone is not None and zone.zone == Zone.HEADLINE:
            prominence = "headline"
        elif zone is not None and zone.start in lead:
            prominence = "lead"
        bounds = (zone.start, zone.end) if zone is not None and zone.end >= event.what.end else (0, len(text))
        paragraph = max(0, bisect_right(body, event.what.start) - 1)
        sentence = sentence_at(text, event.what.start, event.what.end, bounds)
        yield _mention(source, event, phase, (prominence, paragraph), sentence)


def _echoes(source: Source, zones: list[ZoneSpan]) -> Iterator[tuple[Event, str]]:
    taken = sorted((event.what.start, event.what.end) for event in source.reading.events or ())
    for zone in zones:
        for sentence in sentences(source.text, (zone.start, zone.end)):
            yield from echoes(source, sentence, taken)


def sentences(text: str, bounds: tuple[int, int]) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch of text, as the marks of their ends tell them."""
    first, last = bounds
    for match in _SENTENCE.finditer(text, *bounds):
        yield first, match.start()
        first = match.end()
    yield first, last


def prose(source: Source) -> list[ZoneSpan]:
    """The stretches of a report's own prose: its headline and paragraphs."""
    return [zone for zone in source.reading.front.zones if zone.zone in (Zone.HEADLINE, Zone.BODY)]


def sentence_of(source: Source, start: int, end: int) -> tuple[int, int]:
    """The sentence around ``[start, end)``, within its paragraph."""
    zone = next((zone for zone in prose(source) if zone.start <= start < zone.end), None)
    bounds = (zone.start, max(zone.end, end)) if zone is not None else (0, len(source.text))
    return sentence_at(source.text, start, end, bounds)


def _mention(
    source: Source, event: Event, phase: str | None, at: tuple[Prominence, int], sentence: tuple[int, int]
) -> Mention:
    text, what = source.text, event.what
    start, end = max(sentence[0], what.start - _AROUND), min(sentence[1], what.end + _AROUND)
    around = text[start:end]
    own = every_stem(text[_word_start(text, what.start) : what.end])
    before, after = every_stem(text[start : what.start]), every_stem(text[what.end : end])
    subject = subject_of(own) or subject_of(reversed(before)) or subject_of(after)
    phase = phase or phase_of(own) or phase_of(after[:4]) or phase_of(before[-4:])
    own_words = subject_of(own) is not None or phase_of(own) is not None
    date, basis, due = _date(source, event, at, sentence)
    return Mention(
        source, event, *at, sentence, date, basis, due, frozenset(content(around)), subject, phase, own_words
    )


def sentence_at(text: str, start: int, end: int, bounds: tuple[int, int]) -> tuple[int, int]:
    """The sentence around ``[start, end)`` within bounds, as the marks of its end tell it."""
    first, last = bounds
    for match in _SENTENCE.finditer(text, *bounds):
        if match.end() <= start:
            first = match.end()
        elif match.start() >= end:
            last = match.start()
            break
    return first, last


def _date(
    source: Source, event: Event, at: tuple[Prominence, int], sentence: tuple[int, int]
) -> tuple[Date | None, DateBasis, Date | None]:
    """Its own date; else that of its sentence; of news the day of publication. What is told further down has none."""
    happened = event.status in ("occurred", "ongoing")
    ahead = event.date is not None and source.published is not None and source.published.before(event.date)
    if event.date is not None and not (happened and ahead):
        basis = next((one.basis for one in event.inferred if one.field == "date"), "said")
        return event.date, "report date" if basis == "report date" else "context" if basis != "said" else "said", None
    beside, due = event.date or _beside(source, event, sentence), None
    if happened and beside is not None and source.published is not None and source.published.before(beside):
        beside, due = None, beside
    if beside is not None:
        return beside, "context", None
    if happened and not _past_perfect(event) and (at[0] != "body" or _is_news(event, at[1])):
        return source.published, "publication", due
    return None, "said", due


def _beside(source: Source, event: Event, sentence: tuple[int, int]) -> Date | None:
    """The date nearest to an event in its sentence, unless another event stands between them."""
    what = event.what
    others = [one.what.start for one in source.reading.events or () if sentence[0] <= one.what.start < sentence[1]]
    near = [
        (gap, str(time.edtf), time.edtf)
        for time in source.reading.times or ()
        if time.type == "DATE" and time.edtf is not None and sentence[0] <= time.evidence.start < sentence[1]
        and time.edtf.precision in _DATING
        and (gap := max(time.evidence.start - what.end, what.start - time.evidence.end)) <= _NEAR
        and not any(what.end <= other < time.evidence.start for other in others)
    ]  # fmt: skip
    return min(near)[2] if near else None


def _word_start(text: str, at: int) -> int:
    """Where the word begins that a place is in: a trigger may be the second half of one with a hyphen."""
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "-"):
        at -= 1
    return at


def _is_news(event: Event, paragraph: int) -> bool:
    """Whether it is told as new: in the present, as an act of words, or near the head of a report in the plain past."""
    made = event.instance
    if event.statement is not None:
        return True
    if made is None or made.aspect.startswith("PERFECTIVE"):
        return False
    return made.tense == "PRESENT" or (made.tense == "PAST" and paragraph < _NEWS)


def _past_perfect(event: Event) -> bool:
    made = event.instance
    return made is not None and made.tense == "PAST" and made.aspect.startswith("PERFECTIVE")
