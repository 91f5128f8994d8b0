"""A file's name for each report: its own, fit for every system, and unlike those of all reports before it."""

from __future__ import annotations

import re
import sys
import unicodedata
from itertools import chain, count
from pathlib import PurePath

from detente.model.report import Report

_UNSAFE = re.compile(r"[^\w.,=+-]+")
_ONE_OF_MANY = re.compile(r"(.+?)(?:\.[^.:]*)?:(\d+)")  # box.mbox:12
_LONGEST = 160  # bytes, with the ending still to come; systems take 255


class Names:
    """Names with one ending. The same reports in the same order get the same names."""

    def __init__(self, ending: str) -> None:
        self.ending = ending
        self._taken: set[str] = set()

    def of_file(self, path: str) -> str:
        """The name that a report from this file gets if it is the first of that name."""
        return _safe(PurePath(path).stem) + self.ending

    def of_report(self, report: Report) -> str:
        """A JSON line's id, else the name of the report's file, with its number if that has many.

        The hash of its text and a number follow if the name is taken.
        """
        by_id = report.format == "jsonl" or report.source == "-"
        given = (report.given_id or report.id) if by_id else _stem(report.source)
        stem = _safe(given) or report.text_sha256[:16]
        longer = f"{stem}-{report.text_sha256[:8]}"
        for name in chain([stem, longer], (f"{longer}-{number}" for number in count(2))):
            if _alike(name) not in self._taken:
                break
        self._taken.add(_alike(name))
        return name + self.ending


def _stem(source: str) -> str:
    one_of_many = _ONE_OF_MANY.fullmatch(PurePath(source).name)
    return f"{one_of_many[1]}-{one_of_many[2]}" if one_of_many else PurePath(source).stem


def _safe(stem: str) -> str:
    encoding = sys.getfilesystemencoding()  # which may lack characters
    cut = stem.encode(encoding, "replace")[:_LONGEST].decode(encoding, "ignore")
    return _UNSAFE.sub("-", cut).strip("-.")


def _alike(name: str) -> str:
    """The same for names that some file system takes for one."""
    return unicodedata.normalize("NFKC", name).casefold()
