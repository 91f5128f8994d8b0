"""A reading as JSON: one object a report, its shape fixed by ``reading.schema.json``."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import Any

from detente.controls import harmless_json
from detente.model.reading import Reading
from detente.model.report import Front, Report
from detente.model.words import Words

_ITEMS = ("times", "parties", "people", "statements", "events", "ahead", "terms", "agreements", "territories")


def reading_json(reading: Reading, *, text: bool = True) -> dict[str, Any]:
    """The reading as plain values; ``text=False`` leaves the report's full text out.

    Sections that were not asked for are absent; what is not known is null.
    """
    sections = {name: getattr(reading, name) for name in _ITEMS}
    return {
        "report": _report(reading.report, reading.front, text=text),
        "front": _plain(reading.front),
        **{name: _plain(items) for name, items in sections.items() if items is not None},
        "reading": _plain(reading.provenance),
    }


def dumps(value: object, *, indent: int | None = 1) -> str:
    """JSON text in UTF-8 characters, control characters by number; ``indent=None`` puts it on one line."""
    return harmless_json(json.dumps(value, ensure_ascii=False, indent=indent))


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of one reading."""
    loaded: dict[str, Any] = json.loads((files("detente.formats") / "reading.schema.json").read_text(encoding="utf-8"))
    return loaded


def _report(report: Report, front: Front, *, text: bool) -> dict[str, Any]:
    """The report's own data, with its headline, date and set-aside lines as plain values for quick use."""
    return {
        "id": report.id,
        "source": report.source,
        "format": report.format,
        "url": report.url,
        "publisher": report.publisher,
        "language": report.language,
        "title": report.title,
        "headline": front.headline.text if front.headline else None,
        "published": front.published.date,
        "dateline": [line.place for line in front.dateline],
        "chrome": [[words.start, words.end] for words in front.chrome],
        "captions": [[words.start, words.end] for words in front.captions],
        "credits": [[words.start, words.end] for words in front.credits],
        "characters": len(report.text),
        "text_sha256": report.text_sha256,
        "raw_sha256": report.raw_sha256,
        **({"text": report.text} if text else {}),
    }


def _plain(value: Any) -> Any:
    """Dataclasses to objects, tuples to lists; a passage in one piece has no spans."""
    if isinstance(value, Words):
        words: dict[str, Any] = {"start": value.start, "end": value.end, "text": value.text}
        if value.spans:
            words["spans"] = [list(span) for span in value.spans]
        return words
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, (tuple, list)):
        return [_plain(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return value
