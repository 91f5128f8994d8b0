"""What must hold for any bytes: a reader gives reports, or one line that says why it does not."""

from __future__ import annotations

import io
import json
from collections.abc import Callable, Iterator
from typing import get_args

from detente.errors import UnreadableReport
from detente.model.report import Report
from detente.sources.finish import finish
from detente.sources.json_lines import json_line, numbered_lines
from detente.sources.limits import DEFAULT_LIMITS
from detente.sources.raw import Draft, Format, Raw
from detente.sources.readers import draft
from detente.sources.told import HEAD, told

READERS: tuple[str, ...] = (*get_args(Format), "reading")


def check(reader: str) -> Callable[[bytes], None]:
    """The check of one reader of ``READERS``; it raises for a fault and nothing else."""
    return _check_reading() if reader == "reading" else lambda data: _check_source(data, reader)


def _check_source(data: bytes, reader: str) -> None:
    told("report", None, data[:HEAD])
    raw = Raw(data, "report", f"report.{reader}")
    try:
        for made in _drafts(raw, reader):
            _check_report(finish(made, raw, None, DEFAULT_LIMITS))
    except UnreadableReport as error:
        assert "\n" not in error.reason, error.reason


def _drafts(raw: Raw, reader: str) -> Iterator[Draft]:
    if reader != "jsonl":
        yield draft(raw, reader)  # type: ignore[arg-type]
        return
    for _, line in numbered_lines(b"", io.BytesIO(raw.data), DEFAULT_LIMITS.file_bytes):
        if isinstance(line, bytes):
            yield json_line(line)


def _check_report(report: Report) -> None:
    """Everything in it can be written."""
    assert report.text.strip()
    fields = (report.id, report.text, report.title, report.url, report.publisher, report.authors)
    json.dumps(fields, ensure_ascii=False).encode("utf-8")


def _check_reading() -> Callable[[bytes], None]:
    from detente.formats.json_reading import dumps, reading_json
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
