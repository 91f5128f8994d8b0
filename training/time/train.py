"""Train the weights of a release: ``python training/time/train.py OUT.json FOLDER …``, folders of annotated TimeML."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from corpus import MISDATED, own, parsed
from fit import PENALTY, fit
from open_dates import Example, examples, of_another_kind

from detente.reading.reader import load

OWN = Path(__file__).with_name("own.txt")


def main() -> None:
    """Train on every report of the folders and on our own sentences, and write the weights."""
    out, folders = Path(sys.argv[1]), [Path(name) for name in sys.argv[2:]]
    nlp = load()
    read = [entry for folder in folders for entry in parsed(folder, nlp) if entry[0].name not in MISDATED]
    reports = [list(examples(doc, gold)) for _, doc, gold in read]
    extra = [list(of_another_kind(examples(doc, gold))) for doc, gold in own(OWN, nlp)]
    model = fit([*reports, *extra])
    source = (
        f"training/time: {_count(reports)} open dates of {len(reports)} annotated reports and {_count(extra)} of "
        f"our own sentences, penalty {PENALTY}"
    )
    written = {"source": source, "date": "2026-11-26", "weights": model.weights}
    out.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")


def _count(reports: list[list[Example]]) -> int:
    return sum(map(len, reports))


if __name__ == "__main__":
    main()
