"""Sheets that people marked -> how much of each section is right, and how far two of them agree."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from detente.errors import BadSheet, did_you_mean
from detente.record.reliability import alpha, wilson

MARKS = ("right", "partly", "wrong", "useless")


@dataclass(frozen=True, slots=True)
class Judgement:
    """What somebody says of an item."""

    id: str
    section: str
    mark: str


@dataclass(frozen=True, slots=True)
class Precision:
    """The marks of a section's items: the share that is right, and at least partly so, with 95 percent intervals."""

    section: str
    marks: dict[str, int]
    right: float
    right_interval: tuple[float, float]
    partly: float  #: right or partly
    partly_interval: tuple[float, float]


def judgements(path: Path) -> list[Judgement]:
    """The lines of a sheet that are marked; a mark may be cut to its first letters. Raises BadSheet with the line."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror.lower() if isinstance(error, OSError) and error.strerror else "it is no text in UTF-8"
        raise BadSheet(f"cannot be read: {reason}", str(path)) from None
    rows = list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    head = rows[0] if rows else []
    if missing := [name for name in ("mark", "id", "section") if name not in head]:
        raise BadSheet(f"has no column {missing[0]!r}; keep the head that detente sample wrote", str(path), 1)
    found: dict[str, Judgement] = {}
    for number, row in enumerate(rows[1:], start=2):
        line = dict(zip(head, row, strict=False))
        given = line.get("mark", "").strip().lower()
        if not given:
            continue
        fitting = [mark for mark in MARKS if mark.startswith(given)]
        if len(fitting) != 1:
            hint = did_you_mean(given, MARKS) or f"; there are {', '.join(MARKS)}"
            raise BadSheet(f"has the mark {given!r}{hint}", str(path), number)
        if not line.get("id") or not line.get("section"):
            raise BadSheet("lacks its id or section; keep the columns that detente sample wrote", str(path), number)
        if line["id"] in found:
            raise BadSheet(f"has {line['id']} a second time", str(path), number)
        found[line["id"]] = Judgement(line["id"], line["section"], fitting[0])
    return list(found.values())


def precision(given: Iterable[Judgement]) -> list[Precision]:
    """The precision of each section, and of all under ``all``; nothing for no judgements."""
    by_section: dict[str, Counter[str]] = {}
    for one in given:
        by_section.setdefault(one.section, Counter())[one.mark] += 1
    if len(by_section) > 1:
        by_section = dict(sorted(by_section.items())) | {"all": sum(by_section.values(), Counter())}
    return [_precision(section, marks) for section, marks in by_section.items()]


def _precision(section: str, marks: Counter[str]) -> Precision:
    of, right = marks.total(), marks["right"]
    partly = right + marks["partly"]
    counts = {mark: marks[mark] for mark in MARKS}
    return Precision(section, counts, right / of, wilson(right, of), partly / of, wilson(partly, of))


def agreement(sheets: Sequence[Iterable[Judgement]]) -> tuple[int, float | None]:
    """How many items several people marked, and Krippendorff's alpha of their marks."""
    marks: dict[str, list[str]] = {}
    for sheet in sheets:
        for one in sheet:
            marks.setdefault(one.id, []).append(one.mark)
    shared = [found for found in marks.values() if len(found) > 1]
    return len(shared), alpha(shared)
