"""What was found -> a head and rows for CSV, and plain values for JSON."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from detente.formats.item_facts import date_of, who_of
from detente.model.round_trip import plain
from detente.record.search import Hit

# codes: columns
COLUMNS = (
    "id", "section", "date", "who", "words", "sentence", "start", "end", "report", "publisher", "published", "source",
)  # fmt: skip


def hit_json(hit: Hit) -> dict[str, Any]:
    """A hit as plain values."""
    passage = hit.passage
    return {
        "section": hit.section,
        "item": plain(hit.item),
        "sentence": {"start": passage.start, "end": passage.end, "text": passage.text},
        "marked": [list(span) for span in passage.marked],
        "report": asdict(hit.report),
    }


def hit_row(hit: Hit) -> tuple[object, ...]:
    """A hit as a row below ``COLUMNS``."""
    item, passage, source = hit.item, hit.passage, hit.report
    own = (item.id, hit.section, date_of(item), who_of(item), item.evidence.text) if item else (None,) * 5
    place = item.evidence if item else passage
    return (
        *own, passage.text, place.start, place.end, source.id, source.publisher, source.published, source.source,
    )  # fmt: skip
