"""Read articles and write their statements as spans: ``attribution_accuracy.py DATA.jsonl OUT.jsonl [--fast]``.

DATA has an article a line with ``id`` and ``text`` (PolNeAR in that form). OUT gets
``{"id", "statements": [{"content", "source", "cue", "verbatim"}]}``, spans ``[start, end)`` in characters of the text.
Articles are read as ``detente read`` reads them, front matter and all; with ``--body`` every line counts as body.

Four conventions of the corpus are met here: what a headline says counts beside the lead that says it again, what is
carried over from a statement belongs to its content, the "that" of a clause stands in the content, and a silence
without a topic has what was declined ("to comment") as its content.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from typing import Any

from detente.model.items import Statement
from detente.model.report import DateBasis, Front, Published, Report, Zone, ZoneSpan
from detente.model.words import Words
from detente.reading.attribution import Statements
from detente.reading.parse import parse
from detente.reading.reader import DEFAULT_MODEL, Reader

_PARAGRAPH = re.compile(r"[^\n]+\n*")
_THAT = re.compile(r"\bthat[ \n\"“‘']+$", re.IGNORECASE)
_DECLINED = re.compile(r"(?:declin|refus|would not|did not)\w*\s+(?=to |say|comment|elaborate|answer)", re.IGNORECASE)


def body(text: str) -> Front:
    """Front matter that calls every line of a text body."""
    zones = tuple(ZoneSpan(Zone.BODY, *match.span()) for match in _PARAGRAPH.finditer(text))
    return Front(None, Published(None, DateBasis.UNKNOWN), (), (), (), (), zones)


def read_body(reader: Reader, report: Report) -> tuple[Statement, ...]:
    """The statements of a text that is all body."""
    doc = parse(report, body(report.text), reader.nlp)
    for component in reader.components:
        doc = component(doc)
    found: tuple[Statement, ...] = doc._.detente_statements
    return found


def pieces(words: Words | None) -> list[list[int]]:
    """The stretches of words."""
    return [] if words is None else [list(span) for span in words.spans or ((words.start, words.end),)]


def as_in_corpus(text: str, found: tuple[Statement, ...]) -> list[dict[str, Any]]:
    """Statements in the corpus's form and conventions."""
    rows: list[dict[str, Any]] = []
    by_source: dict[tuple[tuple[int, ...], ...], dict[str, Any]] = {}
    for statement in found:
        content, source, cue = pieces(statement.content), pieces(statement.source), pieces(statement.cue)
        of = tuple(map(tuple, source))
        if not cue and of in by_source:
            by_source[of]["content"] += content
            continue
        if not content and cue and (declined := _DECLINED.search(text, *cue[0])):
            content, cue = [[declined.end(), cue[0][1]]], [[cue[0][0], declined.end()]]
        if content and (that := _THAT.search(text, max(0, content[0][0] - 8), content[0][0])):
            content[0][0] = that.start()
        verbatim = statement.manner == "direct"
        rows.append({"content": content, "source": source or None, "cue": cue or None, "verbatim": verbatim})
        if source:
            by_source[of] = rows[-1]
    return [row for row in rows if row["content"]]


def main() -> None:
    """Read, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--model", default=DEFAULT_MODEL, help="an installed spaCy pipeline")
    parser.add_argument("--fast", action="store_true", help="with the small network")
    parser.add_argument("--body", action="store_true", help="call every line body")
    args = parser.parse_args()
    reader = Reader(args.model, only=["statements"], fast=args.fast)
    for component in reader.components:
        if isinstance(component, Statements):
            component.headlines = True
    with args.data.open(encoding="utf-8") as lines, args.out.open("w", encoding="utf-8") as out:
        for line in lines:
            article = json.loads(line)
            report = Report(article["text"], f"{args.data.name}:{article['id']}", "jsonl", "")
            found = read_body(reader, report) if args.body else reader.read(report).statements or ()
            out.write(json.dumps({"id": article["id"], "statements": as_in_corpus(report.text, found)}) + "\n")


if __name__ == "__main__":
    main()
