"""Annotated TimeML files as parsed Docs with their gold times."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from lxml import etree
from open_dates import Gold
from spacy.language import Language
from spacy.tokens import Doc

from detente.model.report import Report
from detente.reading.front import read_front
from detente.reading.parse import parse
from detente.sources import reports

#: Left out of training: its weekdays are annotated a week before the ones that its own day of publication gives.
MISDATED = frozenset({"AP900815-0044.tml"})


def parsed(folder: Path, nlp: Language) -> Iterator[tuple[Path, Doc, list[Gold]]]:
    """Each file of a folder by name: parsed as ``detente read`` would, and the times of its TEXT."""
    for path in sorted(folder.glob("*.tml")):
        for report in reports([str(path)]):
            if isinstance(report, Report):
                yield path, parse(report, read_front(report), nlp), gold(path)


def own(path: Path, nlp: Language) -> Iterator[tuple[Doc, list[Gold]]]:
    """The sentences of ``own.txt``, each a report of its own; those with a weekday published on other days, too."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        published, sentence, value = line.split(" | ")
        start, end = sentence.index("["), sentence.index("]") - 1
        text = sentence.replace("[", "").replace("]", "")
        for day, meant in _days(published, value, weekday=text[start:end].lower().endswith("day")):
            doc = nlp(text)
            doc._.detente_published = day
            yield doc, [Gold(start, end, meant)]


def _days(published: str, value: str, *, weekday: bool) -> Iterator[tuple[str, str]]:
    """Days of publication with what a date then means: a weekday ahead stays ahead, one behind behind."""
    yield published, value
    if not weekday or len(value) != len(published):
        return
    told, meant = date.fromisoformat(published), date.fromisoformat(value)
    for later in range(1, 7):
        day = told + timedelta(later)
        if day.weekday() != meant.weekday():
            on = (meant - day).days % 7
            yield day.isoformat(), (day + timedelta(on if meant > told else on - 7)).isoformat()


def gold(path: Path) -> list[Gold]:
    """The TIMEX3 of a file's TEXT, in characters of the text as written there."""
    found: list[Gold] = []
    starts: list[int] = []
    at = 0
    for event, element in etree.iterwalk(etree.parse(str(path)).find(".//TEXT"), events=("start", "end")):
        if event == "start":
            starts.append(at)
            at += len(element.text or "")
            continue
        start = starts.pop()
        if element.tag == "TIMEX3" and at > start:
            found.append(Gold(start, at, element.get("value", "")))
        if element.tag != "TEXT":
            at += len(element.tail or "")
    return found
