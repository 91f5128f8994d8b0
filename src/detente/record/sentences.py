"""Hits -> the sentences that they stand in, each once: several items rest on one, and near-copies repeat it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from detente.record.folded import folded
from detente.record.passage import Passage
from detente.record.search import Hit, Source


@dataclass(slots=True)
class FoundSentence:
    """A sentence: the report in which it stands first, what was read out of it there, and the others that have it."""

    passage: Passage
    report: Source
    hits: list[Hit] = field(default_factory=list)
    others: list[tuple[Source, Passage]] = field(default_factory=list)


def sentences(hits: Iterable[Hit], *, by_day: bool = False) -> list[FoundSentence]:
    """The sentences in the order of the hits, or of their days: what has none comes last."""
    every: list[FoundSentence] = []
    of_report: dict[str, list[FoundSentence]] = {}
    for hit in hits:
        known = of_report.setdefault(hit.report.id, [])
        same = next((one for one in known if one.passage.overlaps(hit.passage)), None)
        if same is None:
            every.append(FoundSentence(hit.passage, hit.report, [hit]))
            known.append(every[-1])
        else:
            same.hits.append(hit)
            same.passage = max(same.passage, hit.passage, key=_length)
    told: dict[str, FoundSentence] = {}
    for one in sorted(every, key=_day):
        first = told.setdefault(folded(one.passage.text), one)
        if first is not one:
            first.others.append((one.report, one.passage))
    kept = {id(one) for one in told.values()}
    return [one for one in (sorted(every, key=_day) if by_day else every) if id(one) in kept]


def reports_of(found: Iterable[FoundSentence]) -> list[tuple[Source, Passage, int]]:
    """The reports of these, by day: where each has the first of them, and how many it has."""
    every = [place for one in found for place in ((one.report, one.passage), *one.others)]
    counts: dict[str, tuple[Source, Passage, int]] = {}
    for source, passage in sorted(every, key=lambda place: (place[0].published or "9999", place[0].id, place[1].start)):
        _, first, count = counts.get(source.id, (source, passage, 0))
        counts[source.id] = source, first, count + 1
    return list(counts.values())


def _day(one: FoundSentence) -> tuple[str, str, int]:
    return one.report.published or "9999", one.report.id, one.passage.start


def _length(passage: Passage) -> int:
    return passage.end - passage.start
