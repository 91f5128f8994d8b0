"""How far the readings of the example reports agree with the gold readings made for them by hand.

    python benchmarks/reading_accuracy.py [--errors] [REPORT …]

For each section: how many items gold has, and precision, recall and F1 of finding them. Items pair one to one: parties
by id or name, people, agreements and territories by name, statements, events and what lies ahead by the overlap of
their words. Optional items of gold neither earn nor cost, nor do events that are only spoken of. ``--errors`` names
what was missed or too much.
"""

from __future__ import annotations

import json
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from detente.model.report import Report
from detente.model.round_trip import reading_json
from detente.reading.reader import Reader
from detente.sources import reports

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "golden" / "gold"
EXAMPLES = ROOT / "examples" / "reports"
STOP = {"a", "an", "and", "of", "on", "the", "to"}
ENOUGH = 0.4  #: overlap from which two passages are the same
Item = dict[str, Any]
Alike = Callable[[str, Item, Item], float]


def plain(text: str) -> str:
    """Lower case without accents."""
    return "".join(char for char in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(char))


def place(text: str, words: Any) -> tuple[int, int] | None:
    """Where gold's words ("…" or {"start", "end"}) or the program's ({"start": 10, …}) stand."""
    if isinstance(words, dict) and isinstance(words["start"], int):
        return words["start"], words["end"]
    if not words:
        return None
    first, last = (words["start"], words["end"]) if isinstance(words, dict) else (words, words)
    if (start := text.find(first)) < 0:
        return None
    end = text.find(last, start)
    return (start, end + len(last)) if end >= 0 else None


def overlap(text: str, left: Any, right: Any, *, within: bool = False) -> float:
    """Overlap F1 of two passages; ``within`` also counts a trigger that lies inside the other's words."""
    if not left or not right or not (a := place(text, left)) or not (b := place(text, right)):
        return 0.0
    shared = min(a[1], b[1]) - max(a[0], b[0])
    shorter = min(a[1] - a[0], b[1] - b[0])
    if shared <= 0:
        return 0.0
    return 1.0 if within and shared >= shorter / 2 else 2 * shared / (a[1] - a[0] + b[1] - b[0])


def same_party(_: str, gold: Item, found: Item) -> float:
    """By id, or by any of the names that gold lists."""
    names = {plain(name) for name in (gold["id"], *gold["names"])}
    return float(bool({plain(name) for name in (found["id"], found["name"], *found["names"])} & names))


def same_person(_: str, gold: Item, found: Item) -> float:
    """By the whole name, or the last part of it."""
    return float(plain(gold["name"]).split()[-1] == plain(found["name"]).split()[-1])


def same_statement(text: str, gold: Item, found: Item) -> float:
    """By the words said; where nothing was said, by the cue."""
    field = "content" if gold["content"] else "cue"
    return overlap(text, gold[field], found[field] or found["content"], within=field == "cue")


def same_words(text: str, gold: Item, found: Item) -> float:
    """By the trigger, or by any other mention that gold lists."""
    return max(overlap(text, words, found["what"], within=True) for words in (gold["what"], *gold.get("also", [])))


def same_name(_: str, gold: Item, found: Item) -> float:
    """By the share of the shorter name's words that the other has, best of all names on both sides."""
    pairs = [
        (set(plain(a).split()) - STOP, set(plain(b).split()) - STOP)
        for a in (gold["name"], *gold.get("aliases", []))
        for b in (found["name"], *found["aliases"])
    ]
    return max((len(a & b) / min(len(a), len(b)) for a, b in pairs if a and b), default=0.0)


RULES: dict[str, Alike] = {
    "parties": same_party,
    "people": same_person,
    "statements": same_statement,
    "events": same_words,
    "ahead": same_words,
    "agreements": same_name,
    "territories": same_name,
}


def compare(text: str, gold: list[Item], found: list[Item], alike: Alike) -> tuple[int, list[Item], list[Item]]:
    """Pair the best first, required items before optional: how many were found, what was missed, what was too much."""
    marks = sorted(
        (
            (bool(g.get("optional")), -mark, i, k)
            for i, g in enumerate(gold)
            for k, f in enumerate(found)
            if (mark := alike(text, g, f)) >= ENOUGH
        )
    )
    partner: dict[int, int] = {}
    for _, _, i, k in marks:
        if i not in partner and k not in partner.values():
            partner[i] = k
    again = {k for _, _, _, k in marks}  # another mention of something already paired is no error
    missed = [g for i, g in enumerate(gold) if i not in partner and not g.get("optional")]
    extra = [f for k, f in enumerate(found) if k not in again]
    return sum(not gold[i].get("optional") for i in partner), missed, extra


def said(text: str, gold: Item, event: Item) -> bool:
    """Tell whether an event is only spoken of: its trigger stands within a statement, or is a statement's cue."""
    cues = {statement["cue"] for statement in gold["statements"]}
    return event["what"]["text"] in cues or any(
        span and span[0] <= event["what"]["start"] < span[1]
        for span in (place(text, statement["content"]) for statement in gold["statements"])
    )


def front(gold: Item, read: Item) -> tuple[list[Item], list[Item]]:
    """Headline, date and places of writing, gold's and the program's, as items to compare."""
    report = read["report"]
    want = [{"kind": "date", "values": values(gold["published"])}]
    want += [{"kind": "place", "values": values(place)} for place in gold["dateline"]]
    want += [{"kind": "headline", "values": values(gold["headline"])}] * bool(gold["headline"])
    have = [{"kind": "date", "values": [report["published"]]}]
    have += [{"kind": "place", "values": [place]} for place in report["dateline"]]
    return want, [*have, {"kind": "headline", "values": [report["headline"] or report["title"] or ""]}]


def values(value: Any) -> list[Any]:
    """All that would be right: gold gives a list where several are."""
    return value if isinstance(value, list) else [value]


def same_front(_: str, gold: Item, found: Item) -> float:
    """Pair what is of one kind and agrees; a date agrees with an interval that holds it."""
    if gold["kind"] != found["kind"]:
        return 0.0
    have = found["values"][0]
    if gold["kind"] == "date":
        return float(any(holds(want, have) for want in gold["values"]))
    return float(any(plain(have) in plain(want) or plain(want) in plain(have) for want in gold["values"] if have))


def holds(want: str | None, have: str | None) -> bool:
    """Tell whether an EDTF date lies within another; none lies only in none."""
    if not want or not have or "/" not in want:
        return want == have
    (first, last), days = want.split("/"), have.split("/")
    return first <= days[0] and days[-1][: len(last)] <= last


def label(item: Item) -> str:
    """Name an item shortly."""
    words = item.get("content") or item.get("what") or item.get("name") or item.get("cue") or item.get("values")
    if isinstance(words, dict):
        words = words.get("text") or f"{words['start']} … {words['end']}"
    return " ".join(str(words or item["id"]).split())[:100]


def gold_for(report: Report, readings: Iterable[Item]) -> Item | None:
    """Find the gold reading of a report: by its file, and by its record where the file has several."""
    name = Path(report.source).name.partition(":")[0]
    return next(
        (gold for gold in readings if gold["article"] == name and gold.get("record") in (None, report.given_id)), None
    )


def main() -> None:
    """Read, compare, print."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--errors"]
    made = [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]
    reader = Reader()
    totals: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for report in reports(arguments or [str(EXAMPLES)]):
        gold = gold_for(report, made) if isinstance(report, Report) else None
        if gold is None or not isinstance(report, Report):
            continue
        read = reading_json(reader.read(report))
        read["parties"] = [party for party in read["parties"] if party["mentions"]]  # gold has those of the report only
        jobs: dict[str, tuple[list[Item], list[Item], Alike]] = {"front": (*front(gold, read), same_front)}
        jobs |= {
            name: (gold[name], read[name], alike) for name, alike in RULES.items() if name in gold and name in read
        }
        for section, (wanted, found, alike) in jobs.items():
            hits, missed, extra = compare(report.text, wanted, found, alike)
            if section == "events":
                extra = [event for event in extra if not said(report.text, gold, event)]
            totals[section] = [a + b for a, b in zip(totals[section], (hits, len(missed), len(extra)), strict=True)]
            if "--errors" in sys.argv:
                for kind, items in (("missed", missed), ("too much", extra)):
                    print(
                        *(f"{report.source}  {section}  {kind}: {label(item)}" for item in items),
                        sep="\n",
                        end="\n" * bool(items),
                    )
    print(f"{'section':12}{'gold':>6}{'P':>8}{'R':>8}{'F1':>8}")
    for section, (hits, missed_count, extra_count) in totals.items():
        wanted_count, found_count = hits + missed_count, hits + extra_count
        precision, recall = hits / max(found_count, 1), hits / max(wanted_count, 1)
        f1 = 2 * precision * recall / max(precision + recall, 1e-9)
        print(f"{section:12}{wanted_count:6}{precision:8.3f}{recall:8.3f}{f1:8.3f}")


if __name__ == "__main__":
    main()
