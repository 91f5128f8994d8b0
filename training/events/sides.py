"""Trains what tells who does it, where syntax does not: called by ``filing.py``.

An annotated event has a list ``who`` of party ids; a party that is named around a happening whose actor syntax does not
give is an example.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from filing import spans
from finder import logistic
from scipy.sparse import csr_matrix

from detente.reading.events.finder import Learned, found_in
from detente.reading.events.sides import Sides, Situation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from spacy.tokens import Doc

    from detente.reading.events.same import Mentioned
    from detente.reading.events.sides import Beside

OUT = Path(__file__).parents[2] / "src/detente/reading/events/sides.tsv"
RARE = 5  # a trait is learned from this many parties on
PENALTY = 3.0  # of the squared weights
WORTH = 0.7  # from this chance on a party is taken for the actor: a wrong one is worse than none


class Example(NamedTuple):
    """The parties beside one happening, which of them act, and the dispute of its report."""

    beside: list[Beside]
    actors: frozenset[str]
    group: str


def examples(doc: Doc, gold: dict[str, Any], by: Learned | None = None) -> Iterator[Example]:
    """The happenings of an annotated report that are annotated."""
    sides = Sides(doc)
    for found, event in annotated(doc, gold, found_in(doc, by or Learned())):
        if event is not None and not found.syntax.source:
            kind, status = found.event.type or "", found.event.status
            beside = list(sides.beside(found.trigger, found.syntax, Situation(kind, found.speaker, status)))
            yield Example(beside, frozenset(map(_plain, event["who"])), str(gold["source"]["dispute"]))


def annotated(
    doc: Doc, gold: dict[str, Any], happenings: Iterable[Mentioned]
) -> Iterator[tuple[Mentioned, dict[str, Any] | None]]:
    """Each happening with the annotated event that it is, if it is one."""
    wanted = [
        (*span, event)
        for event in gold["events"]
        for words in (event["what"], *event.get("also", ()))
        for span in spans(doc._.detente_text, words)
    ]
    for found in happenings:
        yield found, _annotated(found, wanted)


def _plain(party: str) -> str:
    """A party's id as annotators may write it: "Hamas" is HAMAS."""
    return party.upper().replace(" ", "-")


def _annotated(found: Mentioned, wanted: Iterable[tuple[int, int, dict[str, Any]]]) -> dict[str, Any] | None:
    """The annotated event whose words are most those of a happening."""
    start, end = found.event.what.start, found.event.what.end
    best, most = None, 0.0
    for first, last, event in wanted:
        shared = min(last, end) - max(first, start)
        if shared >= 0.5 * min(last - first, end - start) and shared / max(last - first, end - start) > most:
            best, most = event, shared / max(last - first, end - start)
    return best


def learned(some: list[Example]) -> dict[str, float]:
    """Weights by trait."""
    rows = [beside.traits for example in some for beside in example.beside]
    counts = Counter(trait for row in rows for trait in row)
    names = sorted(trait for trait, count in counts.items() if count >= RARE)
    at = {name: i for i, name in enumerate(names)}
    pairs = [(i, at[trait]) for i, row in enumerate(rows) for trait in row if trait in at]
    x = csr_matrix((np.ones(len(pairs)), tuple(zip(*pairs, strict=True))), shape=(len(rows), len(names)))
    y = np.array([_plain(b.party) in example.actors for example in some for b in example.beside], float)
    w = logistic(x, y, np.ones(len(y)), PENALTY)
    known = {name: round(float(v), 3) for name, v in zip(names, w[:-1], strict=True) if abs(v) >= 0.01}
    return {**known, "bias": round(known.get("bias", 0.0) + float(w[-1]) - np.log(WORTH / (1 - WORTH)), 3)}


def told(some: list[Example], weights: dict[str, float]) -> np.ndarray:
    """Right, given, and to be given."""
    counts = np.zeros(3)
    for example in some:
        if example.beside:
            sums = [(sum(weights.get(t, 0.0) for t in beside.traits), beside.party) for beside in example.beside]
            odds, party = max(sums)
            counts += (odds > 0 and _plain(party) in example.actors, odds > 0, bool(example.actors))
    return counts


def write(weights: dict[str, float]) -> None:
    """The table that the product reads."""
    head = "# Weights of what makes a party the actor, by trait. source: training/events/sides.py; date: 2026-11-30\n"
    OUT.write_text(head + "".join(f"{name}\t{w:g}\n" for name, w in sorted(weights.items())), encoding="utf-8")
