"""A reading and the traits of its events -> its steps: what it says of what is due, and what became of it.

In order of the text; of a sentence that says that something is off, the old date is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Literal

from msgspec import Struct

from detente.dossier.content import content, every_stem, subject_of
from detente.dossier.layout import Layout
from detente.dossier.phases import phases
from detente.dossier.plans import is_plan
from detente.dossier.published import published
from detente.dossier.traits import Traits
from detente.knowledge.dossier import dossier_words
from detente.model.date import Date
from detente.model.items import Ahead
from detente.model.reading import Reading
from detente.model.references import Reference
from detente.model.words import Words

StepStatus = Literal["scheduled", "confirmed", "postponed", "cancelled", "held", "halted", "passed"]
_PLAN: dict[str, StepStatus] = {  # codes: states of what is ahead
    "due": "scheduled", "postponed": "postponed", "cancelled": "cancelled",
}  # fmt: skip
_OF_PHASE: dict[str, StepStatus] = {  # codes: phases and steps
    "begin": "held", "hold": "held", "end": "halted", "leave": "halted", "postpone": "postponed", "cancel": "cancelled",
}  # fmt: skip
OPEN = frozenset(
    ("talks", "meeting", "election", "visit", "ruling", "exercise", "flight", "deadline")  # codes: subjects
)
_LEADING = 14  # characters before an event's words, and of them, that may say so
_AROUND = 60  # characters either side of the words that tell what it is about


class StepTold(Struct, frozen=True, array_like=True, gc=False):
    """One report's word on what is due: that it is, when, and what became of it."""

    status: StepStatus
    date: Date | None  #: for which it is due, or on which it was held
    words: Words
    sentence: tuple[int, int]
    says: str  #: the sentence
    who: tuple[Reference, ...]
    subject: str | None
    stems: frozenset[str]
    item: str  #: the id of the item of the reading


def steps_of(reading: Reading, layout: Layout, told: Sequence[Traits]) -> list[StepTold]:
    """The steps of a reading, in the order of its text; of words that begin together the longer first."""
    every = _later([*_ahead(reading, layout), *_told(layout.text, told, published(reading))])
    every.sort(key=lambda step: (step.words.start, -step.words.end, step.item, step.status))
    first: dict[tuple[tuple[int, int], StepStatus, Date | None], StepTold] = {}
    for step in every:
        first.setdefault((step.sentence, step.status, step.date), step)
    return list(first.values())


def _ahead(reading: Reading, layout: Layout) -> Iterator[StepTold]:
    for item in reading.ahead or ():
        stems = every_stem(item.what.text)
        sentence = layout.sentence_at(item.what.start, item.what.end)
        who, subject = item.who, subject_of(stems)
        yield _step(layout.text, _plan(item, stems), item.date, item.what, sentence, who, subject, item.id)


def _plan(item: Ahead, stems: Sequence[str]) -> StepStatus:
    """Its state, which its own words may tell where the reading has it as due."""
    status = _PLAN[item.status]
    named = {phase.name for phase in phases(stems)} if status == "scheduled" else set()
    return "cancelled" if "cancel" in named else "postponed" if "postpone" in named else status


def _told(text: str, told: Iterable[Traits], day: Date | None) -> Iterator[StepTold]:
    for one in told:
        found = None if is_plan(one.item) else _status(text, one)
        if found is not None:
            status, date = found
            if status in ("scheduled", "postponed") and one.due is None and _is_of_the_news(one, day):
                date = None
            who = (*one.actors, *one.targets)
            yield _step(text, status, date, one.what, one.sentence, who, one.subject, one.item)


def _is_of_the_news(one: Traits, day: Date | None) -> bool:
    """Whether its date is the day on which it was told, and not the day of what is due."""
    told = one.date is not None and day is not None and not day.before(one.date)
    return one.date_basis == "publication" or (told and one.date_basis == "context")


def _status(text: str, one: Traits) -> tuple[StepStatus, Date | None] | None:
    """What an event says of something on the agenda, and for which day; null where it says nothing."""
    if one.status == "scheduled" and _is_unmet(text, one):
        return _fell_through(text, one) or "cancelled", one.date
    if one.status == "scheduled":
        return "postponed" if one.phase == "postpone" else "scheduled", one.date
    if one.subject not in OPEN:
        return None
    if one.due is not None:
        return "postponed" if one.phase == "postpone" else "scheduled", one.due
    status: StepStatus | None = None
    if one.status in ("occurred", "ongoing"):
        if one.is_off:
            status = _fell_through(text, one)
        elif one.phase is not None:
            status = _OF_PHASE[one.phase]
        elif one.type == "CONSULT":
            status = _fell_through(text, one) or "held"
    elif one.status == "hypothetical" and one.phase in ("begin", "hold") and one.own_date is not None:
        status = "scheduled"
    return (status, one.date) if status is not None else None


def _is_unmet(text: str, one: Traits) -> bool:
    """Whether its words say that it was to happen and did not: "which were to have begun on Monday"."""
    before = text[max(one.sentence[0], one.what.start - _LEADING) : one.what.start + _LEADING]
    words = " ".join(before.casefold().split())
    return any(phrase in words for phrase in dossier_words().unmet)


def _fell_through(text: str, one: Traits) -> StepStatus | None:
    """What its sentence says of a meeting that its own words only name: "the talks, which were put off"."""
    found = {phase.name for phase in phases(every_stem(text[slice(*one.sentence)]))}
    return "cancelled" if "cancel" in found else "postponed" if "postpone" in found else None


def _later(steps: Iterable[StepTold]) -> list[StepTold]:
    """The steps without the old date of what its sentence says is off: "planned for March 20, put off to April 3"."""
    every = list(steps)
    off = {step.sentence for step in every if step.status == "cancelled"}
    every = [one for one in every if one.status != "scheduled" or one.sentence not in off]
    latest: dict[tuple[int, int], Date] = {}
    for step in every:
        if step.status == "postponed" and step.date is not None:
            latest[step.sentence] = max(step.date, latest.get(step.sentence, step.date))
    return [
        step
        for step in every
        if (newest := latest.get(step.sentence)) is None
        or step.status not in ("postponed", "scheduled")
        or step.date == newest
    ]


def _step(
    text: str, status: StepStatus, date: Date | None, words: Words, sentence: tuple[int, int],
    who: tuple[Reference, ...], subject: str | None, item: str,
) -> StepTold:  # fmt: skip
    stems = frozenset(content(text[max(0, words.start - _AROUND) : words.end + _AROUND]))
    known = date if date is not None and date.earliest is not None else None
    return StepTold(status, known, words, sentence, text[slice(*sentence)], who, subject, stems, item)
