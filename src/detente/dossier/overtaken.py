"""What is due and sources -> the same, where a later report tells of another thing that it will not come, or has come.

Reports return to what is due in other words and under other subjects: "the surcharge, which was to have been lifted by
Friday, remains" ends every plan to lift it, and whether to license a mine is decided once the licence is granted.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from detente.dossier.agenda import Due, Step, of_source, with_step
from detente.dossier.content import every_stem
from detente.dossier.extract.steps import StepTold
from detente.dossier.source import Source
from detente.dossier.traits import Traits
from detente.knowledge.dossier import dossier_words
from detente.model.date import Date
from detente.model.references import Reference

_ALIKE = 0.3  # share of the words of the shorter that two have in common
_LEAST = 4  # words in common


def overtaken(found: Iterable[Due], given: Sequence[Source], today: Date | None) -> list[Due]:
    """The agenda, with what later reports tell of what is still ahead in it on some day."""
    off = _Off(given)
    return [_closed(due, given, off) if due.date is not None and due.is_ahead(today) else due for due in found]


def _closed(due: Due, given: Sequence[Source], off: _Off) -> Due:
    last = next(step for step in reversed(due.history) if step.date is not None)
    if (step := off.meant(last)) is not None:
        return with_step(due, step)
    for source in given[last.source.number :] if _is_open(last) else ():
        for one in source.digest.mentions:
            if one.status == "occurred" and _is_alike(last.stems, one.words) and _fit(one.actors, last.who):
                return with_step(due, _decided(one, last, source))
    return due


class _Off:
    """What reports call off, by its words."""

    def __init__(self, given: Iterable[Source]) -> None:
        told = ((step, source) for source in given for step in source.digest.steps)
        self._every = [of_source(step, source) for step, source in told if step.status == "cancelled"]
        self._with: defaultdict[str, list[int]] = defaultdict(list)
        for place, step in enumerate(self._every):
            for stem in step.stems:
                self._with[stem].append(place)

    def meant(self, last: Step) -> Step | None:
        """The first that a later report calls off and that is alike."""
        shared = Counter(place for stem in last.stems for place in self._with.get(stem, ()))
        for place in sorted(place for place, count in shared.items() if count >= _LEAST):
            step = self._every[place]
            later = step.source.number > last.source.number
            if later and _is_alike(last.stems, step.stems) and _may_be(last, step):
                return step
        return None


def _may_be(last: Step, step: Step) -> bool:
    """Whether a step may be of it: of none or of the same that goes on."""
    return step.subject is None or last.subject in (None, step.subject)


def _is_open(last: Step) -> bool:
    """Whether what is due is a decision on something."""
    words = every_stem(last.words.text)
    return any(word in words for word in dossier_words().undecided)


def _is_alike(one: Iterable[str], other: Iterable[str]) -> bool:
    first, second = frozenset(one), frozenset(other)
    shared = len(first & second)
    return shared >= _LEAST and shared >= _ALIKE * min(len(first), len(second))


def _fit(actors: Sequence[Reference], who: Sequence[Reference]) -> bool:
    """Whether somebody does it who is to do what is due, as far as both say who."""
    ids = {one.id or one.name for one in who}
    return not ids or not actors or any((one.id or one.name) in ids for one in actors)


def _decided(one: Traits, last: Step, source: Source) -> Step:
    stems = frozenset(one.words)
    held = StepTold("held", one.date, one.what, one.sentence, one.says, one.actors, last.subject, stems, one.item)
    return of_source(held, source)
