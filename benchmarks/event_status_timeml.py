"""Event status against TimeML with EVENT, MAKEINSTANCE and SLINK, such as TimeBank 1.2.

    event_status_timeml.py FOLDER [even|odd]

TimeML has no status; one is made of its attributes. Denied: polarity NEG, or subordinated as COUNTER_FACTIVE.
Open: a modal verb, tense FUTURE, or subordinated as MODAL or CONDITIONAL. Occurred: the rest. Prints precision, recall
and F1 of the three and their macro F1. ``even`` or ``odd`` takes every other file. What is bought in "agreed to buy"
has no mark of its own in TimeML and counts as occurred, so the figure is one to compare with.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from lxml import etree  # type: ignore[import-untyped]

from detente.reading.english.factuality import status_of
from detente.reading.reader import load

CLASSES = {
    "occurred": "occurred", "ongoing": "occurred", "scheduled": "open", "hypothetical": "open", "denied": "denied",
}  # fmt: skip
Marked = tuple[int, int, str]


def read(path: Path) -> tuple[str, list[Marked]]:
    """The text of a file and its events: start, end and status."""
    root = etree.parse(path, etree.XMLParser(recover=True)).getroot()
    text = ""
    begins: dict[str, int] = {}
    places: dict[str, tuple[int, int]] = {}
    for kind, node in etree.iterwalk(root.find(".//TEXT"), events=("start", "end")):
        if kind == "start":
            if node.tag == "EVENT":
                begins[node.get("eid")] = len(text)
            text += node.text or ""
        elif node.tag != "TEXT":
            if node.tag == "EVENT":
                places[node.get("eid")] = (begins[node.get("eid")], len(text))
            text += node.tail or ""
    links: dict[str, set[str]] = {}
    for link in root.iter("SLINK"):
        links.setdefault(link.get("subordinatedEventInstance"), set()).add(link.get("relType"))
    made = {node.get("eventID"): node for node in reversed(list(root.iter("MAKEINSTANCE")))}
    return text, [
        (*places[event], status(node, links.get(node.get("eiid"), set())))
        for event, node in made.items()
        if event in places
    ]


def status(node: etree._Element, links: set[str]) -> str:
    """What an instance's attributes make of it."""
    if node.get("polarity") == "NEG" or "COUNTER_FACTIVE" in links:
        return "denied"
    modal = (node.get("modality") or "NONE").strip().upper() != "NONE"
    return "open" if modal or node.get("tense") == "FUTURE" or links & {"MODAL", "CONDITIONAL"} else "occurred"


def main(argv: list[str]) -> int:
    """Read, judge, print."""
    if not argv:
        print(__doc__, file=sys.stderr)
        return 2
    paths = sorted(Path(argv[0]).glob("*.tml"))
    paths = paths[{"even": 0, "odd": 1}[argv[1]] :: 2] if len(argv) > 1 else paths
    articles = [read(path) for path in paths]
    counts: Counter[tuple[str, str]] = Counter()
    for (_, events), doc in zip(articles, load().pipe(text for text, _ in articles), strict=True):
        for start, end, wanted in events:
            span = doc.char_span(start, end, alignment_mode="expand")
            if span is not None and len(span):
                counts[wanted, CLASSES[status_of(span.root).status]] += 1
    scores = []
    for name in ("occurred", "open", "denied"):
        hits = counts[name, name]
        precision = hits / max(sum(n for (_, got), n in counts.items() if got == name), 1)
        recall = hits / max(sum(n for (gold, _), n in counts.items() if gold == name), 1)
        scores.append(2 * precision * recall / max(precision + recall, 1e-9))
        print(f"{name:9} P {precision:.3f}  R {recall:.3f}  F1 {scores[-1]:.3f}")
    print(f"macro F1  {sum(scores) / len(scores):.3f} of {sum(counts.values())} events")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
