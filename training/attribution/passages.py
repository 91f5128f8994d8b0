"""Our own passages with their marked attributions, as the corpus has them: ``python passages.py passages.txt OUT``."""

from __future__ import annotations

import argparse
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

MARK = re.compile(r"\[(?P<role>[sct])(?P<numbers>\d(?:,\d)*) (?P<words>[^]]+)\]")
ROLES = {"s": "source", "c": "cue", "t": "content"}


def article(name: str, marked: str) -> dict[str, Any]:
    """A passage as plain text and attributions; raises ValueError where a mark has no content or cue to it."""
    text, at = "", 0
    spans: dict[str, dict[str, list[list[int]]]] = defaultdict(lambda: defaultdict(list))
    for match in MARK.finditer(marked):
        text += marked[at : match.start()]
        for number in match["numbers"].split(","):
            spans[number][ROLES[match["role"]]].append([len(text), len(text) + len(match["words"])])
        text += match["words"]
        at = match.end()
    text += marked[at:]
    for number, roles in spans.items():
        if "content" not in roles or "cue" not in roles:
            raise ValueError(f"{name}: attribution {number} lacks its content or cue: {marked}")
    return {
        "id": name,
        "text": text,
        "attributions": [{role: roles.get(role) for role in ROLES.values()} for roles in spans.values()],
    }


def main() -> None:
    """Read, unmark, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("passages", type=Path)
    parser.add_argument("out", type=Path)
    args = parser.parse_args()
    lines = [line for line in args.passages.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    passages = [passage.strip() for passage in "\n".join(lines).split("\n\n") if passage.strip()]
    articles = [article(f"passage-{number}", passage) for number, passage in enumerate(passages, 1)]
    args.out.write_text("".join(json.dumps(each, ensure_ascii=False) + "\n" for each in articles), encoding="utf-8")


if __name__ == "__main__":
    main()
