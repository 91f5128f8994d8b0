"""What must hold for any bytes: an input gives reports, or for each one line that says why it does not."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

from detente.model.report import Report, SetAside
from detente.sources import reports
from detente.sources.raw import Format
from detente.sources.told import _ENDINGS

READERS: tuple[str, ...] = (*get_args(Format), "reading")


def check(reader: str) -> Callable[[bytes], None]:
    """The check of one reader of ``READERS``; it raises for a fault and nothing else."""
    return _check_reading() if reader == "reading" else _check_source(reader)


def _check_source(reader: str) -> Callable[[bytes], None]:
    folder = TemporaryDirectory()
    ending = next((ending for ending, form in _ENDINGS.items() if form == reader), "")

    def read(data: bytes) -> None:
        path = Path(folder.name) / f"report{ending}"
        path.write_bytes(data)
        for found in reports([str(path)]):
            _check_found(found)

    return read


def _check_found(found: Report | SetAside) -> None:
    """A reason is one line, and no fault; everything in a report can be written."""
    if isinstance(found, SetAside):
        assert "\n" not in found.reason, found.reason
        assert "fault in Detente" not in found.reason, found.reason
        return
    assert found.text.strip()
    fields = (found.id, found.text, found.title, found.url, found.publisher, found.authors, found.source)
    json.dumps(fields, ensure_ascii=False).encode("utf-8")


def _check_reading() -> Callable[[bytes], None]:
    from detente.errors import UnreadableReport
    from detente.model.round_trip import dumps, reading_json
    from detente.reading.reader import Reader
    from detente.sources import report_from_text

    reader = Reader()

    def read(data: bytes) -> None:
        try:
            report = report_from_text(data.decode("utf-8", "replace"), published="2021-05-05")
        except UnreadableReport:
            return
        dumps(reading_json(reader.read(report))).encode("utf-8")

    return read
