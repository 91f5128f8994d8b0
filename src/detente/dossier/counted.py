"""Sources -> their figures by what they count: under each thing every report's figure, in the order of the reports.

A thing is the content word that most figures share, so that "four patrol vessels" and "one vessel" stand together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from detente.dossier.figures import Given, every_figure
from detente.dossier.source import Source


@dataclass(frozen=True, slots=True)
class Counted:
    """What figures count, in the words that most of them have, and the figures."""

    of: str
    given: tuple[Given, ...]

    @property
    def values(self) -> int:
        """How many different values are given."""
        return len({(one.figure.value, one.figure.unit) for one in self.given})


def counted(given: Sequence[Source]) -> list[Counted]:
    """The things, those that most independent reports count first."""
    every = [one for one in every_figure(given, small=True) if one.words]
    counts = Counter(word for one in every for word in one.words)
    groups: defaultdict[str, list[Given]] = defaultdict(list)
    for one in every:
        groups[min(one.words, key=lambda word: (-counts[word], word))].append(one)
    kept = [group for group in groups.values() if any(not one.is_small for one in group)]
    made = [Counted(_called(group), tuple(group)) for group in kept]
    return sorted(made, key=lambda one: (-len({each.source.origin for each in one.given}), -one.values, one.of))


def _called(group: list[Given]) -> str:
    counts = Counter(" ".join(one.figure.of.text.split()) for one in group if one.figure.of)
    return min(counts, key=lambda words: (-counts[words], len(words), words))
