"""The Python API; its names are offered by the package itself."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from detente.errors import UnreadableReport
from detente.model.reading import Reading
from detente.model.report import Report, SetAside
from detente.reading.reader import DEFAULT_MODEL, Reader
from detente.sources import report_from_text, reports

__all__ = ["Reader", "Reading", "Report", "read"]


def read(text_or_path: str | Path, published: str | None = None, *, model: str = DEFAULT_MODEL) -> Reading:
    """Read one report: the path of a file, or the text itself.

    A string of one line that names an existing file is taken for its path. ``published`` is an EDTF date (2019-02-16,
    2019-02 or 2019). The model is loaded at the first call and kept. Raises UnreadableReport with the reason where the
    input cannot be read, UsageError for a bad date, UnknownModel for a model that is not installed.
    """
    found: Report | SetAside
    if _is_path(text_or_path):
        found = next(reports([str(text_or_path)], published=published))
    else:
        found = report_from_text(str(text_or_path), published=published)
    if isinstance(found, SetAside):
        raise UnreadableReport(found.reason, found.source)
    return _reader(model).read(found)


def _is_path(text_or_path: str | Path) -> bool:
    if isinstance(text_or_path, Path):
        return True
    try:
        return "\n" not in text_or_path and len(text_or_path) < 4096 and Path(text_or_path).is_file()
    except (OSError, ValueError):
        return False


@cache
def _reader(model: str) -> Reader:
    return Reader(model)
