"""When something was said: by the date that governs the cue, or by the encounter at which it was said."""

from __future__ import annotations

import datetime
import sys
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from detente.knowledge.loader import words
from detente.model.date import Date
from detente.model.inference import Inference
from detente.model.report import Zone
from detente.model.words import Words
from detente.reading.attribution import lexicon
from detente.reading.attribution.setting import governors
from detente.reading.attribution.words import SETTING
from detente.reading.english.documents import document
from detente.reading.english.labels import FINITE
from detente.reading.extensions import publication, report_text
from detente.reading.extensions import sentences as opening
from detente.reading.time.governing import governing

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span, Token

    from detente.model.inference import Basis
    from detente.model.items import Time
    from detente.model.references import Reference
    from detente.reading.attribution.relation import Attribution
    from detente.reading.attribution.speakers import Speakers

_HEAD = 600  # characters in which a transcript says that it is one
_DATED = frozenset({"DATE", "TIME"})
_LEAD = 3  # sentences that open a report
_EXACT = frozenset({"day", "time", "interval"})  # codes: precisions of dates


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of saying, the words that give it, and whether they give it to the statement itself."""

    date: Date
    words: Words
    basis: Basis

    @property
    def inferred(self) -> tuple[Inference, ...]:
        """What the statement's date rests on, unless its own words give it."""
        return () if self.basis == "said" else (Inference("date", self.basis, self.words),)

    def carried(self) -> Dated:
        """The same for the statement that goes on from there."""
        return replace(self, basis="context") if self.basis == "said" else self


@dataclass(frozen=True, slots=True)
class _Encounter:
    """The first dated encounter of a report: who was there (ids), and the token after its sentence."""

    dated: Dated
    people: frozenset[str]
    after: int


def _is_ahead(date: Date, published: Date | None) -> bool:
    """Whether a date lies after the publication: nothing was said at a meeting still to come."""
    return published is not None and published.before(date)


class Dates:
    """Dates what was said.

    'His press conference after the talks' is dated by the report's own encounter: the first dated one in it. So is
    what those who met there said, where the report tells it afterwards in the past tense and gives no other date.
    """

    def __init__(self, doc: Doc, said: list[tuple[int, int]], speakers: Speakers) -> None:
        self._doc = doc
        self._said = sorted(said)
        self._speakers = speakers
        self._main = self._encounter() if doc._.detente_times else None
        self._document = document(doc)

    def of(self, found: Attribution, venue: Token | None, speaker: Reference | None) -> Dated | None:
        """The date of saying, or none."""
        if found.frame == "turn":
            return self._aired()
        if found.dated is not None:
            times = self._doc._.detente_times
            return next((_dated(time, "said") for time in times if time.evidence.start == found.dated), None)
        if found.anchor is None or not self._doc._.detente_times:
            return None
        cue = self._doc[found.anchor]
        for token in (cue, venue, *governors(cue)):
            here = governing(self._doc, token, narrative=False) if token is not None else None
            if here is None or self._is_name(here.time):
                continue
            if not self._is_said(here.time.evidence.start) or (token is cue and self._hangs(here.time, cue)):
                return _dated(here.time, "said")
        if any(child.lower_ in words("en/attribution/documents", "otherwise") for child in cue.children):
            return None
        if venue is not None and self._main is not None and self._refers(venue):
            return self._main.dated
        if cue.tag_ == "VBD" and found.entry is not None and found.entry.kind == "speech":
            here = governing(self._doc, cue)
            if here is not None and here.by == "narrative" and not self._is_said(here.time.evidence.start):
                return _dated(here.time, "context")
        if self._main is not None and self._met(speaker) and cue.i >= self._main.after and told_then(cue):
            return self._main.dated
        return self._of_the_news(found, cue)

    def _of_the_news(self, found: Attribution, cue: Token) -> Dated | None:
        """The day that the first sentence of a report gives for its news, for what is told in the simple past.

        Only where it is that of publication or the day before, and the cue's own sentence and paragraph name no other.
        """
        if self._lead is None or found.entry is None or found.entry.kind != "speech" or cue.tag_ != "VBD":
            return None
        start, end = self._paragraph(cue)
        here = (time for time in self._doc._.detente_times if start <= time.evidence.start < end)
        if any(time.type in _DATED and not self._is_said(time.evidence.start) for time in here):
            return None
        return self._lead

    def _paragraph(self, cue: Token) -> tuple[int, int]:
        """The characters of the paragraph that a cue stands in."""
        text, at = report_text(self._doc), cue.idx
        start, end = text.rfind("\n\n", 0, at), text.find("\n\n", at)
        return max(start, 0), len(text) if end < 0 else end

    @cached_property
    def _lead(self) -> Dated | None:
        published = publication(self._doc)
        first = next(opening(self._doc, Zone.BODY), None)
        if first is None or published is None or published.earliest is None or published.precision != "day":
            return None
        for time in self._doc._.detente_times:
            day = time.edtf
            if not first.start_char <= time.evidence.start < first.end_char or day is None or day.earliest is None:
                continue
            near = day.precision == "day" and 0 <= _days(day.earliest, published.earliest) <= 1
            if near and not self._told_by_somebody(time):
                return _dated(time, "context")
        return None

    def of_document(self, found: Attribution) -> Dated | None:
        """The date of what a document says: of the encounter that it tells of, else of its publication, if exact."""
        if self._document is None or (found.frame != "voice" and self._said_before(found)):
            return None
        if self._main is not None and self._document.kind == "account":
            return self._main.dated
        published = publication(self._doc)
        if published is None or published.precision != "day":
            return None
        given = next((t for t in self._doc._.detente_times if t.edtf == published), None)
        words = given.evidence if given is not None else Words.at(report_text(self._doc), *found.content[0])
        return Dated(published, words, "report date") if found.content else None

    def _said_before(self, found: Attribution) -> bool:
        """Whether a cue tells of what was said at another time: "had said", "has called"."""
        if found.anchor is None:
            return False
        cue = self._doc[found.anchor]
        return self._document is not None and self._document.kind == "account" and not told_then(cue)

    def hearer(self, found: Attribution, speaker: Reference | None) -> tuple[Reference, Words] | None:
        """Whom a participant of the encounter speaks to, in a report that has nobody speak to the public.

        With the words that date the encounter.
        """
        main = self._main
        if main is None or len(main.people) != 2 or not self._met(speaker) or found.anchor is None:
            return None
        cue = self._doc[found.anchor]
        spoken = found.entry is not None and found.entry.kind == "speech"
        if not spoken or cue.i < main.after or not told_then(cue) or self._is_public:
            return None
        (other,) = (person for person in main.people if speaker is not None and person != speaker.id)
        return self._speakers.cited.person(other), main.dated.words

    def _met(self, speaker: Reference | None) -> bool:
        return self._main is not None and speaker is not None and speaker.id in self._main.people

    @cached_property
    def _is_public(self) -> bool:
        body = opening(self._doc, Zone.BODY)
        return any(token.lower_ in lexicon.public() for sentence in body for token in sentence)

    def _aired(self) -> Dated | None:
        """The day of a transcript that says how it was held, broadcast or recorded: that of publication, if exact."""
        published, text = publication(self._doc), report_text(self._doc)
        head = self._doc[: bisect_left(self._doc, _HEAD, key=lambda token: token.idx)]
        said = next((token for token in head if token.lower_ in words("en/attribution/documents", "held")), None)
        if published is None or published.precision != "day" or said is None:
            return None
        return Dated(published, Words.at(text, said.idx, said.idx + len(said)), "report date")

    def _is_said(self, character: int) -> bool:
        """Whether a date stands in what somebody says rather than around it."""
        at = bisect_right(self._said, (character, sys.maxsize))
        return any(start <= character < end for start, end in self._said[max(0, at - 4) : at])

    def _told_by_somebody(self, time: Time) -> bool:
        """Whether a date is that of a clause which somebody says: "said that the port closed on Tuesday"."""
        span = self._doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
        if span is None or not self._is_said(time.evidence.start):
            return False
        verb = next((each for each in span.root.ancestors if each.tag_ in FINITE), None)
        return verb is None or self._is_said(verb.idx)

    def _is_name(self, time: Time) -> bool:
        """Whether what looks like a date is part of somebody's name: "Theresa May"."""
        near = self._speakers.within(max(time.evidence.start - 40, 0), time.evidence.end)
        return any(each.people and each.start <= time.evidence.start < each.end for each in near)

    def _hangs(self, time: Time, cue: Token) -> bool:
        """Whether a date amid the content is the cue's own all the same: "accused Oslo on Tuesday of stalling"."""
        span = self._doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
        if span is None or span.root.i < cue.i or span.end >= len(self._doc):
            return False
        after = self._doc[span.end]  # else it may as well be that of what is spoken about
        if after.dep_ != "prep" or after.head.i != cue.i:
            return False
        head = span.root.head
        return head.i == cue.i or (head.dep_ == "prep" and head.head.i == cue.i)

    def _encounter(self) -> _Encounter | None:
        doc = self._doc
        published = publication(doc)
        met: dict[int, bool] = {}
        for time in doc._.detente_times:
            if time.edtf is None or time.type not in _DATED or _is_ahead(time.edtf, published):
                continue
            span = doc.char_span(time.evidence.start, time.evidence.end, alignment_mode="expand")
            if span is not None and _dates_encounter(span, met):
                sentence = span.sent
                mentions = self._speakers.within(sentence.start_char, sentence.end_char)
                people = frozenset(person for mention in mentions for person in mention.people)
                return _Encounter(_met_on(time.edtf, time), people, sentence.end)
        return self._in_lead(published)

    def _in_lead(self, published: Date | None) -> _Encounter | None:
        """An encounter that the opening sentences tell of and date, if not in the same words."""
        sentences = list(islice(opening(self._doc, Zone.BODY), _LEAD))
        if not sentences or not any(_meets(word) for sentence in sentences for word in sentence):
            return None
        start, end = sentences[0].start_char, sentences[-1].end_char
        for time in self._doc._.detente_times:
            if time.edtf is None or time.type not in _DATED or time.edtf.precision not in _EXACT:
                continue
            if start <= time.evidence.start < end and not _is_ahead(time.edtf, published):
                mentions = self._speakers.within(start, end)
                people = frozenset(person for mention in mentions for person in mention.people)
                return _Encounter(_met_on(time.edtf, time), people, sentences[0].end)
        return None

    def _refers(self, venue: Token) -> bool:
        encounters = lexicon.encounters()
        for token in venue.subtree:
            if token.lemma_.lower() in encounters or any(word in token.lower_ for word in SETTING.meetings):
                marks = {child.lower_ for child in token.children}
                if marks & SETTING.other:
                    return False
                if marks & SETTING.definite or token.dep_ in {"compound", "amod"}:
                    return True
        return False


def _days(one: tuple[int, int, int], other: tuple[int, int, int]) -> int:
    """From one day to another."""
    return (datetime.date(*other) - datetime.date(*one)).days


def _meets(word: Token) -> bool:
    return (word.pos_ == "NOUN" and word.lemma_.lower() in lexicon.encounters()) or word.lemma_ in SETTING.meeting


def _dates_encounter(date: Span, met: dict[int, bool]) -> bool:
    """Whether a date hangs on an encounter, or stands in a sentence that has one: "met", "spoke by telephone".

    ``met`` keeps, by the token at which a sentence starts, whether it has a noun for one.
    """
    token = date.root
    for _ in range(4):
        token = token.head
        if token.lemma_.lower() in lexicon.encounters():
            return True
        if token.pos_ == "VERB":
            break
    sentence = date.sent
    if sentence.start not in met:
        met[sentence.start] = any(word.pos_ == "NOUN" and _meets(word) for word in sentence)
    if met[sentence.start]:
        return True
    return token.lemma_ in SETTING.meeting or (
        token.lemma_ in SETTING.speaking and any(word.lower_ in SETTING.telephone for word in sentence)
    )


def told_then(cue: Token) -> bool:
    """Whether a cue tells in the past tense that somebody spoke, or would not."""
    return cue.tag_ == "VBD" or any(child.lower_ in SETTING.told_then for child in cue.children if child.dep_ == "aux")


def _dated(time: Time, basis: Basis) -> Dated | None:
    return Dated(time.edtf, time.evidence, basis) if time.edtf is not None else None


def _met_on(date: Date, time: Time) -> Dated:
    """The date of an encounter, without the time of day."""
    day = Date(date.edtf.partition("T")[0], date.part) if date.precision == "time" else date
    return Dated(day, time.evidence, "context")
