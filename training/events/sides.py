"""Trains what tells who does it to whom: called by ``filing.py``.

An annotated event has lists ``who`` and ``to`` of party ids; each party that is named around it is an example.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from annotated import Annotated, is_mutual, plain
from finder import logistic
from scipy.sparse import csr_matrix

from detente.reading.events.beside import Around
from detente.reading.events.finder import Learned, found_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Doc

    from detente.reading.events.beside import Beside

OUT = Path(__file__).parents[2] / "src/detente/reading/events/sides.tsv"
RARE = 4  # a trait is learned from this many parties on
PENALTY = 12.0  # of the squared weights
RELATION_WEIGHT = 0.5  # of a sentence without its report
NONE = (0.0, 0.0)
ROLE, ONLY_TARGET = 1, ("syntax target", "context target")  # the trait that tells a party's role


class Example(NamedTuple):
    """The parties beside one happening, which of them are its source and its target, and its weight."""

    beside: list[Beside]
    source: frozenset[str]
    target: frozenset[str]
    weight: float = 1.0


def examples(doc: Doc, gold: dict[str, Any], by: Learned | None = None) -> Iterator[Example]:
    """The happenings of an annotated report that are annotated."""
    around, annotated = Around(doc), Annotated(doc, gold)
    for found in found_in(doc, by or Learned()):
        event = annotated.at(found.event.what.start, found.event.what.end)
        if event is not None:
            beside = around.beside(found.trigger, found.completed, found.situation)
            yield labelled([each._replace(party=annotated.party(each.party)) for each in beside], event)


def of_relation(doc: Doc, relation: dict[str, Any], by: Learned) -> Iterator[Example]:
    """The one happening of a relation's type, or the only one, in its sentence; its sides are who is named in them."""
    typed = [found for found in found_in(doc, by) if found.event.type]
    same = [found for found in typed if found.event.type == relation["type"]] or typed
    named = {}
    for side in ("source", "target"):
        start = doc.text.find(relation[side])
        within = range(start, start + len(relation[side]) + 1) if start >= 0 else range(0)
        named[side] = [p for m in doc._.detente_mentions if m.start in within and m.end in within for p in m.parties]
    if len(same) == 1:
        beside = Around(doc).beside(same[0].trigger, same[0].completed, same[0].situation)
        event = {"who": named["source"], "to": named["target"], "type": relation["type"]}
        yield labelled([each._replace(party=plain(each.party)) for each in beside], event, RELATION_WEIGHT)


def labelled(beside: list[Beside], event: dict[str, Any], weight: float = 1.0) -> Example:
    """The parties of an annotated event; of what is done together each on the side that its role has it on."""
    source, target = (frozenset(map(plain, event[side])) for side in ("who", "to"))
    if is_mutual(event):
        both = [each for each in beside if each.party in source | target]
        target = frozenset(each.party for each in both if each.traits[ROLE] in ONLY_TARGET)
        source = frozenset(each.party for each in both) - target
    return Example(beside, source, target, weight)


def learned(some: list[Example]) -> dict[str, tuple[float, float]]:
    """Weights by trait, for the source and the target."""
    rows = [beside.traits for example in some for beside in example.beside]
    counts = Counter(trait for row in rows for trait in set(row))
    names = sorted(trait for trait, count in counts.items() if count >= RARE)
    at = {name: i for i, name in enumerate(names)}
    pairs = [(i, at[trait]) for i, row in enumerate(rows) for trait in set(row) if trait in at]
    x = csr_matrix((np.ones(len(pairs)), tuple(zip(*pairs, strict=True))), shape=(len(rows), len(names)))
    weight = np.array([example.weight for example in some for _ in example.beside])
    sides = []
    for side in ("source", "target"):
        y = np.array([each.party in getattr(example, side) for example in some for each in example.beside], float)
        w = logistic(x, y, weight, PENALTY)
        w[at["bias"]] += w[-1]
        sides.append(w[:-1])
    return {
        name: (round(float(source), 3), round(float(target), 3))
        for name, source, target in zip(names, *sides, strict=True)
        if max(abs(source), abs(target)) >= 0.01
    }


def told(reports: list[list[Example]], weights: list[dict[str, tuple[float, float]]]) -> None:
    """Print how many parties of each side have even odds, those of each report by its own weights."""
    for number, side in enumerate(("source", "target")):
        right = given = wanted = 0
        for some, known in zip(reports, weights, strict=True):
            for example in some:
                likely = {
                    each.party for each in example.beside if sum(known.get(t, NONE)[number] for t in each.traits) > 0
                }
                annotated = getattr(example, side)
                right, given, wanted = right + len(likely & annotated), given + len(likely), wanted + len(annotated)
        print(f"{side}: precision {right / given:.3f}, recall {right / wanted:.3f}")


def write(weights: dict[str, tuple[float, float]]) -> None:
    """The table that the product reads."""
    head = "# Weights of what puts a party on a side, by trait: source, target. "
    head += "source: training/events/sides.py; date: 2026-11-30\n"
    rows = "".join(f"{name}\t{source:g}\t{target:g}\n" for name, (source, target) in sorted(weights.items()))
    OUT.write_text(head + rows, encoding="utf-8")
