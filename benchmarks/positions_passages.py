"""How well positions are found in the passages of ``tests/golden/positions``, whose answers were written beforehand.

    python benchmarks/positions_passages.py [--errors] [--half first|second] [PASSAGES.jsonl]

The first half are the passages of every other dispute, by name: those that may be learned from.

A position of the program and an annotated one are the same where their claims overlap: half of the shorter one's words,
best pairs first, one to one. Prints how many are found, and of those found how many have the right party, kind of
issue, stance, firmness, condition and consequence (these two: half of the words of either in the other's, and whole:
nothing but a word or two missing).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from detente.model.items import Position
from detente.model.words import Words
from detente.reading.reader import Reader
from detente.sources import report_from_text

PASSAGES = Path(__file__).parents[1] / "tests" / "golden" / "positions" / "passages.jsonl"
SHARE = 0.5
WHOLE = 0.85
_FIRM = {"firm": "firm", "soft": "tentative", None: None}

Span = tuple[int, int]


def main(argv: list[str]) -> int:
    """Measure and print."""
    half = argv[argv.index("--half") + 1] if "--half" in argv else None
    files = [each for each in argv if each.endswith(".jsonl")]
    rows = [json.loads(line) for line in Path(files[0] if files else PASSAGES).read_text(encoding="utf-8").splitlines()]
    reader, counts = Reader(), Counter[str]()
    first = sorted({row["dispute"] for row in rows})[::2]
    for row in rows:
        if half is not None and (row["dispute"] in first) != (half == "first"):
            continue
        reading = reader.read(report_from_text(row["text"], source=row["id"], published=row["published"]))
        names = {party.id: {party.id, party.name, *party.names} for party in reading.parties or ()}
        for line in compared(row, each_side(reading.positions or ()), names, counts):
            if "--errors" in argv:
                print(row["id"], line)
    print("\n".join(figures(counts)))
    return 0


def each_side(found: Iterable[Position]) -> list[Position]:
    """What several hold together as the position of each: the passages tell it so."""
    return [
        replace(one, side=(who,), party=who.id if who.kind == "party" else None) for one in found for who in one.side
    ]


def compared(
    row: dict[str, Any], ours: list[Position], names: dict[str, set[str]], counts: Counter[str]
) -> Iterator[str]:
    """Count one passage, and tell what is wrong in it."""
    text, gold = row["text"], row["positions"]
    counts["gold"] += len(gold)
    pairs = paired(text, gold, ours)
    for g, each in enumerate(gold):
        if g not in pairs:
            yield f"MISSED {each['party']} {each['stance']}: {each['claim']}"
            continue
        one = ours[pairs[g]]
        counts["found"] += 1
        yield from fields(text, each, one, names, counts)
    for o, one in enumerate(ours):
        if o not in pairs.values():
            counts["too much"] += 1
            yield f"EXTRA {one.party} {one.stance} {one.kind}: {one.claim.text}"


def fields(
    text: str, each: dict[str, Any], one: Position, names: dict[str, set[str]], counts: Counter[str]
) -> Iterator[str]:
    """Which fields of a pair are right."""
    sides = {
        name.casefold() for who in one.side for name in (who.name, *names.get(who.id or "", (who.id or who.name,)))
    }
    right = {
        "party": str(each["party"]).casefold().removeprefix("the ") in {side.removeprefix("the ") for side in sides},
        "kind": one.kind in listed(each["kind"]),
        "stance": one.stance in listed(each["stance"]),
    }
    for name, ok in right.items():
        counts[name] += ok
        if not ok:
            is_ = [who.id or who.name for who in one.side] if name == "party" else getattr(one, name)
            yield f"{name}: {is_} for {each[name]}: {one.claim.text}"
    if each["firm"] is not None or one.firmness is not None:
        counts["firm gold"] += each["firm"] is not None
        counts["firm ours"] += one.firmness is not None
        counts["firm"] += _FIRM[each["firm"]] == one.firmness
    for name in ("condition", "consequence"):
        yield from words(text, name, each[name], getattr(one, name), counts)


def words(text: str, name: str, gold: str | None, ours: Words | None, counts: Counter[str]) -> Iterator[str]:
    """Whether a condition or consequence is there, and whole."""
    counts[f"{name} gold"] += gold is not None
    counts[f"{name} ours"] += ours is not None
    if gold is not None and ours is not None:
        start = text.find(gold)
        share = cover((start, start + len(gold)), (ours.start, ours.end))
        counts[name] += min(share) >= SHARE
        counts[f"{name} whole"] += min(share) >= WHOLE
        if min(share) >= WHOLE:
            return
    if gold is not None or ours is not None:
        yield f"{name}: {ours.text if ours else None!r} for {gold!r}"


def paired(text: str, gold: list[dict[str, Any]], ours: list[Position]) -> dict[int, int]:
    """Which of ours is which annotated one, best first."""
    scores = []
    for g, each in enumerate(gold):
        start = text.find(each["claim"])
        for o, one in enumerate(ours):
            of_gold, of_ours = max(
                (cover((start, start + len(each["claim"])), (said.start, said.end)) for said in one.mentions),
                key=sum,
            )
            if max(of_gold, of_ours) >= SHARE:
                same = one.party == each["party"] or one.side[0].name == each["party"]
                scores.append((same + of_gold + of_ours, g, o))
    pairs: dict[int, int] = {}
    for _, g, o in sorted(scores, key=lambda one: (-one[0], one[1:])):
        if g not in pairs and o not in pairs.values():
            pairs[g] = o
    return pairs


def cover(one: Span, other: Span) -> tuple[float, float]:
    """The share of each that the other covers."""
    shared = max(min(one[1], other[1]) - max(one[0], other[0]), 0)
    return shared / (one[1] - one[0]), shared / (other[1] - other[0])


def listed(value: Any) -> list[Any]:
    """One value, or several of which any is right."""
    return value if isinstance(value, list) else [value]


def figures(counts: Counter[str]) -> Iterator[str]:
    """The figures as lines."""
    found, gold = counts["found"], counts["gold"]
    yield f"{gold} positions: found {found / gold:.1%}, precision {found / (found + counts['too much']):.1%}"
    for name in ("party", "kind", "stance"):
        yield f"{name:12} {counts[name] / found:.1%} of those found, {counts[name] / gold:.1%} of all"
    for name in ("condition", "consequence", "firm"):
        of_gold, of_ours = counts[f"{name} gold"], counts[f"{name} ours"]
        whole = f", whole {counts[f'{name} whole'] / of_gold:.1%}" if name != "firm" and of_gold else ""
        precision = counts[name] / max(of_ours, 1)
        yield f"{name:12} recall {counts[name] / max(of_gold, 1):.1%} of {of_gold}, precision {precision:.1%}{whole}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
