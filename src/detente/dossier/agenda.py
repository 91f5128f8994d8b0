"""Sources and events -> what lay and lies ahead, each with its history of steps.

Each step is one report's word: scheduled, confirmed, postponed, cancelled, held, halted. A step belongs to what is due
on its date under the same subject, or to what was last due under it; "passed" is what no report tells the end of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from detente.dossier.content import content, every_stem
from detente.dossier.days import Span, overlap, span
from detente.dossier.mention import Mention
from detente.dossier.phases import phases
from detente.dossier.plans import is_plan
from detente.dossier.source import Source
from detente.dossier.wording import WIDE, line_of
from detente.model.date import Date
from detente.model.references import Reference
from detente.model.words import Words

StepStatus = Literal["scheduled", "confirmed", "postponed", "cancelled", "held", "halted", "passed"]
PLANNED = frozenset(("scheduled", "confirmed", "postponed", "cancelled"))  # codes: steps of what is or was to come
_UNDOING = frozenset(("postponed", "cancelled", "halted"))  # codes: steps that may name another date than was given
_LIVE = 45  # days after which what was due is not meant any more by "the talks"
_MOST = 100  # things of one subject that may be meant, those spoken of last
_RECENT = 6  # steps of one thing that another is compared with
_SLACK = 0
_SAME_DAY = 0.5  # added to how alike two steps are
_ALIKE = 0.15  # of words; below it not even the same date makes one thing of two
_OF_PHASE: dict[str, StepStatus] = {  # codes: phases and steps
    "begin": "held", "hold": "held", "end": "halted", "leave": "halted", "postpone": "postponed", "cancel": "cancelled",
}  # fmt: skip
_OPEN = frozenset(
    ("talks", "meeting", "election", "visit", "ruling", "exercise", "flight", "deadline")  # codes: subjects
)


@dataclass(frozen=True, slots=True)
class Step:
    """One report's word on what is due: that it is, when, and what became of it."""

    status: StepStatus
    date: Date | None  #: for which it is due, or on which it was held
    source: Source
    words: Words
    sentence: tuple[int, int]
    who: tuple[Reference, ...]
    subject: str | None
    stems: frozenset[str]
    item: str  #: the id of the item of the reading

    @property
    def key(self) -> tuple[int, int, int, str]:
        """Its place: by publication, then by the text; of words that begin together the longer first."""
        return self.source.number, self.words.start, -self.words.end, self.item

    def line(self, most: int = WIDE) -> str:
        """The sentence that tells it, on one line, around its words where it is long."""
        return line_of(self.source.text, self.sentence, self.words, most)


@dataclass(frozen=True, slots=True)
class Due:
    """Something on the agenda. ``id`` is that of its first step's item."""

    id: str
    subject: str | None
    status: StepStatus
    date: Date | None  #: the last that was given
    history: tuple[Step, ...]

    @property
    def what(self) -> str:
        """It in the words of the last report that tells it as due on its day, else of its first step."""
        return self.line()

    def line(self, most: int = WIDE) -> str:
        """Likewise, on one line of so many characters."""
        due = [step for step in self.history if step.status in ("scheduled", "confirmed", "postponed")]
        due = [step for step in due if step.date == self.date] or due
        return (due[-1] if due else self.history[0]).line(most)

    @property
    def who(self) -> tuple[Reference, ...]:
        """Whom the steps name, each once."""
        return tuple({one.id or one.name: one for step in self.history for one in step.who}.values())

    @property
    def was_due(self) -> bool:
        """Whether a report told of it as still to come, and not only that it was held."""
        return any(step.status in PLANNED for step in self.history)

    def is_ahead(self, today: Date | None) -> bool:
        """Whether it is still to come on a day; of what has no date, whether nothing says that it is over."""
        if self.status not in ("scheduled", "confirmed", "postponed"):
            return False
        return self.date is None or today is None or not self.date.before(today)


def agenda(given: Sequence[Source], mentions: Iterable[Mention], today: Date | None) -> list[Due]:
    """What was and is due, by date; ``today`` is the day that the dossier is of."""
    steps = sorted(_later([*_ahead(given), *_told(mentions)]), key=lambda step: (*step.key, step.status))
    live: defaultdict[str, list[_Thread]] = defaultdict(list)  # of each subject, those spoken of last at the end
    every: list[_Thread] = []
    seen: set[tuple[int, tuple[int, int], StepStatus, Date | None]] = set()
    for step in steps:
        at = step.source.number, step.sentence, step.status, step.date
        if at in seen:
            continue
        seen.add(at)
        threads = live[step.subject or "other"] = _alive(live[step.subject or "other"], step)
        own = _belongs(step, threads)
        if own is None:
            own = _Thread()
            every.append(own)
        else:
            threads.remove(own)
        own.take(step)
        threads.append(own)
    found = [_due(thread.steps, today) for thread in every if _worth(thread.steps)]
    return sorted(found, key=lambda due: (due.date is None, due.date or Date("9999"), due.history[0].key))


def _ahead(given: Sequence[Source]) -> Iterator[Step]:
    for source in given:
        for item, plan in zip(source.reading.ahead or (), source.digest.plans, strict=True):
            yield _step(plan.status, item.date, source, item.what, item.who, plan.subject, item.id, plan.sentence)


def _told(mentions: Iterable[Mention]) -> Iterator[Step]:
    for one in mentions:
        event, date = one.event, one.date
        if is_plan(event.id):
            continue
        status: StepStatus | None = None
        if event.status == "scheduled":
            status = "postponed" if one.phase == "postpone" else "scheduled"
        elif one.subject not in _OPEN:
            continue
        elif one.due is not None:
            status, date = "postponed" if one.phase == "postpone" else "scheduled", one.due
        elif event.status in ("occurred", "ongoing") and one.is_off:
            status = _fell_through(one)
        elif event.status in ("occurred", "ongoing") and one.phase is not None:
            status = _OF_PHASE[one.phase]
        elif event.status in ("occurred", "ongoing") and event.type == "CONSULT":
            status = _fell_through(one) or "held"
        elif event.status == "hypothetical" and one.phase in ("begin", "hold") and event.date is not None:
            status = "scheduled"
        if status in ("scheduled", "postponed") and one.due is None and _is_of_the_news(one):
            date = None
        if status is not None:
            who = (*event.source, *event.target)
            yield _step(status, date, one.source, event.what, who, one.subject, event.id, one.sentence)


def _is_of_the_news(one: Mention) -> bool:
    """Whether its date is the day on which it was told, and not the day of what is due."""
    past = one.span is not None and one.published is not None and one.span[1] < one.published
    return one.date_basis == "publication" or (past and one.date_basis == "context")


def _fell_through(one: Mention) -> StepStatus | None:
    """What its sentence says of a meeting that its own words only name: "the talks, which were put off"."""
    found = {phase.name for phase in phases(every_stem(one.source.text[slice(*one.sentence)]))}
    return "cancelled" if "cancel" in found else "postponed" if "postpone" in found else None


def _later(steps: Iterable[Step]) -> list[Step]:
    """The steps without the old date of what its sentence says is off: "planned for March 20, put off to April 3"."""
    every = list(steps)
    off = {(step.source.number, step.sentence) for step in every if step.status == "cancelled"}
    every = [one for one in every if one.status != "scheduled" or (one.source.number, one.sentence) not in off]
    latest: dict[tuple[int, tuple[int, int]], Date] = {}
    for step in every:
        if step.status == "postponed" and step.date is not None:
            at = step.source.number, step.sentence
            latest[at] = max(step.date, latest.get(at, step.date))
    return [
        step
        for step in every
        if (newest := latest.get((step.source.number, step.sentence))) is None
        or step.status not in ("postponed", "scheduled")
        or step.date == newest
    ]


def _step(
    status: StepStatus, date: Date | None, source: Source, words: Words, who: tuple[Reference, ...],
    subject: str | None, item: str, sentence: tuple[int, int],
) -> Step:  # fmt: skip
    stems = frozenset(content(source.text[max(0, words.start - 60) : words.end + 60]))
    known = date if date is not None and date.earliest is not None else None
    return Step(status, known, source, words, sentence, who, subject, stems, item)


class _Thread:
    """The steps of one thing that is due, in order."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.due: Span | None = None  #: the last date that was given
        self.told: Span | None = None  #: when it was last spoken of

    def take(self, step: Step) -> None:
        """Add a step."""
        self.steps.append(step)
        self.due = span(step.date) or self.due
        self.told = span(step.source.published)


def _alive(threads: list[_Thread], step: Step) -> list[_Thread]:
    """The threads that a report of this day may still mean."""
    at = span(step.source.published)
    if at is None:
        return threads[-_MOST:]
    return [one for one in threads[-_MOST:] if one.told is None or at[1] - one.told[0] <= _LIVE]


def _belongs(step: Step, threads: list[_Thread]) -> _Thread | None:
    """The thread that a step belongs to: what is due on its date, else what was last due and is most like it."""
    days = span(step.date)
    best: tuple[float, _Thread] | None = None
    for thread in threads:
        same_day = days is not None and thread.due is not None and overlap(days, thread.due, _SLACK)
        if days and thread.due and not same_day and step.status not in _UNDOING:
            continue
        like = max(_like(step, other) for other in thread.steps[-_RECENT:])
        if like < _ALIKE:
            continue
        like += _SAME_DAY if same_day else 0
        if like >= (0.25 if step.subject else 0.6) and (best is None or like >= best[0]):
            best = like, thread
    return best[1] if best else None


def _like(one: Step, other: Step) -> float:
    shared = len(one.stems & other.stems)
    return shared / max(1, min(len(one.stems), len(other.stems)))


def _worth(thread: Sequence[Step]) -> bool:
    """Whether it is a matter of the agenda: told as due with a date, or a meeting that was held or fell through."""
    due = any(step.status in ("scheduled", "confirmed", "postponed") for step in thread)
    return due or any(step.subject in _OPEN for step in thread)


def _due(thread: list[Step], today: Date | None) -> Due:
    history: list[Step] = []
    dated = {(step.source.number, step.status) for step in thread if step.date is not None}
    for step in thread:
        if step.date is None and (step.source.number, step.status) in dated:
            continue  # its report says when, elsewhere
        again = step.status == "scheduled" and any(
            before.status in ("scheduled", "postponed") and before.source.number < step.source.number
            and step.date is not None and before.date is not None and step.date.within(before.date)
            for before in history
        )  # fmt: skip
        history.append(replace(step, status="confirmed") if again else step)
    dates = [step.date for step in history if step.date is not None]
    status = history[-1].status
    date = dates[-1] if dates else None
    if (
        status in ("scheduled", "confirmed", "postponed")
        and date is not None
        and today is not None
        and date.before(today)
    ):
        status = "passed"
    return Due(history[0].item, history[0].subject, status, date, tuple(history))
