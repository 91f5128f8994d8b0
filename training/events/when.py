"""Trains what tells when an event took place; writes ``src/detente/reading/events/when.tsv``.

    when.py REPORTS... [--write]

Each of REPORTS is a folder as for ``filing.py``; an annotated event has ``date``, null or one date or several that are
right. Each date told around an annotated happening is an example. Without ``--write`` only the figures are printed: by
weights that have not seen the dispute, in five folds.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from annotated import Annotated
from filing import FOLDS, documents
from finder import logistic
from scipy.sparse import csr_matrix

from detente.model.date import Date, NotADate
from detente.reading.cited import Cited
from detente.reading.english.factuality import status_of
from detente.reading.events.finder import Learned, found_in
from detente.reading.events.voice import Voices
from detente.reading.events.when import Situation, beside
from detente.reading.extensions import publication
from detente.reading.reader import Reader

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from spacy.tokens import Doc

    from detente.reading.events.when import Beside

OUT = Path(__file__).parents[2] / "src/detente/reading/events/when.tsv"
RARE = 6  # a trait is learned from this many dates on
PENALTY = 10.0  # of the squared weights
WORTH = 0.45  # from this chance on a date is taken
ROUNDS = 2  # the dates of events before one come from the weights of the round before
BACK = 24


class Example(NamedTuple):
    """The dates beside one happening, which of them are right, and the date that it was given."""

    beside: list[Beside]
    right: list[float]
    wanted: list[str]
    given: Date | None
    weight: float


def agrees(date: Date | None, wanted: list[str]) -> float:
    """1 where a date is one of those wanted or says more exactly when, half where it only says less."""
    best = 0.0
    for each in wanted:
        try:
            gold = Date.parse(each)
        except NotADate:
            continue
        if date is not None and (str(date) == each or date.edtf == gold.edtf or date.within(gold)):
            return 1.0
        if date is not None and gold.within(date) and date.precision in ("month", "year"):
            best = 0.5
    return best


def examples(doc: Doc, gold: dict[str, Any], date: Mapping[str, float]) -> Iterator[Example]:
    """The happenings of an annotated report that are annotated."""
    found, voices, published = found_in(doc, Learned(date=date)), Voices(doc, Cited(doc)), publication(doc)
    annotated = Annotated(doc, gold)
    for number, m in enumerate(found):
        event = annotated.at(m.event.what.start, m.event.what.end)
        if event is None:
            continue
        known = m.situation
        situation = Situation(
            status_of(m.trigger.name), known.syntax, known.speaker, voices.of(m.trigger), m.sentence, published
        )
        before = [each.event for each in reversed(found[max(number - BACK, 0) : number])]
        dates = event["date"] if isinstance(event["date"], list) else [event["date"]]
        wanted = [each for each in dates if each]
        some = beside(doc, m.trigger, situation, before)
        right = [agrees(each.chosen.date, wanted) for each in some]
        yield Example(some, right, wanted, m.event.date, 0.5 if event.get("optional") else 1.0)


def learned(some: list[Example]) -> dict[str, float]:
    """Weights by trait."""
    rows = [beside.traits for example in some for beside in example.beside]
    counts = Counter(trait for row in rows for trait in row)
    names = sorted(trait for trait, count in counts.items() if count >= RARE)
    at = {name: i for i, name in enumerate(names)}
    pairs = [(i, at[trait]) for i, row in enumerate(rows) for trait in row if trait in at]
    x = csr_matrix((np.ones(len(pairs)), tuple(zip(*pairs, strict=True))), shape=(len(rows), len(names)))
    y = np.array([right for example in some for right in example.right])
    weight = np.array([example.weight for example in some for _ in example.right])
    w = logistic(x, y, weight, PENALTY)
    known = {name: round(float(v), 3) for name, v in zip(names, w[:-1], strict=True) if abs(v) >= 0.01}
    return {**known, "bias": round(known.get("bias", 0.0) + float(w[-1]) - np.log(WORTH / (1 - WORTH)), 3)}


def told(some: list[Example]) -> np.ndarray:
    """Right, given, and to be given, of what is not optional."""
    counts = np.zeros(3)
    for example in some:
        if example.weight == 1:
            counts += (agrees(example.given, example.wanted), example.given is not None, bool(example.wanted))
    return counts


def write(weights: dict[str, float]) -> None:
    """The table that the product reads."""
    head = (
        "# Weights of what makes a date that of an event, by trait. source: training/events/when.py; date: 2026-11-30\n"
    )
    OUT.write_text(head + "".join(f"{name}\t{w:g}\n" for name, w in sorted(weights.items())), encoding="utf-8")


def trained(read: list[tuple[Doc, dict[str, Any]]]) -> dict[str, float]:
    """Weights from reports, in rounds."""
    weights: dict[str, float] = {}
    for _ in range(ROUNDS):
        weights = learned([example for doc, gold in read for example in examples(doc, gold, weights)])
    return weights


def main(argv: list[str]) -> int:
    """Train, and print the cross-validated figures."""
    folders = [Path(each) for each in argv if not each.startswith("--")]
    if not folders:
        print(__doc__, file=sys.stderr)
        return 2
    reader = Reader()
    read = [
        (doc, json.loads(gold.read_text(encoding="utf-8")))
        for folder in folders
        for name, doc in documents(folder / "texts", reader)
        if (gold := folder / "gold" / f"{name}.json").is_file()
    ]
    sizes = Counter(str(gold["source"]["dispute"]) for _, gold in read for _ in gold["events"])
    order = {name: i % FOLDS for i, (name, _) in enumerate(sorted(sizes.items(), key=lambda g: (-g[1], g[0])))}
    counts = np.zeros(3)
    for fold in range(FOLDS):
        known = trained([each for each in read if order[str(each[1]["source"]["dispute"])] != fold])
        for doc, gold in read:
            if order[str(gold["source"]["dispute"])] == fold:
                counts += told(list(examples(doc, gold, known)))
    print(f"dates: precision {counts[0] / counts[1]:.3f}, recall {counts[0] / counts[2]:.3f}")
    if "--write" in argv:
        write(trained(read))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
