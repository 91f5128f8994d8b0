"""Time expressions against TimeML gold (TempEval-3 measure), and the system's files for other scorers.

    python benchmarks/time_accuracy.py [--released] OUT_FOLDER GOLD_FOLDER …

Cross-validates by report: for each fifth of all reports (by hash of their file names) the direction of open dates is
learned from the other four fifths and our own sentences (``training/time``), then the fifth is read: its TEXT and DCT,
never its TIMEX3. With ``--released`` the weights of the package, which saw them all, read them instead. What is found
is written to OUT_FOLDER under each gold folder's and file's name. Prints for each folder strict, relaxed and value F1
and, by kind of expression, how many there are, found, with the exact extent, with the right value, and spurious; then
the right directions of open dates when learned from one folder alone and measured on another.
"""

from __future__ import annotations

import hashlib
import re
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from lxml import etree  # type: ignore[import-untyped]

from detente.formats.timeml import timeml
from detente.model.items import Time
from detente.model.reading import Provenance, Reading
from detente.model.report import Report
from detente.reading.front import read_front
from detente.reading.reader import load
from detente.reading.time import Times
from detente.sources import reports

sys.path.insert(0, str(Path(__file__).parents[1] / "training" / "time"))
from corpus import MISDATED, own, parsed  # type: ignore[import-not-found]
from fit import fit  # type: ignore[import-not-found]
from open_dates import examples, of_another_kind  # type: ignore[import-not-found]

OWN = Path(__file__).parents[1] / "training" / "time" / "own.txt"
FOLDS = 5

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
    """Train, read, write and print."""
    arguments = sys.argv[1:]
    released = "--released" in arguments
    out, *folders = [Path(argument) for argument in arguments if argument != "--released"]
    nlp = load()
    read = {folder: list(parsed(folder, nlp)) for folder in folders}
    learned = {path: list(examples(doc, gold)) for entries in read.values() for path, doc, gold in entries}
    own_examples = [list(of_another_kind(examples(doc, gold))) for doc, gold in own(OWN, nlp)]
    models = [
        fit([*(found for path, found in learned.items() if fold(path) != held and usable(path)), *own_examples])
        for held in range(FOLDS)
    ]
    for folder, entries in read.items():
        (out / folder.name).mkdir(parents=True, exist_ok=True)
        counts: Counter[str] = Counter()
        kinds: dict[str, Counter[str]] = {}
        for path, doc, _ in entries:
            times = Times(nlp, model=None if released else models[fold(path)])(doc)._.detente_times
            written = out / folder.name / path.name
            written.write_text(timeml(reading(path, times)), encoding="utf-8", newline="")
            compare(times_of(path), times_of(written), counts, kinds)
        print(folder.name)
        print_figures(counts, kinds)
    for first in folders:
        for second in folders:
            if first != second:
                model = fit([*(learned[path] for path, *_ in read[first] if usable(path)), *own_examples])
                asked = [example for path, *_ in read[second] for example in learned[path]]
                right = sum((model.odds(example.features) > 0) == example.ahead for example in asked)
                print(f"open dates, {first.name} to {second.name}: {right} of {len(asked)} right")


def fold(path: Path) -> int:
    """The fold of a report, by its name alone."""
    return int(hashlib.sha256(path.name.encode()).hexdigest(), 16) % FOLDS


def usable(path: Path) -> bool:
    """Whether a report may be trained on."""
    return path.name not in MISDATED


def reading(path: Path, times: tuple[Time, ...]) -> Reading:
    """A reading of a gold file's report with times only."""
    report = next(report for report in reports([str(path)]) if isinstance(report, Report))
    return Reading(report, read_front(report), Provenance("benchmark", "", "", "", {}, {}, {}), {"times": times})


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
