"""Hits -> how many of them are of each section, publisher and year: what a search can be narrowed to next."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from detente.record.search import Hit

_MOST = 8  # values of a facet that are told


@dataclass(frozen=True, slots=True)
class Facets:
    """The counts of each facet, the most frequent first; years of publication in their order."""

    sections: tuple[tuple[str, int], ...] = ()
    publishers: tuple[tuple[str, int], ...] = ()
    years: tuple[tuple[str, int], ...] = ()


def facets(hits: Iterable[Hit]) -> Facets:
    """The facets of these hits."""
    found = list(hits)
    years = Counter(hit.report.published[:4] for hit in found if hit.report.published)
    return Facets(
        _counted(Counter(hit.section for hit in found if hit.section)),
        _counted(Counter(hit.report.publisher for hit in found if hit.report.publisher)),
        tuple(sorted(years.items())),
    )


def _counted(counts: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))[:_MOST])
