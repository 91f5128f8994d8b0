"""A reading -> what each event in it can be known again by, whatever the dispute: pure, and so it can be kept."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from detente.dossier.content import every_stem, subject_of
from detente.dossier.days import day as day_of
from detente.dossier.days import span
from detente.dossier.echoes import Echo, echo_event, echoes
from detente.dossier.extract.agreements import meant
from detente.dossier.layout import Layout
from detente.dossier.phases import phase_of, phases
from detente.dossier.plans import planned
from detente.dossier.published import published
from detente.dossier.teller import teller
from detente.dossier.wording import WIDE, bare_words, in_pieces, is_own
from detente.knowledge.dossier import dossier_words
from detente.model.date import Date
from detente.model.items import Event, Status
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.words import Words

Prominence = Literal["headline", "lead", "body"]
DateBasis = Literal["said", "report date", "context", "publication"]
_NEWS = 6  # paragraphs in which the plain past is news, unless a date says otherwise
_HELD = frozenset(("CONSULT",))  # types of what can be put off
_UNDOING = frozenset(("postpone", "cancel"))  # codes: phases
_AROUND = 90  # characters either side of the trigger that tell what it is about
_DATING = frozenset(("day", "month", "interval"))  # codes: how exact a date is that dates what stands beside it
_BESIDE = 8  # characters of a preposition or adverb between a trigger and its date
_LEAST = 40  # characters of a clause that tells something by itself
_TO_COME = frozenset(("scheduled", "hypothetical"))  # codes: states of an event
_WEEK = 6  # days from its first to its last
_NEAR = 80  # characters between a trigger and a date that may be its own


class Traits(Struct, frozen=True, array_like=True, gc=False):
    """Of an event by its id: what the reading has of it, and what else its report lets one know."""

    item: str
    what: Words
    type: str | None
    status: Status
    actors: tuple[Reference, ...]
    targets: tuple[Reference, ...]
    place: str | None
    own_date: Date | None  #: as the reading has it; ``date`` is also what the report lets one infer
    prominence: Prominence
    paragraph: int  #: of the body, from 0; 0 for a headline
    sentence: tuple[int, int]
    says: str  #: the sentence
    clause: Words | None  #: who did what to whom, where that says more than its own words and goes on one line
    date: Date | None
    date_basis: DateBasis
    due: Date | None  #: of what is told as done: the day to come that stands beside it ("called a vote for May 3")
    words: frozenset[str]  #: stems of the content words around it
    subject: str | None
    phase: str | None
    own: bool  #: whether its own words name the subject or the phase, and not only what stands around them
    head: str  #: the stem of the one word that carries it
    is_off: bool  #: whether it only names a meeting of which its sentence says that it was put off or called off
    is_question: bool  #: whether its sentence asks
    leans: bool  #: whether its sentence leans on what stands before it: "She was referring to", "We have agreed"
    is_verb: bool  #: whether a verb carries it
    is_general: bool  #: whether it is told in the simple present, as no act of words: "such disputes are settled"
    agreement: str | None  #: of what tells of an agreement, by which key that goes (``extract/agreements.py``)
    by: str | None  #: who says it in this report; null where the report does
    echo: Echo | None  #: of an event that no reading has: where and how it stands


def traits_of(reading: Reading, layout: Layout) -> Iterator[Traits]:
    """Those of a reading's events, of what is due, and of echoes."""
    for event in (*(reading.events or ()), *planned(reading)):
        yield _traits(reading, layout, event)
    for identity, sentence, echo in echoes(reading, layout):
        yield _traits(reading, layout, echo_event(reading.report.text, identity, echo, sentence), echo)


def _traits(reading: Reading, layout: Layout, event: Event, echo: Echo | None = None) -> Traits:
    what, tokens, text = event.what, layout.tokens, reading.report.text
    sentence = layout.sentence_at(what.start, what.end)
    start, end = max(sentence[0], what.start - _AROUND), min(sentence[1], what.end + _AROUND)
    own = every_stem(text[_word_start(text, what.start) : what.end])
    before = tokens.stems[tokens.within(start, what.start)]
    after = tokens.stems[tokens.within(what.end, end)]
    subject = subject_of(own) or subject_of(reversed(before)) or subject_of(after)
    phase = (echo.phase if echo else None) or phase_of(own) or phase_of(after[:4]) or phase_of(before[-4:])
    is_own = subject_of(own) is not None or phase_of(own) is not None
    at, made = layout.place_of(what.start), event.instance
    date, basis, due = _date(reading, event, at, sentence)
    if basis == "publication" and echo is not None and (subject, phase) == ("agreement", "hold"):
        date, basis = None, "said"  # that a truce has held is no news of the day
    told = text[slice(*sentence)]
    return Traits(
        event.id, what, event.type, event.status, event.source, event.target, event.place, event.date, *at, sentence,
        told, _clause(event), date, basis, due, tokens.content(start, end), subject, phase, is_own, _head(event),
        _is_off(event, phase, layout, sentence), told.rstrip("\"”’')] \n").endswith("?"), _leans(told),
        made is not None and made.pos == "VERB", _is_general(event, at[0]),
        meant(reading, text, what, sentence) if subject == "agreement" else None, teller(reading, event), echo,
    )  # fmt: skip


def _clause(event: Event) -> Words | None:
    one = event.clause
    tells = one is not None and one.start < event.what.start and _LEAST <= len(in_pieces(one)) <= 2 * WIDE
    return one if tells else None


def _leans(sentence: str) -> bool:
    words = bare_words(sentence)
    return bool(words) and (words[0] in dossier_words().leaning or is_own(words))


def _is_general(event: Event, prominence: Prominence) -> bool:
    made = event.instance
    plain = made is not None and made.tense == "PRESENT" and made.aspect == "NONE" and event.statement is None
    return plain and prominence != "headline" and event.status == "occurred"


def _head(event: Event) -> str:
    words = every_stem((event.instance.word if event.instance is not None else event.what).text)
    return words[-1] if words else ""


def _is_off(event: Event, phase: str | None, layout: Layout, sentence: tuple[int, int]) -> bool:
    if event.type not in _HELD or phase in _UNDOING:
        return False
    named = phases(layout.tokens.stems[layout.tokens.within(*sentence)])
    return not _UNDOING.isdisjoint(one.name for one in named)


def _date(
    reading: Reading, event: Event, at: tuple[Prominence, int], sentence: tuple[int, int]
) -> tuple[Date | None, DateBasis, Date | None]:
    """Its own date; else that of its sentence; of news the day of publication. What is told further down has none."""
    day = published(reading)
    happened = event.status in ("occurred", "ongoing")
    ahead = event.date is not None and day is not None and day.before(event.date)
    if event.date is not None and not (happened and ahead):
        basis = next((one.basis for one in event.inferred if one.field == "date"), "said")
        known = _until(event.date, day) if happened else event.date
        return known, "report date" if basis == "report date" else "context" if basis != "said" else "said", None
    beside, due = event.date or _beside(reading, event, sentence), None
    if happened and beside is not None and day is not None and day.before(beside):
        beside, due = None, beside
    if beside is not None:
        return _until(beside, day) if happened else beside, "context", None
    if happened and not _past_perfect(event) and (at[0] != "body" or _is_news(event, at[1], due)):
        return day, "publication", due
    return None, "said", due


def _until(date: Date, day: Date | None) -> Date:
    """What is told as done "this week" was done by the day of the report."""
    whole, last = span(date), span(day)
    if whole is None or last is None or whole[1] - whole[0] > _WEEK or not whole[0] < last[1] < whole[1]:
        return date
    return Date(f"{day_of(whole[0])}/{day_of(last[1])}")


def _beside(reading: Reading, event: Event, sentence: tuple[int, int]) -> Date | None:
    """The date nearest to an event in its sentence, unless another event stands between them."""
    what, day = event.what, published(reading)
    told = [one for one in reading.events or () if sentence[0] <= one.what.start < sentence[1]]
    near = [
        (gap, str(time.edtf), time.edtf)
        for time in reading.times or ()
        if time.type == "DATE" and time.edtf is not None and sentence[0] <= time.evidence.start < sentence[1]
        and time.edtf.precision in _DATING
        and (gap := _gap(time.evidence, what)) <= _NEAR
        and (others := [one.what for one in told if _may_have(one, time.edtf, day)]) is not None
        and not any(what.end <= other.start < time.evidence.start for other in others)
        and not (time.evidence.end <= what.start and any(_leads_to(other, time.evidence) for other in others))
    ]  # fmt: skip
    return min(near)[2] if near else None


def _may_have(one: Event, date: Date, day: Date | None) -> bool:
    """Whether a date may be of an event: one that is past by the report is not of what is still to come."""
    return one.status not in _TO_COME or day is None or not date.before(day)


def _leads_to(other: Words, time: Words) -> bool:
    """Whether a date stands right behind an event's words, a preposition between: "were to have begun on Monday"."""
    return 0 <= time.start - other.end <= _BESIDE


def _gap(one: Words, other: Words) -> int:
    """How many characters lie between two passages."""
    return max(one.start - other.end, other.start - one.end)


def _word_start(text: str, at: int) -> int:
    """Where the word begins that a place is in: a trigger may be the second half of one with a hyphen."""
    while at > 0 and (text[at - 1].isalnum() or text[at - 1] == "-"):
        at -= 1
    return at


def _is_news(event: Event, paragraph: int, due: Date | None) -> bool:
    """Whether it is told as new: in the present, as an act of words, or in the plain past.

    Of the plain past what stands near the head of a report is news, and what sets a day to come.
    """
    made = event.instance
    if event.statement is not None:
        return True
    if made is None or made.aspect.startswith("PERFECTIVE"):
        return False
    return made.tense == "PRESENT" or (made.tense == "PAST" and (paragraph < _NEWS or due is not None))


def _past_perfect(event: Event) -> bool:
    made = event.instance
    return made is not None and made.tense == "PAST" and made.aspect.startswith("PERFECTIVE")
