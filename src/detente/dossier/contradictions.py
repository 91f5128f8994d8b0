"""Events, figures and positions -> what reports or parties contradict one another in, each side with its words."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from detente.dossier.content import content
from detente.dossier.days import span
from detente.dossier.event import DossierEvent
from detente.dossier.figures import Given
from detente.dossier.positions import Line, Stance
from detente.dossier.source import Source

_SHARED, _PART = 2, 0.25  # content words that a denial has in common with what it answers; of the longer, a share
_TOGETHER = 10  # days within which two voices of one party contradict each other, and later one moved


@dataclass(frozen=True, slots=True)
class Side:
    """What one side has, in its words or as a value, and the report that tells it."""

    who: str | None
    says: str
    source: Source


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Two sides or more that cannot both be right; ``about`` says in what."""

    about: str
    sides: tuple[Side, ...]


def contradictions(
    events: Iterable[DossierEvent], figures: Iterable[tuple[Given, Given]], lines: Iterable[Line]
) -> list[Contradiction]:
    """Denials of events, figures of one time, two accounts, and two voices of one party; the newest report first."""
    held = list(lines)
    every = [*_events(events), *map(_figures, figures), *_accounts(held), *_voices(held)]
    return sorted(every, key=lambda one: (-max(side.source.number for side in one.sides), one.about))


def _events(events: Iterable[DossierEvent]) -> Iterator[Contradiction]:
    for event in events:
        denial = event.voice.denial
        if denial is not None:
            who = denial.event.by.name if denial.event.by else None
            no = Side(who, " ".join(denial.says.split()), denial.source)
            yield Contradiction("whether it happened", (Side(event.voice.by, event.clause, event.told.source), no))


def _figures(pair: tuple[Given, Given]) -> Contradiction:
    sides = tuple(
        Side(one.figure.said_by.name if one.figure.said_by else one.source.outlet, one.text, one.source) for one in pair
    )
    return Contradiction(" ".join(pair[0].figure.of.text.split()) if pair[0].figure.of else "a figure", sides)


def _accounts(lines: Sequence[Line]) -> Iterator[Contradiction]:
    """What one party asserts and another denies, in words that they share."""
    asserted: defaultdict[str, _Asserted] = defaultdict(_Asserted)
    for line in lines:
        for stance in line.stances:
            if stance.stance == "asserts":
                asserted[line.issue].take(line, stance)
    for line in lines:
        for denial in line.stances:
            found = asserted[line.issue].answered(line, denial) if denial.stance == "denies" else None
            if found is not None:
                sides = (_side(*found), _side(line, denial))
                yield Contradiction(f"{line.party} denies what {found[0].party} says", sides)


class _Asserted:
    """What is asserted on one issue, by its words."""

    def __init__(self) -> None:
        self._every: list[tuple[Line, Stance]] = []
        self._sizes: list[int] = []  # content words of each
        self._with: defaultdict[str, list[int]] = defaultdict(list)

    def take(self, line: Line, stance: Stance) -> None:
        """Add an assertion."""
        words = set(content(stance.claim.text))
        for word in words:
            self._with[word].append(len(self._every))
        self._sizes.append(len(words))
        self._every.append((line, stance))

    def answered(self, line: Line, denial: Stance) -> tuple[Line, Stance] | None:
        """The last assertion of another party, told before it or with it, that a denial answers."""
        words = set(content(denial.claim.text))
        shared = Counter(place for word in words for place in self._with.get(word, ()))
        for place in sorted((place for place, count in shared.items() if count >= _SHARED), reverse=True):
            if shared[place] < _PART * max(len(words), self._sizes[place]):
                continue
            other, stance = self._every[place]
            if other.party != line.party and stance.source.number <= denial.source.number:
                return other, stance
        return None


def _side(line: Line, stance: Stance) -> Side:
    return Side(line.party, " ".join(stance.claim.text.split()), stance.source)


def _voices(lines: Iterable[Line]) -> Iterator[Contradiction]:
    for line in lines:
        for one, other in pairwise(line.stances):
            voices = {_speaker(one), _speaker(other)}
            if other.change == "shifted" and _close(one, other) and len(voices) == 2 and None not in voices:
                sides = (Side(_speaker(each), " ".join(each.claim.text.split()), each.source) for each in (one, other))
                yield Contradiction(f"{line.party} on {line.issue}", tuple(sides))


def _speaker(stance: Stance) -> str | None:
    return stance.by.name if stance.by is not None and stance.by.kind == "person" else None


def _close(one: Stance, other: Stance) -> bool:
    first, second = span(one.date), span(other.date)
    return first is not None and second is not None and 0 <= second[0] - first[0] <= _TOGETHER
