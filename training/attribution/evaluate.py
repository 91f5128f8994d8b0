"""Find statements with the package's learned finder and write them for the scorer.

``python evaluate.py DATA.jsonl CACHE.spacy OUT.jsonl [--size fast]``; CACHE holds the parsed articles (see data.py).
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

from data import paragraphs, parsed

from detente.reading.attribution.learned.finder import find_relations
from detente.reading.attribution.quotations import quotations


def main() -> None:
    """Read, find, write; the time goes to standard error."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("part", type=Path)
    parser.add_argument("cache", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--size", default="default")
    args = parser.parse_args()
    articles, docs = parsed(args.part, args.cache)
    seconds, tokens, lines = 0.0, 0, []
    for article, doc in zip(articles, docs, strict=True):
        where = paragraphs(article["text"])
        quoted = quotations(article["text"], where)
        begun = time.process_time()
        found = find_relations(doc, where, quoted, args.size)
        seconds += time.process_time() - begun
        tokens += len(doc)

        def chars(span, doc=doc):
            return [doc[span[0]].idx, doc[span[1] - 1].idx + len(doc[span[1] - 1])]

        statements = [
            {
                "cue": [chars(each.cue)],
                "source": [chars(each.source)] if each.source else None,
                "content": [chars(piece) for piece in each.content],
                "verbatim": None,
            }
            for each in found
        ]
        lines.append(json.dumps({"id": article["id"], "statements": statements}))
    args.out.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{1e6 * seconds / tokens:.1f} microseconds of processor time a token, {tokens} tokens", file=sys.stderr)


if __name__ == "__main__":
    main()
