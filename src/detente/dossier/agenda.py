"""Sources and events -> what lay and lies ahead, each with its history of steps.

Each step is one report's word: scheduled, confirmed, postponed, cancelled, held, halted. A step belongs to what is due
on its date under the same subject, or to what was last due under it; "passed" is what no report tells the end of.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec.structs import astuple, replace

from detente.dossier.days import Span, overlap, span
from detente.dossier.extract.steps import OPEN, StepStatus, StepTold
from detente.dossier.source import Source
from detente.dossier.wording import WIDE, line_of
from detente.model.date import Date
from detente.model.references import Reference

PLANNED = frozenset(("scheduled", "confirmed", "postponed", "cancelled"))  # codes: steps of what is or was to come
_UNDOING = frozenset(("postponed", "cancelled", "halted"))  # codes: steps that may name another date than was given
_LIVE = 45  # days after which what was due is not meant any more by "the talks"
_MOST = 100  # things of one subject that may be meant, those spoken of last
_RECENT = 6  # steps of one thing that another is compared with
_SAME_DAY = 0.5  # added to how alike two steps are
_OF_SUBJECT, _OF_NONE = 0.25, 0.6  # how alike a step is to what it belongs to, of one subject or none
_ALIKE = 0.15  # of words; below it not even the same date makes one thing of two


class Step(StepTold, frozen=True, array_like=True, gc=False):
    """One report's word on what is due, with its report."""

    source: Source

    @property
    def key(self) -> tuple[int, int, int, str]:
        """Its place: by publication, then by the text; of words that begin together the longer first."""
        return self.source.number, self.words.start, -self.words.end, self.item

    def line(self, most: int = WIDE) -> str:
        """The sentence that tells it, on one line, around its words where it is long."""
        return line_of(self.says, self.sentence[0], self.words, most)


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
        """Whether it is still to come on a day; of what has no date, whether reports told of it lately, and no end."""
        if self.status not in ("scheduled", "confirmed", "postponed"):
            return False
        if self.date is not None:
            return today is None or not self.date.before(today)
        told, now = span(self.history[-1].source.published), span(today)
        return told is None or now is None or now[1] - told[1] <= _LIVE


def agenda(given: Iterable[Source], today: Date | None) -> list[Due]:
    """What was and is due, by date; ``today`` is the day that the dossier is of."""
    live: defaultdict[str, list[_Thread]] = defaultdict(list)  # of each subject, those spoken of last at the end
    every: list[_Thread] = []
    for step in (step for source in given for step in _steps(source)):
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


def with_step(due: Due, step: Step) -> Due:
    """The same with one more step, which gives its state."""
    return Due(due.id, due.subject, step.status, due.date, (*due.history, step))


def _steps(source: Source) -> Iterator[Step]:
    return (of_source(told, source) for told in source.digest.steps)


def of_source(told: StepTold, source: Source) -> Step:
    """A step with its report."""
    return Step(*astuple(told), source)  # type: ignore[call-arg]  # fields and one more


class _Thread:
    """The steps of one thing that is due, in order."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.stems: frozenset[str] = frozenset()  #: of its last steps
        self.least = 0  #: the fewest stems that one of these has
        self.due: Span | None = None  #: the last date that was given
        self.told: Span | None = None  #: when it was last spoken of

    def like(self, step: Step) -> float:
        """How like a step is to the one of its last steps that is most like it."""
        return max(_like(step, other) for other in self.steps[-_RECENT:])

    def take(self, step: Step) -> None:
        """Add a step."""
        self.steps.append(step)
        recent = self.steps[-_RECENT:]
        self.stems = frozenset().union(*(one.stems for one in recent))
        self.least = min(len(one.stems) for one in recent)
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
    days, stems, moves = span(step.date), step.stems, step.status in _UNDOING
    enough = _OF_SUBJECT if step.subject else _OF_NONE
    best, found = enough, None
    for thread in threads:
        due = thread.due
        same_day = days is not None and due is not None and overlap(days, due)
        if days and due and not same_day and not moves:
            continue
        bonus = _SAME_DAY if same_day else 0
        most = len(thread.stems & stems) / max(1, min(len(stems), thread.least))  # no step of it can be more alike
        if most >= _ALIKE and most + bonus >= best and (like := thread.like(step)) >= _ALIKE and like + bonus >= best:
            best, found = like + bonus, thread
    return found


def _like(one: Step, other: Step) -> float:
    shared = len(one.stems & other.stems)
    return shared / max(1, min(len(one.stems), len(other.stems)))


def _worth(thread: Sequence[Step]) -> bool:
    """Whether it is a matter of the agenda: told as due with a date, or a meeting that was held or fell through."""
    due = any(step.status in ("scheduled", "confirmed", "postponed") for step in thread)
    return due or any(step.subject in OPEN for step in thread)


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
