"""Sources -> the figures that several reports give, each once, and those that exclude one another.

Two are one where value and unit agree and what they count shares a word; what only one independent report gives is left
out, unless another gives another value for the same thing and time.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from msgspec import Struct

from detente.dossier.days import span
from detente.dossier.source import Source
from detente.model.items import Figure

_SMALL = 3  # of what is only counted: "two towns" is no figure
_LEAST = 2  # independent reports
_MOST = 40  # figures of one unit and time that are compared with one another
_ALIKE = 2  # words that two which exclude one another count in common


class Given(Struct, frozen=True, gc=False):
    """A figure as one report gives it; ``words`` are the stems of what it counts."""

    source: Source
    figure: Figure
    words: frozenset[str]

    @property
    def text(self) -> str:
        """Its words, on one line."""
        return " ".join(self.figure.evidence.text.split())

    @property
    def is_small(self) -> bool:
        """Whether it only counts one, two or three of something."""
        return self.figure.measure == "count" and self.figure.value <= _SMALL


@dataclass(frozen=True, slots=True)
class DossierFigure:
    """A figure, with every report that gives it, in order. ``id`` is that of the first report's item."""

    id: str
    text: str  #: the value in the fewest words that a report has
    of: str  #: what it counts, in the words that most reports have
    given: tuple[Given, ...]


def figures(given: Sequence[Source]) -> list[DossierFigure]:
    """The figures that at least two independent reports give, those of most reports first."""
    kept = [group for group in _groups(given) if len({one.source.origin for one in group}) >= _LEAST]
    made = [_figure(group) for group in kept]
    return sorted(made, key=lambda one: (-len({each.source.origin for each in one.given}), one.given[0].source.number))


def clashes(given: Sequence[Source]) -> list[tuple[Given, Given]]:
    """Pairs of exact figures that count the same thing at the same time and differ, of independent reports."""
    by_time: defaultdict[tuple[str | None, tuple[int, int]], list[Given]] = defaultdict(list)
    for one in every_figure(given):
        days = span(one.figure.period)
        if days is not None and one.figure.bound is None and one.figure.upper is None:
            by_time[one.figure.unit, days].append(one)
    found: dict[tuple[str | None, float, float], tuple[Given, Given]] = {}
    for (unit, _), group in sorted(by_time.items(), key=lambda pair: str(pair[0])):
        for one, other in combinations(group[:_MOST], 2):
            low, high = sorted((one.figure.value, other.figure.value))
            if low != high and one.source.origin != other.source.origin and _same_thing(one, other):
                found.setdefault((unit, low, high), (one, other))
    return list(found.values())


def _same_thing(one: Given, other: Given) -> bool:
    """Whether two count the same: in the same words or nearly so, and at no other place."""
    places = {one.figure.place, other.figure.place} - {None}
    return len(places) < 2 and (one.words == other.words or len(one.words & other.words) >= _ALIKE)


def every_figure(given: Iterable[Source], *, small: bool = False) -> Iterator[Given]:
    """The figures of the sources that count or measure something and are not told in passing, ``small`` ones too."""
    every = (Given(source, told.figure, told.words) for source in given for told in source.digest.figures)
    return (one for one in every if small or not one.is_small)


def _groups(given: Sequence[Source]) -> list[list[Given]]:
    by_word: dict[tuple[str | None, float, str], list[Given]] = {}
    groups: list[list[Given]] = []
    for one in every_figure(given):
        keys = [(one.figure.unit, one.figure.value, word) for word in sorted(one.words)]
        group = next((by_word[key] for key in keys if key in by_word), None)
        if group is None:
            group = []
            groups.append(group)
        group.append(one)
        for key in keys:
            by_word.setdefault(key, group)
    return groups


def _figure(group: list[Given]) -> DossierFigure:
    texts = [one.text for one in group]  # "keeps 400 troops" says less plainly what it counts than "troops"
    counts = Counter(" ".join(one.figure.of.text.split()) for one in group if one.figure.of)
    of = min(counts, key=lambda words: (words in texts, -counts[words], len(words), words))
    return DossierFigure(group[0].figure.id, min(texts, key=len), of, tuple(group))
