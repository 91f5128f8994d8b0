"""Time expressions against TimeML gold (TempEval-3 measure), and the system's files for other scorers.

    python benchmarks/time_accuracy.py GOLD_FOLDER OUT_FOLDER

Reads every .tml of GOLD_FOLDER (its TEXT and DCT, never its TIMEX3), writes what Detente finds to OUT_FOLDER under the
same names, and prints strict, relaxed and value F1, with the kinds of expression: how many there are, found with the
exact extent, given the right value, and how many are spurious.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from detente.formats.timeml import timeml
from detente.model.report import Report
from detente.reading.reader import Reader
from detente.sources import reports

_KINDS = (
    ("past, present, future", re.compile(r"value:(?:PAST|PRESENT|FUTURE)_REF")),
    ("set", re.compile(r"type:SET")),
    ("time of day", re.compile(r"value:[^P].*T(?:\d|MO|AF|EV|NI)")),
    ("duration, vague", re.compile(r"value:P.*X")),
    ("duration, exact", re.compile(r"value:P")),
    ("quarter, half, fiscal", re.compile(r"text:.*(?:quarter|half|fiscal|period)")),
    ("ago, earlier, later", re.compile(r"text:(?!.*this).*\b(?:ago|earlier|later)\b")),
    ("weekday", re.compile(r"text:.*(?:mon|tues|wednes|thurs|fri|satur|sun)day")),
    ("today, yesterday", re.compile(r"text:.*\b(?:today|yesterday|tomorrow)\b")),
    ("week", re.compile(r"text:.*\bweek")),
    ("date with its year", re.compile(r"text:.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*\d{4}")),
    ("month and day", re.compile(r"text:.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec).*\d")),
    ("month", re.compile(r"text:.*\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)")),
    ("season", re.compile(r"text:.*(?:spring|summer|fall|autumn|winter)")),
    ("this, last, next month", re.compile(r"text:.*\bmonth")),
    ("this, last, next year", re.compile(r"text:.*\byear")),
    ("year, decade, century", re.compile(r"text:.*(?:\d|centur|ties)")),
)


class Timex(NamedTuple):
    """A time expression at letters ``[start, end)``, white space not counted."""

    start: int
    end: int
    text: str
    type: str
    value: str

    @property
    def kind(self) -> str:
        """What kind of expression it is, by its words and value."""
        lines = (f"type:{self.type}", f"value:{self.value}", f"text:{self.text.lower()}")
        return next((name for name, pattern in _KINDS for line in lines if pattern.match(line)), "other")


def main() -> None:
    """Read, write and print."""
    gold_folder, out_folder = Path(sys.argv[1]), Path(sys.argv[2])
    out_folder.mkdir(parents=True, exist_ok=True)
    reader = Reader(only=["times"])
    counts: Counter[str] = Counter()
    kinds: dict[str, Counter[str]] = {}
    for path in sorted(gold_folder.glob("*.tml")):
        for report in reports([str(path)]):
            if isinstance(report, Report):
                (out_folder / path.name).write_text(timeml(reader.read(report)), encoding="utf-8", newline="")
        if (out_folder / path.name).exists():
            compare(times_of(path), times_of(out_folder / path.name), counts, kinds)
    print_figures(counts, kinds)


def times_of(path: Path) -> list[Timex]:
    """The TIMEX3 of a file's TEXT."""
    found: list[Timex] = []
    at = 0
    for event, element in etree.iterwalk(etree.parse(str(path)).find(".//TEXT"), events=("start", "end")):
        if event == "start":
            element.set("at", str(at))
            at += _letters(element.text)
            continue
        if element.tag == "TIMEX3":
            text = " ".join("".join(element.itertext()).split())
            found.append(Timex(int(element.get("at")), at, text, element.get("type"), element.get("value")))
        if element.tag != "TEXT":
            at += _letters(element.tail)
    return [timex for timex in found if timex.end > timex.start]


def _letters(text: str | None) -> int:
    return len("".join((text or "").split()))


def compare(gold: list[Timex], system: list[Timex], counts: Counter[str], kinds: dict[str, Counter[str]]) -> None:
    """Pair gold and system, equal extents first, and count."""
    pairs = [(g, s) for g in gold for s in system if g.start < s.end and s.start < g.end]
    pairs.sort(key=lambda pair: (pair[0][:2] != pair[1][:2], pair[0].start + pair[1].start))
    taken: set[Timex] = set()
    matched: set[Timex] = set()
    for g, s in pairs:
        if g in matched or s in taken:
            continue
        matched.add(g)
        taken.add(s)
        row = kinds.setdefault(g.kind, Counter())
        hits = {"found": 1, "exact": g[:2] == s[:2], "value": g.value == s.value}
        row.update(hits)
        counts.update(hits)
    counts.update(gold=len(gold), system=len(system))
    _count(kinds, gold, "gold")
    _count(kinds, (timex for timex in system if timex not in taken), "spurious")


def _count(kinds: dict[str, Counter[str]], timexes: Iterable[Timex], column: str) -> None:
    for timex in timexes:
        kinds.setdefault(timex.kind, Counter())[column] += 1


def print_figures(counts: Counter[str], kinds: dict[str, Counter[str]]) -> None:
    """The figures in all and by kind."""
    total = counts["gold"] + counts["system"]
    if not total:
        print("no time expressions")
        return
    strict, relaxed = 200 * counts["exact"] / total, 200 * counts["found"] / total
    value = relaxed * counts["value"] / max(counts["found"], 1)
    print(f"strict F1 {strict:.1f}   relaxed F1 {relaxed:.1f}   value F1 {value:.1f}   gold {counts['gold']}")
    print(f"{'':24}{'gold':>7}{'found':>7}{'exact':>7}{'value':>7}{'spurious':>10}")
    for kind, row in sorted(kinds.items(), key=lambda entry: (-entry[1]["gold"], entry[0])):
        print(f"{kind:24}{row['gold']:7}{row['found']:7}{row['exact']:7}{row['value']:7}{row['spurious']:10}")


if __name__ == "__main__":
    main()
