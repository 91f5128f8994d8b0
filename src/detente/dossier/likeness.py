"""Two mentions -> how alike they are, and why they are or are not one happening."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from detente.dossier.content import subject_of
from detente.dossier.days import Span, overlap
from detente.dossier.mention import Mention

SLACK = 1  #: days between two dates that may be one happening's: time zones, the night after
FAR = 12  #: days between the publication of two reports that tell of one happening without its date
_HEAD = 0.15  # of two that one word carries
_LASTING = frozenset(("agreement", "talks"))  # codes: subjects of which each has its own beginning and end
JOINS = 0.42  #: what a likeness must come to; measured, see docs/explanation/dossier.md


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two mentions are; ``why`` says it in a line."""

    score: float
    why: str


class Weights:
    """How telling each word is: the fewer mentions have it, the more."""

    def __init__(self, every: Sequence[Mention]) -> None:
        counts = Counter(chain.from_iterable(mention.words for mention in every))
        total = len(every) + 1
        self.of: Mapping[str, float] = {word: math.log(total / count) for word, count in counts.items()}
        self._square = {word: weight**2 for word, weight in self.of.items()}
        self._norm = {one.item: math.sqrt(self._sum(one.words)) for one in every}

    def cosine(self, one: Mention, other: Mention) -> float:
        """The share of telling words that two mentions have in common, 0 to 1."""
        norm = self._norm[one.item] * self._norm[other.item]
        return self._sum(one.words & other.words) / norm if norm else 0.0

    def _sum(self, words: Iterable[str]) -> float:
        """The sum of their squares, which is exact, and so the same in whatever order they come."""
        return math.fsum(map(self._square.__getitem__, words))


def likeness(one: Mention, other: Mention, weights: Weights) -> Likeness | None:
    """How alike two mentions of one family are; null where they cannot be one happening."""
    if one.source.number == other.source.number and one.sentence == other.sentence:
        return None  # one sentence tells a thing once
    if one.own and other.own and one.phase and other.phase and {one.subject, other.subject} == _LASTING:
        return None  # the end of talks is not the end of a truce
    dates = _dates(one, other)
    if dates is None:
        return None
    score, dated = dates
    words = weights.cosine(one, other)
    score += words
    why = [f"words {words:.2f}", dated]
    if one.parties and other.parties:
        if one.parties & other.parties:
            score += 0.10
            why.append("same parties")
        else:
            score -= 0.15
            why.append("other parties")
    if one.head and one.head == other.head and subject_of((one.head,)) is None:
        score += _HEAD
        why.append(f"both {one.head}")
    if one.place and other.place:
        same = one.place == other.place
        score += 0.10 if same else -0.20
        why.append("same place" if same else "other place")
    if one.subject and one.subject == other.subject and one.phase and one.phase == other.phase:
        score += 0.15
        why.append(f"{one.subject}: {one.phase}")
    if (one.status == "denied") != (other.status == "denied"):
        score -= 0.25
        why.append("one denies it")
    return Likeness(score, ", ".join(why))


def _dates(one: Mention, other: Mention) -> tuple[float, str] | None:
    first, second = one.span, other.span
    if first and second:
        slack = SLACK if "publication" not in (one.date_basis, other.date_basis) else SLACK + 2
        if not overlap(first, second, slack):
            return None
        exact = _exact(first) and _exact(second)
        return (0.20 if exact else 0.10), "same date" if exact else "dates that agree"
    for dated, bare in ((first, other), (second, one)):
        if dated and bare.published is not None and dated[0] > bare.published and bare.status == "occurred":
            return None  # told as past before it was
    if one.published is None or other.published is None:
        return -0.10, "undated"
    gap = abs(one.published - other.published)
    if gap > FAR:
        return -0.20, f"reports {gap} days apart"
    return (0.05 if gap <= 2 else 0.0), f"reports {gap} days apart"


def _exact(days: Span) -> bool:
    return days[1] - days[0] <= SLACK
