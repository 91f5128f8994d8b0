"""How much time sections take (agreements to positions), against the bare spaCy pass over the same text, on one core.

    python benchmarks/sections_speed.py [REPORT …]

Without arguments the example reports are read. The components that they build on (times, parties, people, statements,
and events, which share an index of dates) run first and are not counted. Prints each one's share of the bare pass
(processor time, least of the rounds, taken in turns), and how the time for one document grows up to half a megabyte of
text.
"""

from __future__ import annotations

import sys
import time
from collections import defaultdict
from pathlib import Path

from spacy.tokens import Doc

from detente.model.report import Report
from detente.reading.front import read_front
from detente.reading.parse import parse
from detente.reading.reader import load
from detente.sources import report_from_text, reports

EXAMPLES = Path(__file__).parents[1] / "examples" / "reports"
ROUNDS = 5
SIZES = (125_000, 250_000, 500_000)  # characters
BEFORE = ("times", "parties", "people", "statements", "events")
MEASURED = ("agreements", "territories", "figures", "pressures", "positions")


def main() -> None:
    """Measure and print."""
    paths = [str(path) for path in (map(Path, sys.argv[1:]) if len(sys.argv) > 1 else sorted(EXAMPLES.iterdir()))]
    read = [report for report in reports(paths) if isinstance(report, Report)]
    nlp = load()
    before = [nlp.create_pipe(f"detente_{name}") for name in BEFORE]
    measured = {name: nlp.create_pipe(f"detente_{name}") for name in MEASURED}
    took: dict[str, list[float]] = defaultdict(list)
    tokens = 0
    for _ in range(ROUNDS):
        begin = time.process_time()
        docs = [parse(report, read_front(report), nlp) for report in read]
        took["bare pass"].append(time.process_time() - begin)
        for component in before:
            for doc in docs:
                component(doc)
        for name, component in measured.items():
            begin = time.process_time()
            for doc in docs:
                component(doc)
            took[name].append(time.process_time() - begin)
        tokens = sum(len(doc) for doc in docs)
    bare = min(took["bare pass"])
    print(f"{len(read)} reports, {tokens} tokens, {ROUNDS} rounds")
    for name, times in took.items():
        print(
            f"{name:12}{1e6 * min(times) / tokens:7.1f} microseconds a token: {min(times) / bare:6.1%} of the bare pass"
        )
    for size in SIZES:
        text = long_text([report.text for report in read], size)
        report = report_from_text(text)
        assert isinstance(report, Report)
        parsed: Doc = parse(report, read_front(report), nlp)
        for component in before:
            component(parsed)
        begin = time.process_time()
        for component in measured.values():
            component(parsed)
        spent = time.process_time() - begin
        print(
            f"{size:9,} characters, {len(parsed):7,} tokens: {spent:6.2f} s, {1e6 * spent / len(parsed):5.1f} a token"
        )


def long_text(texts: list[str], size: int) -> str:
    """The texts over and over, about so many characters."""
    pieces: list[str] = []
    length = 0
    while length < size:
        pieces.append(texts[len(pieces) % len(texts)])
        length += len(pieces[-1]) + 2
    return "\n\n".join(pieces)


if __name__ == "__main__":
    main()
