"""Trains what decides whether a candidate is a position; writes ``src/detente/reading/positions/choice.tsv``.

    train.py REPORTS [REPORTS …] [PASSAGES.jsonl] [--write]

REPORTS is a folder with ``texts/NAME.txt`` and ``gold/NAME.json``: a list ``positions`` of ``{"party", "evidence",
"also"?, "optional"?}`` (words as they stand in the text, or ``{"start", "end"}``, their first and last words; a list
of parties holds it together), ``parties`` (``id``, ``names``), ``people`` (``name``, ``party``, ``aliases``) and
``source.dispute``. PASSAGES is ``tests/golden/positions/passages.jsonl``, of which every other dispute is taken.
Without ``--write`` only the cross-validated figures are printed: five folds, no dispute in two.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from detente.model.report import Report, SetAside
from detente.reading.front import read_front
from detente.reading.identity import identified
from detente.reading.parse import parse
from detente.reading.positions.candidates import Candidate, candidates
from detente.reading.positions.choice import with_traits
from detente.reading.reader import Reader
from detente.sources import report_from_text, reports

if TYPE_CHECKING:
    from spacy.tokens import Doc

FOLDS = 5
RARE = 4  # candidates that a trait must have
PENALTY = 5.0
OPTIONAL = 0.5
WORTH = 0.40  # the chance from which a candidate is taken: what is left out costs a little more than what is too much
STEPS = 8
SHARE = 0.5  # of the shorter words that the other's must cover
OUT = Path(__file__).parents[2] / "src" / "detente" / "reading" / "positions" / "choice.tsv"
BEFORE = ("times", "parties", "people", "statements", "events")


class Example(NamedTuple):
    traits: list[str]
    right: float
    group: str


class Wanted(NamedTuple):
    start: int
    end: int
    parties: frozenset[str]
    worth: float


class Names:
    """Which party of the annotation a reference means."""

    def __init__(self, gold: dict[str, Any]) -> None:
        self._of = {
            name.casefold(): party["id"] for party in gold["parties"] for name in (party["id"], *party["names"])
        }
        for person in gold["people"]:
            for name in (person["name"], *person.get("aliases", ())):
                self._of.setdefault(name.casefold(), listed(person["party"])[0])

    def of(self, one: Candidate) -> frozenset[str]:
        named = (self._of.get((who.id or "").casefold()) or self._of.get(who.name.casefold()) for who in one.side)
        return frozenset(name for name in named if name)


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) and value else [value]


def spans(text: str, words: str | dict[str, str]) -> list[tuple[int, int]]:
    """Where the words of an annotation stand first."""
    if isinstance(words, dict):
        start = text.find(words["start"])
        end = text.find(words["end"], start)
        return [(start, end + len(words["end"]))] if start >= 0 and end >= 0 else []
    at = text.find(words)
    return [(at, at + len(words))] if at >= 0 else []


def of_report(doc: Doc, gold: dict[str, Any]) -> Iterator[Example]:
    """The candidates of one annotated report."""
    text, names = doc._.detente_text, Names(gold)
    wanted = [
        Wanted(*span, frozenset(listed(each["party"])), OPTIONAL if each.get("optional") else 1.0)
        for each in gold["positions"]
        for words in (each["evidence"], *each.get("also", ()))
        for span in spans(text, words)
    ]
    for one, traits in with_traits(candidates(doc)):
        yield Example(traits, mark(one, names.of(one), wanted), str(gold["source"]["dispute"]))


def mark(one: Candidate, parties: frozenset[str], wanted: list[Wanted]) -> float:
    """Whether a candidate is an annotated position of one of its parties: half of the one within the other, or more."""
    best = 0.0
    for each in wanted:
        shared = min(each.end, one.claim.end) - max(each.start, one.claim.start)
        shorter = min(each.end - each.start, one.claim.end - one.claim.start)
        if shared >= SHARE * shorter and parties & each.parties:
            best = max(best, each.worth)
    return best


def learned(examples: list[Example]) -> dict[str, float]:
    """Weights by trait: logistic regression with a penalty, by Newton's method; nothing in it is random."""
    counts = Counter(trait for example in examples for trait in set(example.traits))
    names = sorted(trait for trait, count in counts.items() if count >= RARE)
    at = {name: i for i, name in enumerate(names)}
    x = np.zeros((len(examples), len(names)))
    for row, example in zip(x, examples, strict=True):
        row[[at[trait] for trait in example.traits if trait in at]] = 1.0
    y = np.array([example.right for example in examples])
    penalty = np.full(len(names), PENALTY)
    penalty[at["bias"]] = 0.01
    w = np.zeros(len(names))
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (p - y) + penalty * w
        hessian = (x.T * (p * (1 - p))) @ x + np.diag(penalty)
        w -= np.linalg.solve(hessian, gradient)
    w[at["bias"]] -= np.log(WORTH / (1 - WORTH))
    return {name: round(float(value), 3) for name, value in zip(names, w, strict=True) if abs(value) >= 0.01}


def folds(examples: list[Example]) -> Iterator[tuple[list[Example], list[Example]]]:
    """Training and test examples; the disputes go round the folds from the largest to the smallest."""
    sizes = Counter(example.group for example in examples)
    order = {group: i % FOLDS for i, (group, _) in enumerate(sorted(sizes.items(), key=lambda g: (-g[1], g[0])))}
    for fold in range(FOLDS):
        yield (
            [e for e in examples if order[e.group] != fold],
            [e for e in examples if order[e.group] == fold],
        )


def validated(examples: list[Example]) -> str:
    """Precision, recall and F1 of what is taken, over the folds."""
    right = taken = wanted = 0.0
    for train, test in folds(examples):
        known = learned(train)
        for example in test:
            take = sum(known.get(trait, 0.0) for trait in example.traits) > 0
            right += take * (example.right == 1)
            taken += take * (example.right != OPTIONAL)
            wanted += example.right == 1
    precision, recall = right / taken, right / wanted
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / (precision + recall):.3f}"


def documents(source: Path, reader: Reader) -> Iterator[tuple[Doc, dict[str, Any]]]:
    """Each annotated report, read up to its events, with its annotation."""
    parts = [part for section, part in zip(reader._work, reader.components, strict=True) if section.name in BEFORE]
    for report, gold in of_passages(source) if source.suffix == ".jsonl" else of_folder(source):
        front = read_front(report)
        doc = parse(identified(report, front), front, reader.nlp)
        for component in parts:
            doc = component(doc)
        yield doc, gold


def of_folder(folder: Path) -> Iterator[tuple[Report, dict[str, Any]]]:
    """The reports of a folder that are annotated."""
    for report in reports([str(folder / "texts")]):
        if isinstance(report, SetAside):
            raise SystemExit(f"{report.source}: {report.reason}")
        gold = folder / "gold" / f"{Path(report.source).stem}.json"
        if gold.exists():
            yield report, json.loads(gold.read_text(encoding="utf-8"))


def of_passages(file: Path) -> Iterator[tuple[Report, dict[str, Any]]]:
    """The passages of every other dispute, as reports; those of the rest measure what was learned."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    disputes = sorted({row["dispute"] for row in rows})[::2]
    for row in rows:
        if row["dispute"] in disputes:
            positions = [{"party": each["party"], "evidence": each["claim"]} for each in row["positions"]]
            parties = [{"id": each["party"], "names": []} for each in row["positions"]]
            source = {"dispute": f"passages on {row['dispute']}"}
            gold = {"positions": positions, "parties": parties, "people": [], "source": source}
            yield report_from_text(row["text"], source=row["id"], published=row["published"]), gold


def write(weights: dict[str, float]) -> None:
    """The table that the product reads."""
    head = (
        "# Weights of what is taken for a position, by trait. source: training/positions/train.py; date: 2026-11-30\n"
    )
    OUT.write_text(
        head + "".join(f"{name}\t{weight:g}\n" for name, weight in sorted(weights.items())), encoding="utf-8"
    )


def main(argv: list[str]) -> int:
    """Train, and print the cross-validated figures."""
    folders = [Path(each) for each in argv if each != "--write"]
    if not folders:
        print(__doc__, file=sys.stderr)
        return 2
    reader, examples = Reader(), list[Example]()
    for folder in folders:
        for doc, gold in documents(folder, reader):
            examples += of_report(doc, gold)
    print(f"{len(examples)} candidates; {validated(examples)}")
    if "--write" in argv:
        write(learned(examples))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
