"""Train the weights that tell pressures from what only looks like them, and cross-validate them.

    python training/pressures/train.py OUT.npz CNC.jsonl [REPORTS …]

CNC is the Causal News Corpus as JSON lines (``text``, ``doc``, ``relations`` with character spans of cause and effect);
REPORTS a folder with ``texts/NAME.txt`` and ``gold/NAME.json``: ``pressures`` (cause, effect, optional) and
``source.dispute``.
Prints, for five folds by document and dispute, how well candidates and, of the corpus, whole sentences are told apart.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from detente.model.report import Report
from detente.reading.extensions import sentences as prose
from detente.reading.front import read_front
from detente.reading.identity import identified
from detente.reading.parse import parse, plain
from detente.reading.pressures.candidates import candidates
from detente.reading.pressures.features import SIZE, Surroundings, features
from detente.reading.reader import load
from detente.reading.within import Within
from detente.sources import reports

if TYPE_CHECKING:
    from spacy.tokens import Doc

FOLDS = 5
BEFORE = ("times", "parties", "people", "statements")
LEAST = -1.45  # log odds from which a candidate is taken
PENALTY = 6e-3
CORPUS_WEIGHT = 0.08  # of a candidate of the corpus, whose sentences are of protests and not of disputes
OPTIONAL_WEIGHT = 0.5
ROUNDS, RATE = 300, 0.1
LONGEST = 220  # characters: a stretch that holds everything says nothing


@dataclass
class Example:
    places: list[int]
    right: float
    weight: float
    fold: int
    of_corpus: bool
    sentence: int


def main() -> None:
    out, corpus = Path(sys.argv[1]), Path(sys.argv[2])
    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines()]
    examples = list(of_corpus(rows))
    for folder in sys.argv[3:]:
        examples += of_reports(Path(folder))
    write(out, rows, examples)


def write(out: Path, rows: list[dict[str, Any]], examples: list[Example]) -> None:
    """Cross-validate, then learn from everything and store it."""
    held = np.zeros(len(examples))
    for fold in range(FOLDS):
        weights, bias = fit([each for each in examples if each.fold != fold])
        for at, each in enumerate(examples):
            if each.fold == fold:
                held[at] = weights[each.places].sum() + bias
    told("corpus, candidates", [e for e in examples if e.of_corpus], held[[e.of_corpus for e in examples]])
    told("reports, candidates", [e for e in examples if not e.of_corpus], held[[not e.of_corpus for e in examples]])
    sentences(rows, examples, held)
    weights, bias = fit(examples)
    np.savez_compressed(out, weights=weights.astype(np.float32), least=np.float32(LEAST - bias))


def of_corpus(rows: list[dict[str, Any]]) -> Iterator[Example]:
    """Candidates of the corpus; there, what a purpose clause wants is the cause of the deed."""
    nlp = load()
    docs = nlp.pipe([plain(row["text"]) for row in rows])
    for number, (row, doc) in enumerate(zip(rows, docs, strict=True)):
        gold = [(outer(r["cause"]), outer(r["effect"])) for r in row["relations"] if "text" not in r]
        for sentence in doc.sents:
            possible = candidates(sentence)
            for rank, each in enumerate(possible):
                cause, effect = stretch(doc, each.cause), stretch(doc, each.effect)
                if each.kind == "purpose":
                    cause, effect = effect, cause
                right = any(alike(cause, one) and alike(effect, other) for one, other in gold)
                yield example(features(each, Surroundings(len(possible), rank)), row["doc"], right, 1.0, number)


def of_reports(folder: Path) -> Iterator[Example]:
    """Candidates of annotated reports, read up to their statements."""
    nlp = load()
    parts = [nlp.create_pipe(f"detente_{name}") for name in BEFORE]
    for report in reports([str(folder / "texts")]):
        file = folder / "gold" / f"{Path(report.source).stem}.json"
        if not isinstance(report, Report) or not file.exists():
            continue
        front = read_front(report)
        doc = parse(identified(report, front), front, nlp)
        for part in parts:
            doc = part(doc)
        yield from of_doc(doc, json.loads(file.read_text(encoding="utf-8")))


def of_doc(doc: Doc, gold: dict[str, Any]) -> Iterator[Example]:
    """Candidates of one report; of what the annotation leaves open half."""
    text, around = doc._.detente_text, Within(doc)
    pairs = [(places(text, p, "cause"), places(text, p, "effect"), bool(p.get("optional"))) for p in gold["pressures"]]
    for sentence in prose(doc):
        possible = candidates(sentence)
        for rank, each in enumerate(possible):
            cause, effect = stretch(doc, each.cause), stretch(doc, each.effect)
            fits = [
                optional for causes, effects, optional in pairs
                if any(alike(cause, at) for at in causes) and any(alike(effect, at) for at in effects)
            ]  # fmt: skip
            said = around.said_by(sentence, each.at.idx) is not None
            seen = features(each, Surroundings(len(possible), rank, said))
            weight = OPTIONAL_WEIGHT if fits and all(fits) else 1.0
            yield example(seen, str(gold["source"]["dispute"]), bool(fits), weight, None)


def example(seen: list[int], document: str, right: bool, weight: float, sentence: int | None) -> Example:
    fold = int(hashlib.sha256(document.encode()).hexdigest(), 16) % FOLDS
    corpus = sentence is not None
    return Example(
        seen, float(right), weight * (CORPUS_WEIGHT if corpus else 1.0), fold, corpus,
        sentence if sentence is not None else -1,
    )  # fmt: skip


def outer(parts: list[dict[str, Any]]) -> tuple[int, int]:
    return min(part["span"][0] for part in parts), max(part["span"][1] for part in parts)


def stretch(doc: Any, tokens: tuple[int, int]) -> tuple[int, int]:
    return doc[tokens[0]].idx, doc[tokens[1] - 1].idx + len(doc[tokens[1] - 1])


def places(text: str, pressure: dict[str, Any], side: str) -> list[tuple[int, int]]:
    """Where the words of a cause or effect stand, its other wordings included."""
    wordings = (pressure[side], *pressure.get(f"{side}_also", []))
    return [
        (at, at + len(words)) for words in wordings if isinstance(words, str) and (at := text.find(words)) >= 0
    ]  # fmt: skip


def alike(ours: tuple[int, int], gold: tuple[int, int]) -> bool:
    """Whether one of two stretches lies for the larger part within the other."""
    shared = min(ours[1], gold[1]) - max(ours[0], gold[0])
    lengths = ours[1] - ours[0], gold[1] - gold[0]
    return shared > 0 and lengths[0] <= LONGEST and shared / min(lengths) >= 0.5


def fit(examples: list[Example]) -> tuple[np.ndarray, float]:
    """Logistic regression with a quadratic penalty, by Adam from zero; nothing in it is random."""
    rows = np.repeat(np.arange(len(examples)), [len(each.places) for each in examples])
    cols = np.concatenate([each.places for each in examples]).astype(int)
    right = np.array([each.right for each in examples])
    share = np.array([each.weight for each in examples])
    share /= share.sum()
    weights, bias, first, second = np.zeros(SIZE), 0.0, np.zeros(SIZE), np.zeros(SIZE)
    for step in range(1, ROUNDS + 1):
        odds = np.bincount(rows, weights=weights[cols], minlength=len(examples)) + bias
        wrong = share * (1 / (1 + np.exp(-odds)) - right)
        slope = np.bincount(cols, weights=wrong[rows], minlength=SIZE) + PENALTY * weights
        first = 0.9 * first + 0.1 * slope
        second = 0.99 * second + 0.01 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.99**step)) + 1e-8)
        bias -= 0.5 * float(wrong.sum())
    return weights, bias


def told(name: str, examples: list[Example], odds: np.ndarray) -> None:
    if examples:
        right, taken = np.array([each.right for each in examples]), odds > LEAST
        score(name, float((right * taken).sum()), float(taken.sum()), float(right.sum()))


def sentences(rows: list[dict[str, Any]], examples: list[Example], odds: np.ndarray) -> None:
    """Whether a sentence says that something causes something: whether a candidate of it is taken."""
    taken = {each.sentence for each, odd in zip(examples, odds, strict=True) if each.of_corpus and odd > LEAST}
    causal = {number for number, row in enumerate(rows) if row["causal"]}
    score("corpus, sentences", len(taken & causal), len(taken), len(causal))


def score(name: str, right: float, ours: float, gold: float) -> None:
    f1 = 2 * right / (ours + gold)
    print(f"{name:20} precision {right / ours:5.1%}  recall {right / gold:5.1%}  F1 {f1:5.1%}")


if __name__ == "__main__":
    main()
