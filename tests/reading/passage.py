"""Passages that tests read, each with the lines that are to be read of it: the files ``told.txt``.

``> `` opens a passage ("¶" for an empty line: then it is a report with zones; "@2021-05-04 " its date), the lines
below are what is read of it, in order and whole. A field that is "*" is left open; after a line "..." more may be read.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from detente.model.date import Date
from detente.model.report import Report
from detente.reading.front import read_front
from detente.reading.parse import parse, plain
from detente.sources import report_from_text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from spacy.language import Language
    from spacy.tokens import Doc

_OPEN = "..."
_ROOMS = {"times": "time", "statements": "attribution"}


def doc_of(nlp: Language, passage: str, sections: tuple[str, ...]) -> Doc:
    """A passage with the items of some sections, its date known where the passage gives one."""
    doc = _parsed(nlp, passage)
    for section in sections:
        doc = _component(nlp, section)(doc)
    return doc


@cache
def _component(nlp: Language, section: str) -> Callable[[Doc], Doc]:
    import_module(f"detente.reading.{_ROOMS.get(section, section)}")
    made: Callable[[Doc], Doc] = nlp.create_pipe(f"detente_{section}")
    return made


def _parsed(nlp: Language, passage: str) -> Doc:
    date, _, text = passage.partition(" ") if passage.startswith("@") else ("", "", passage)
    if "¶" in text:
        report = report_from_text(text.replace(" ¶ ", "\n\n"), published=date[1:] or None)
        assert isinstance(report, Report)
        return parse(report, read_front(report), nlp)
    doc = nlp(plain(text))
    doc._.detente_key, doc._.detente_text = "report", text
    doc._.detente_published = Date.parse(date[1:]) if date else None
    return doc


def passages(file: Path) -> list[tuple[str, list[str]]]:
    """The passages of a file with their lines."""
    found: list[tuple[str, list[str]]] = []
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("> "):
            found.append((line[2:], []))
        elif found and line and not line.startswith("#"):
            found[-1][1].append(line)
    return found


def missed(expected: list[str], found: Iterable[str]) -> list[str]:
    """What is expected and not found, and what is found and not expected, each line with its sign."""
    rest = list(found)
    wrong: list[str] = []
    for line in expected:
        same = next((each for each in rest if _same(line, each)), None)
        if same is not None:
            rest.remove(same)
        elif line != _OPEN:
            wrong.append(f"- {line}")
    return wrong if _OPEN in expected else wrong + [f"+ {line}" for line in rest]


def _same(line: str, found: str) -> bool:
    if line[:2] != found[:2]:
        return False
    one, other = line[2:].split(" | "), found[2:].split(" | ")
    other += ["-"] * (len(one) - len(other))  # what is left out at the end
    return len(one) == len(other) and all(a in ("*", b) for a, b in zip(one, other, strict=True))
