"""Annotated times as examples: the open dates of a report, what stands around them, and on which side they lie."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from spacy.tokens import Doc

from detente.reading.extensions import publication
from detente.reading.time.find import find
from detente.reading.time.learned import Model
from detente.reading.time.normalise import normalise


class Gold(NamedTuple):
    """An annotated time at the characters ``[start, end)`` of the report."""

    start: int
    end: int
    value: str


class Example(NamedTuple):
    """An open date."""

    features: tuple[str, ...]
    ahead: bool


@dataclass(frozen=True)
class _Probe(Model):
    """Answers always the same, and keeps what it was asked."""

    answer: float = 0.0
    asked: list[tuple[str, ...]] = field(default_factory=list)

    def odds(self, features: Iterable[str]) -> float:
        self.asked.append(tuple(features))
        return self.answer


def examples(doc: Doc, gold: list[Gold]) -> Iterator[Example]:
    """Those of one report, where just one of past and future gives the annotated day, month or quarter.

    ``doc`` is parsed and has its publication date set.
    """
    for expression in find(doc):
        last = doc[expression.end - 1]
        start, end = doc[expression.start].idx, last.idx + len(last)
        meant = next((time.value[:10] for time in gold if time.start < end and start < time.end), None)
        back, ahead = _Probe({}, -1.0), _Probe({}, 1.0)
        past, coming = (normalise(doc, [expression], publication(doc), probe)[0].value[:10] for probe in (back, ahead))
        if back.asked and past != coming and meant in (past, coming):
            yield Example(back.asked[0], meant == coming)


def of_another_kind(found: Iterable[Example]) -> Iterator[Example]:
    """The same, marked as not from news: how often a date lies ahead in made-up sentences says nothing of reports."""
    for example in found:
        rates = [name for name in example.features if name.startswith(("unit=", "place=")) and "direction" not in name]
        yield example._replace(features=(*example.features, "own", *(f"own {name}" for name in rates)))
