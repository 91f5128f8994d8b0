"""How fast time expressions are found and normalised, against the bare spaCy pass over the same text, on one core.

    python benchmarks/time_speed.py [REPORT …]

Without arguments the example reports are read. Prints the share of the bare pass (processor time, median of the
rounds), and how the time for one document grows up to 1 MB of text.
"""

from __future__ import annotations

import statistics
import sys
import time
from pathlib import Path

from spacy.language import Language
from spacy.tokens import Doc

from detente.reading.reader import load
from detente.reading.time import Times
from detente.sources import reports

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
ROUNDS = 5
SIZES = (125_000, 250_000, 500_000, 1_000_000)  # characters


def main() -> None:
    """Measure and print."""
    paths = [str(path) for path in (map(Path, sys.argv[1:]) if len(sys.argv) > 1 else sorted(EXAMPLES.iterdir()))]
    texts = [report.text for report in reports(paths) if hasattr(report, "text")]
    nlp = load()
    times = Times(nlp)
    bare, own, tokens = [], [], 0
    for _ in range(ROUNDS):
        begin = time.process_time()
        docs = list(nlp.pipe(texts))
        bare.append(time.process_time() - begin)
        begin = time.process_time()
        for doc in docs:
            times(doc)
        own.append(time.process_time() - begin)
        tokens = sum(len(doc) for doc in docs)
    share = statistics.median(own) / statistics.median(bare)
    print(f"{len(texts)} reports, {tokens} tokens, {ROUNDS} rounds")
    print(f"bare pass {1e6 * statistics.median(bare) / tokens:7.1f} microseconds a token")
    print(f"times     {1e6 * statistics.median(own) / tokens:7.1f} microseconds a token: {share:.1%} of the bare pass")
    for size in SIZES:
        doc = long_doc(nlp, texts, size)
        begin = time.process_time()
        times(doc)
        took = time.process_time() - begin
        rate = 1e6 * took / len(doc)
        print(f"{size:9,} characters, {len(doc):7,} tokens: {took:6.2f} s, {rate:5.1f} microseconds a token")


def long_doc(nlp: Language, texts: list[str], size: int) -> Doc:
    """One parsed document of about so many characters, the texts over and over."""
    parsed = list(nlp.pipe(texts))
    docs: list[Doc] = []
    length = 0
    while length < size:
        docs.append(parsed[len(docs) % len(parsed)])
        length += len(docs[-1].text) + 1
    doc = Doc.from_docs(docs)
    assert doc is not None
    return doc


if __name__ == "__main__":
    main()
