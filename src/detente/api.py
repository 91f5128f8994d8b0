"""The Python API; its names are offered by the package itself."""

from __future__ import annotations

import os
import re
from functools import cache
from itertools import islice
from pathlib import Path, PurePath

from detente.errors import UnreadableReport
from detente.model.reading import Reading
from detente.model.report import Report, SetAside
from detente.reading.reader import DEFAULT_MODEL, Reader
from detente.sources import report_from_text, reports
from detente.sources.told import told

__all__ = ["Reader", "Reading", "Report", "read"]


#: What a line is taken for a path by, though there may be no such file: how it begins, or one word like a file's name.
_PATH = re.compile(r"(?:\.{0,2}/|~|[A-Za-z]:\\).*|\S*[/\\]\S*|\S+\.\w{1,8}")
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_MANY = "go through detente.sources.reports and detente.Reader"


def read(text_or_path: str | Path, published: str | None = None, *, model: str = DEFAULT_MODEL) -> Reading:
    """Read one report: the path of a file, or the text itself.

    A string of one line that names an existing file, or looks like a path, is taken for one. ``published`` is an EDTF
    date (2019-02-16, 2019-02 or 2019). The model is loaded at the first call and kept. Raises UnreadableReport with the
    reason where the input cannot be read, UsageError for a bad date, UnknownModel for a model that is not installed.
    """
    found: Report | SetAside
    if isinstance(text_or_path, Path) or _is_path(text_or_path):
        found = _only_report(str(text_or_path), published)
    else:
        found = report_from_text(text_or_path, published=published)
    if isinstance(found, SetAside):
        raise UnreadableReport(found.reason, found.source)
    return _reader(model).read(found)


def _only_report(path: str, published: str | None) -> Report | SetAside:
    """The report in a file. Raises UnreadableReport for what is no file, or holds more than one."""
    if _ADDRESS.match(path):
        raise UnreadableReport(f"is an address, and nothing is fetched here; {_MANY}", path)
    if os.path.isdir(path):  # noqa: PTH112
        raise UnreadableReport(f"is a folder; {_MANY}", path)
    found = list(islice(reports([path], published=published), 2))
    if len(found) > 1:
        raise UnreadableReport(f"holds several reports; {_MANY}", path)
    return found[0]


def _is_path(text: str) -> bool:
    if "\n" in text or len(text) > 4096:
        return False
    if _PATH.fullmatch(text) or PurePath(text).suffix.lower() == ".txt" or told(text, None, b"") != "text":
        return True
    try:
        return os.path.exists(text)  # noqa: PTH110
    except ValueError:
        return False


@cache
def _reader(model: str) -> Reader:
    return Reader(model)
