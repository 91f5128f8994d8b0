"""Sections of a brief, or of what changed -> rows of a table: a line each, with the reports that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from detente.dossier.page.line import BriefSection
from detente.dossier.source import Source

# codes: columns of lines
COLUMNS = ("section", "date", "lead", "text", "marks", "item", "reports")


def line_rows(sections: Iterable[BriefSection], sources: Iterable[Source]) -> Iterator[tuple[object, ...]]:
    """The rows; ``reports`` are ids, as many as a line has sources."""
    known = {source.number: source.id for source in sources}
    for section in sections:
        for line in section.lines:
            reports = " ".join(known[number] for number in line.sources)
            yield section.title, line.date, line.lead, line.text, "; ".join(line.marks), line.item, reports
