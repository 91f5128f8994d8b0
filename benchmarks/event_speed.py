"""How fast events, terms and the agenda are read, against the bare spaCy pass over the same text, on one core.

    python benchmarks/event_speed.py [REPORT …]

Without arguments the example reports are read. Each round times the bare pass, then each component in its turn; the
shares are of the fastest rounds, in processor time. Then how the time of events for one document grows up to 1 MB.
"""

from __future__ import annotations

import os
import sys
import time
from collections import defaultdict
from pathlib import Path

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the command does

from spacy.tokens import Doc
from time_speed import long_doc  # type: ignore[import-not-found]

from detente.reading.reader import Reader
from detente.sources import reports

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
ROUNDS = 5
SIZES = (125_000, 250_000, 500_000, 1_000_000)  # characters
BEFORE = ("times", "parties", "people", "statements")
OWN = ("events", "terms", "ahead")


def main() -> None:
    """Measure and print."""
    paths = [str(path) for path in (map(Path, sys.argv[1:]) if len(sys.argv) > 1 else sorted(EXAMPLES.iterdir()))]
    texts = [report.text for report in reports(paths) if hasattr(report, "text")]
    nlp = Reader(only=["ahead"]).nlp
    components = {name: nlp.create_pipe(f"detente_{name}") for name in (*BEFORE, *OWN)}
    fastest: dict[str, float] = defaultdict(lambda: float("inf"))
    tokens = 0
    for _ in range(ROUNDS):
        begin = time.process_time()
        docs: list[Doc] = list(nlp.pipe(texts))
        fastest["bare"] = min(fastest["bare"], time.process_time() - begin)
        tokens = sum(len(doc) for doc in docs)
        for name, component in components.items():
            begin = time.process_time()
            for doc in docs:
                component(doc)
            fastest[name] = min(fastest[name], time.process_time() - begin)
    print(f"{len(texts)} reports, {tokens} tokens, fastest of {ROUNDS} rounds")
    for name in ("bare", *OWN):
        share = f"{fastest[name] / fastest['bare']:6.1%} of the bare pass" if name != "bare" else ""
        print(f"{name:7} {1e6 * fastest[name] / tokens:7.1f} microseconds a token  {share}")
    print(f"together {sum(fastest[name] for name in OWN) / fastest['bare']:.1%} of the bare pass")
    for size in SIZES:
        doc = long_doc(nlp, texts, size)
        for name in BEFORE:
            components[name](doc)
        begin = time.process_time()
        components["events"](doc)
        took = time.process_time() - begin
        print(f"{size:9,} characters, {len(doc):7,} tokens: {took:6.2f} s, {1e6 * took / len(doc):5.1f} us a token")


if __name__ == "__main__":
    main()
