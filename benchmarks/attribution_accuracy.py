"""Find statements in articles and write them as spans: ``attribution_accuracy.py DATA.jsonl OUT.jsonl``.

DATA has an article a line with ``id`` and ``text``, paragraphs parted by line ends (PolNeAR in that form). OUT gets
``{"id", "statements": [{"content", "source", "cue", "verbatim"}]}``, spans ``[start, end)`` in characters of the text.

Sources stay the mention in place ("he", "who"), not whom it stands for. A silence without a topic has what was
declined ("to comment") as its content, as the corpus has it. Figures without people and accords of two sides, which
the component leaves out of a reading, are kept here. The time is that of finding, without the parse and resolving.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from pathlib import Path
from typing import Any

from spacy.tokens import Doc

from detente.model.report import DateBasis, Front, Published, Report, Zone, ZoneSpan
from detente.reading.attribution.finder import find
from detente.reading.attribution.passage import Passage
from detente.reading.parse import parse
from detente.reading.reader import DEFAULT_MODEL, load

_PARAGRAPH = re.compile(r"[^\n]+\n*")


def front(text: str) -> Front:
    """Front matter that calls every line of a text body."""
    zones = tuple(ZoneSpan(Zone.BODY, *match.span()) for match in _PARAGRAPH.finditer(text))
    return Front(None, Published(None, DateBasis.UNKNOWN), (), (), (), (), zones)


def statements(doc: Doc) -> list[dict[str, Any]]:
    """What the finder has found in a Doc, as spans of characters."""

    def span(tokens: tuple[int, int] | None) -> list[list[int]] | None:
        return [[doc[tokens[0]].idx, doc[tokens[1] - 1].idx + len(doc[tokens[1] - 1])]] if tokens else None

    found = (each for each in find(Passage(doc)) if each.content or each.rest)
    return [
        {
            "content": [list(piece) for piece in each.content or each.rest],
            "source": span(each.source),
            "cue": span(each.cue),
            "verbatim": each.form == "direct",
        }
        for each in found
    ]


def main() -> None:
    """Read, find, write; the time that finding took goes to standard error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--model", default=DEFAULT_MODEL, help="an installed spaCy pipeline")
    args = parser.parse_args()
    nlp = load(args.model)
    seconds, tokens = 0.0, 0
    with args.data.open(encoding="utf-8") as lines, args.out.open("w", encoding="utf-8") as out:
        for line in lines:
            article = json.loads(line)
            report = Report(article["id"], article["text"], args.data.name, "jsonl", "")
            doc = parse(report, front(report.text), nlp)
            begun = time.perf_counter()
            found = statements(doc)
            seconds += time.perf_counter() - begun
            tokens += len(doc)
            out.write(json.dumps({"id": article["id"], "statements": found}) + "\n")
    print(f"{1e6 * seconds / max(tokens, 1):.1f} microseconds a token over {tokens} tokens", file=sys.stderr)


if __name__ == "__main__":
    main()
