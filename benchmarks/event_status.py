"""Event status against sentences with marked mentions: writes what a factuality scorer reads.

    event_status.py DATA.jsonl OUT.jsonl

DATA has one sentence a line: ``{"id", "text", "events": [{"id", "spans": [[start, end], …]}]}``. Every mention, of
politics or not, is given to the status rules of ``detente_events``; OUT has the same ids with ``status``. What goes on
counts as occurred, as the scheme of MEANTIME has no class for it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.reading.english.factuality import status_of
from detente.reading.reader import load

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token


def mention_token(doc: Doc, spans: list[list[int]]) -> Token | None:
    """The syntactic head of a mention."""
    span = doc.char_span(spans[0][0], max(end for _, end in spans), alignment_mode="expand")
    return span.root if span is not None and len(span) else None


def judge(doc: Doc, mention: dict[str, Any]) -> dict[str, Any]:
    """The mention's id and its status."""
    token = mention_token(doc, mention["spans"])
    status = status_of(token).status if token is not None else "occurred"
    return {"id": mention["id"], "status": "occurred" if status == "ongoing" else status}


def main(argv: list[str]) -> int:
    """Read DATA, write OUT."""
    if len(argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    lines = Path(argv[0]).read_text(encoding="utf-8").splitlines()
    sentences = [json.loads(line) for line in lines if line.strip()]
    docs = load().pipe(sentence["text"] for sentence in sentences)
    with Path(argv[1]).open("w", encoding="utf-8") as out:
        for sentence, doc in zip(sentences, docs, strict=True):
            events = [judge(doc, mention) for mention in sentence["events"]]
            out.write(json.dumps({"id": sentence["id"], "events": events}) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
