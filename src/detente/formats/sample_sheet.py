"""Items that were drawn -> a sheet (TSV) for people to mark: what was read, and the paragraph to judge it by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Any

from detente.formats.printed_items import flat, value_text
from detente.record.passage import paragraph
from detente.record.sample import Drawn

# codes: columns and fields
COLUMNS = ("mark", "section", "read", "words", "paragraph", "report", "published", "id")
# codes: columns and fields
_BESIDE = frozenset({"id", "evidence", "inferred", "mentions", "instance", "line"})


def sample_sheet(drawn: Iterable[Drawn]) -> Iterator[str]:
    """The lines, with a head; ``mark`` is empty. Tabs and line feeds within a field are spaces."""
    yield "\t".join(COLUMNS) + "\n"
    for one in drawn:
        report, words = one.reading.report, one.item.evidence
        start, end = paragraph(report.text, words.start, words.end)
        name = f"{report.publisher}: {report.source}" if report.publisher else report.source
        published = str(one.reading.front.published.date or "")
        identity = one.item.id if "-" in one.item.id and one.section != "parties" else f"{report.id}/{one.item.id}"
        row = ("", one.section, _read(one.item), words.text, report.text[start:end], name, published, identity)
        yield "\t".join(map(flat, row)) + "\n"


def _read(item: Any) -> str:
    """Every field that is known, by name."""
    told = ((field.name, value_text(getattr(item, field.name))) for field in fields(item) if field.name not in _BESIDE)
    return "; ".join(f"{name.replace('_', ' ')}: {text}" for name, text in told if text)
