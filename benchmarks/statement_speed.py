"""How fast statements are found and resolved, against the bare spaCy pass over the same text, on one core.

    python benchmarks/statement_speed.py [REPORT …]

Without arguments the example reports are read. Prints, for the default network and for the small one of ``--fast``, the
time of the whole component (finding, resolving, dating) as a share of the bare pass, how it grows up to 1 MB of text,
and the peak of memory. Times are of the processor, the least of the rounds.
"""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command does

from spacy.tokens import Doc

from detente.model.report import Report
from detente.reading.attribution import Statements
from detente.reading.reader import load
from detente.sources import reports

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
ROUNDS = 5
WIDTHS: tuple[Literal["default", "fast"], ...] = ("default", "fast")
LENGTHS = (125_000, 250_000, 500_000, 1_000_000)  # characters


def main() -> None:
    """Measure and print."""
    found = reports(sys.argv[1:] or [str(EXAMPLES)])
    texts = [report.text for report in found if isinstance(report, Report)]
    nlp = load()
    before = [nlp.create_pipe(f"detente_{name}") for name in ("times", "parties", "people")]
    components = {size: Statements(nlp, size=size) for size in WIDTHS}
    bare = float("inf")
    own = dict.fromkeys(WIDTHS, float("inf"))
    tokens = 0
    for _ in range(ROUNDS):
        begin = time.process_time()
        docs = list(nlp.pipe(texts))
        bare = min(bare, time.process_time() - begin)
        docs = [resolved(doc, before) for doc in docs]
        tokens = sum(len(doc) for doc in docs)
        for size, component in components.items():
            begin = time.process_time()
            for doc in docs:
                component(doc)
            own[size] = min(own[size], time.process_time() - begin)
    print(f"{len(texts)} reports, {tokens} tokens, {ROUNDS} rounds")
    print(f"bare pass {1e6 * bare / tokens:7.1f} microseconds a token")
    for size, took in own.items():
        print(f"{size:9} {1e6 * took / tokens:7.1f} microseconds a token: {took / bare:.1%} of the bare pass")
    parsed = [resolved(doc, before) for doc in nlp.pipe(texts)]
    for length in LENGTHS:
        doc = long_doc(parsed, length)
        begin = time.process_time()
        components["default"](doc)
        took = time.process_time() - begin
        rate = 1e6 * took / len(doc)
        print(f"{length:9,} characters, {len(doc):7,} tokens: {took:6.2f} s, {rate:5.1f} microseconds a token")
    print(f"peak of memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


def resolved(doc: Doc, components: list[Callable[[Doc], Doc]]) -> Doc:
    """A Doc with its text, times, parties and people, as the component meets it."""
    doc._.detente_text = doc.text
    for component in components:
        doc = component(doc)
    return doc


def long_doc(parsed: list[Doc], length: int) -> Doc:
    """One parsed document of about so many characters, the texts over and over; people and times are not carried."""
    docs: list[Doc] = []
    reached = 0
    while reached < length:
        docs.append(parsed[len(docs) % len(parsed)])
        reached += len(docs[-1].text) + 1
    doc = Doc.from_docs(docs)
    assert doc is not None
    for name in ("times", "parties", "people"):
        doc._.set(f"detente_{name}", ())
    return doc


if __name__ == "__main__":
    main()
