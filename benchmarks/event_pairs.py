"""Events against sentences with one coded relation each: type, source and target of CAMEO's roots.

    event_pairs.py DATA.jsonl [even|odd]

DATA has one relation a line: ``{"text", "source", "target", "type"}``, source and target as they stand in the sentence.
Types are fifteen: CONCEDE and RETREAT count as YIELD. A type is right if an event of the sentence has it. Source and
target are right if the best event has the parties that the component itself sees at those words; where it sees none
they are not counted. ``even`` or ``odd`` takes every other line, so that one half can be looked at and the other not.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from event_accuracy import coded, codes  # type: ignore[import-not-found]

from detente.reading.english.cast import Cast
from detente.reading.reader import Reader

if TYPE_CHECKING:
    from spacy.tokens import Doc

YIELDING = frozenset({"CONCEDE", "RETREAT"})


def rooted(kind: str) -> str:
    """A type of PLOVER as a root of CAMEO."""
    return "YIELD" if kind in YIELDING else kind


def named(doc: Doc, words: str) -> set[str]:
    """The codes of the parties at some words of the sentence."""
    start = doc.text.find(words)
    span = doc.char_span(start, start + len(words), alignment_mode="expand") if start >= 0 else None
    return set(codes(Cast(doc).named(span.root, places=True).parties)) if span is not None else set()


def judge(row: dict[str, Any], doc: Doc, counts: Counter[str]) -> None:
    """Count one sentence."""
    events = coded(doc._.detente_events, [party.id for party in doc._.detente_parties])
    sides = {side: named(doc, row[side]) for side in ("source", "target")}

    def fit(event: dict[str, Any]) -> tuple[bool, ...]:
        return (rooted(event["type"]) == row["type"], *(set(event[side]) == sides[side] for side in sides))

    best = max(events, key=fit, default=None)
    kind = best is not None and rooted(best["type"]) == row["type"]
    counts["sentences"] += 1
    counts["type"] += kind
    right = []
    for side, wanted in sides.items():
        if wanted and best is not None:
            together = not best["target"] and wanted <= set(best["source"])
            right.append(together or set(best[side]) == wanted)
            counts[side] += right[-1]
        counts[f"{side}s"] += bool(wanted)
    counts["pairs"] += all(sides.values())
    counts["full"] += all(sides.values()) and kind and all(right)


def main(argv: list[str]) -> int:
    """Read DATA, print shares."""
    if not argv:
        print(__doc__, file=sys.stderr)
        return 2
    rows = [json.loads(line) for line in Path(argv[0]).read_text(encoding="utf-8").splitlines() if line.strip()]
    rows = rows[{"even": 0, "odd": 1}[argv[1]] :: 2] if len(argv) > 1 else rows
    reader = Reader(only=["events"])
    counts: Counter[str] = Counter()
    for row, doc in zip(rows, reader.nlp.pipe(row["text"] for row in rows), strict=True):
        for component in reader.components:
            component(doc)
        judge(row, doc, counts)
    for name, of in (("type", "sentences"), ("source", "sources"), ("target", "targets"), ("full", "pairs")):
        print(f"{name:7} {counts[name] / max(counts[of], 1):6.1%} of {counts[of]}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
