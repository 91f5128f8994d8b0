"""Trains what decides whether a candidate event is filed; writes ``src/detente/reading/events/filing.tsv``.

    filing.py REPORTS... [--relations RELATIONS.jsonl] [--write]

Each of REPORTS is a folder with ``texts/NAME.txt`` and ``gold/NAME.json``: a list ``events`` of ``{"what", "also"?,
"optional"?, "type"?, "who", "to", "status", "date"?}``, each an event's words as they stand in the text (or ``{"start",
"end"}``, its first and last words), ``parties`` with ``{"id", "names"}``, and ``source.dispute``. RELATIONS has one
sentence a line that tells an event (``{"text", "source", "target", "type"}``). The finder and the sides (``finder.py``,
``sides.py``) are trained anew for each of five folds, no dispute in two of them, so that what is filed is learned on
candidates as they come in reports never seen. Without ``--write`` only the cross-validated figures are printed; with it
all three are written.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from annotated import Annotated

from detente.model.report import SetAside
from detente.reading.events.filing import with_traits
from detente.reading.events.finder import Learned, found_in
from detente.reading.events.learned.weights import OUT as OUT_FINDING
from detente.reading.front import read_front
from detente.reading.identity import identified
from detente.reading.parse import parse
from detente.reading.reader import Reader
from detente.sources import reports

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from spacy.tokens import Doc

OUT = Path(__file__).parents[2] / "src/detente/reading/events/filing.tsv"
BEFORE = ("times", "parties", "people", "statements")
RARE = 4  # a trait is learned from this many candidates on
PENALTY = 3.0  # of the squared weights
SENTENCE_WEIGHT = 1.2  # of a sentence without its report
SENTENCE_RIGHT = 1.0  # how far such a candidate is taken to be right
WORTH = 0.30  # from being right this far on, as expected, a candidate is filed
FOLDS = 5
STEPS = 12  # of Newton's method


class Example(NamedTuple):
    """One candidate: its traits, how far it is an annotated event, its weight and the dispute of its report."""

    traits: list[str]
    right: float
    weight: float
    group: str


def of_report(doc: Doc, gold: dict[str, Any], by: Learned | None = None) -> Iterator[Example]:
    """The candidates of one annotated report, found by these weights; those that are optional are left out."""
    annotated = Annotated(doc, gold)
    for found, traits in with_traits(found_in(doc, by or Learned())):
        event = annotated.at(found.event.what.start, found.event.what.end)
        if event is None or not event.get("optional"):
            right = annotated.rightness(found.event, event) if event is not None else 0.0
            yield Example(traits, right, 1.0, annotated.group)


def of_sentence(doc: Doc, by: Learned) -> Iterator[Example]:
    """The only candidate that the lexicon has in a sentence that is known to tell an event."""
    listed = [traits for found, traits in with_traits(found_in(doc, by)) if found.trigger.listed]
    if len(listed) == 1:
        yield Example(listed[0], SENTENCE_RIGHT, SENTENCE_WEIGHT, "")


def learned(examples: list[Example]) -> dict[str, float]:
    """Weights by trait: logistic regression with a penalty, by Newton's method."""
    counts = Counter(trait for example in examples for trait in set(example.traits))
    names = sorted(trait for trait, count in counts.items() if count >= RARE)
    at = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    for row, example in zip(x, examples, strict=True):
        row[[at[trait] for trait in example.traits if trait in at]] = 1.0
    y = np.array([example.right for example in examples])
    weight = np.array([example.weight for example in examples])
    penalty = np.full(len(names), PENALTY)
    penalty[at["bias"]] = 0.01
    w = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (weight * (p - y)) + penalty * w
        hessian = (x.T * (weight * p * (1 - p))) @ x + np.diag(penalty)
        w -= np.linalg.solve(hessian, gradient)
    w[at["bias"]] -= np.log(WORTH / (1 - WORTH))
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True) if abs(value) >= 0.01}


def score(examples: Iterable[Example], known: dict[str, float]) -> tuple[float, float, float, float]:
    """Kept and annotated, how far these are right, kept, and annotated."""
    found = right = kept = wanted = 0.0
    for example in examples:
        keep = sum(known.get(trait, 0.0) for trait in example.traits) > 0
        found += keep * (example.right > 0)
        right += keep * example.right
        kept += keep
        wanted += example.right > 0
    return found, right, kept, wanted


def validated(examples: list[Example], fold: Mapping[str, int]) -> str:
    """Precision, recall and F1 of what is kept, and how far it is right, over the folds of disputes."""
    scores = []
    for number in range(FOLDS):
        train = [example for example in examples if fold.get(example.group) != number]
        scores.append(score((e for e in examples if fold.get(e.group) == number), learned(train)))
    found, right, kept, wanted = np.sum(scores, axis=0)
    precision, recall = found / kept, found / wanted
    f1 = 2 * precision * recall / (precision + recall)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {f1:.3f}; right {right / kept:.3f} of what is kept"


def documents(folder: Path, reader: Reader) -> Iterator[tuple[str, Doc]]:
    """Each report by name, read up to its statements."""
    parts = [part for name, part in zip(reader.only[1:], reader.components, strict=True) if name in BEFORE]
    for report in reports([str(folder)]):
        if isinstance(report, SetAside):
            raise SystemExit(f"{report.source}: {report.reason}")
        front = read_front(report)
        doc = parse(identified(report, front), front, reader.nlp)
        for component in parts:
            doc = component(doc)
        yield Path(report.source).stem, doc


def related(relations: Path, reader: Reader) -> Iterator[tuple[Doc, dict[str, Any]]]:
    """Each sentence, read up to its statements, with its relation."""
    told = [json.loads(line) for line in relations.read_text(encoding="utf-8").splitlines()]
    for relation, doc in zip(told, reader.nlp.pipe(each["text"] for each in told), strict=True):
        for component in reader.components[: len(BEFORE)]:
            component(doc)
        yield doc, relation


def write(weights: dict[str, float]) -> None:
    """The table that the product reads."""
    head = "# Weights of what an officer files, by trait. source: training/events/filing.py; date: 2026-11-30\n"
    OUT.write_text(
        head + "".join(f"{name}\t{weight:g}\n" for name, weight in sorted(weights.items())), encoding="utf-8"
    )


def main(argv: list[str]) -> int:
    """Train, and print the cross-validated figures."""
    import finder
    import sides

    relations = Path(argv[argv.index("--relations") + 1]) if "--relations" in argv else None
    folders = [Path(each) for each in argv if not each.startswith("--") and each != str(relations)]
    if not folders:
        print(__doc__, file=sys.stderr)
        return 2
    reader = Reader()
    read = [
        (name, doc, json.loads(gold.read_text(encoding="utf-8")))
        for folder in folders
        for name, doc in documents(folder / "texts", reader)
        if (gold := folder / "gold" / f"{name}.json").is_file()
    ]
    labelled = [finder.labelled(*each) for each in read]
    fold = finder.folds(labelled)
    groups = [fold[each.group] for each in labelled]
    finding = [
        finder.fitted([each for each, g in zip(labelled, groups, strict=True) if g != number], reader.nlp)
        for number in range(FOLDS)
    ]
    finder.told(labelled, {e.name: finding[g].scores(e.found) for e, g in zip(labelled, groups, strict=True)})
    known = list(related(relations, reader)) if relations else []
    beside = [
        list(sides.examples(doc, gold, Learned(finding[g], {}))) for (_, doc, gold), g in zip(read, groups, strict=True)
    ]
    of_relations = [e for doc, relation in known for e in sides.of_relation(doc, relation, Learned(finding[0], {}))]
    chosen = [
        sides.learned([e for some, g in zip(beside, groups, strict=True) if g != number for e in some] + of_relations)
        for number in range(FOLDS)
    ]
    sides.told(beside, [chosen[g] for g in groups])
    examples = [
        example
        for (_, doc, gold), g in zip(read, groups, strict=True)
        for example in of_report(doc, gold, Learned(finding[g], chosen[g]))
    ]
    whole = Learned(
        finder.fitted(labelled, reader.nlp), sides.learned([e for some in beside for e in some] + of_relations)
    )
    examples += [example for doc, _ in known for example in of_sentence(doc, whole)]
    print(f"{len(examples)} candidates; {validated(examples, fold)}")
    if "--write" in argv:
        whole.finding.write(OUT_FINDING)
        sides.write(whole.sides)
        write(learned(examples))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
