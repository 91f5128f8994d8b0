"""An item's id -> all that the record has on it: the item, its paragraph, its readings and its corrections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any

from sqlalchemy import Connection, select

from detente.model.reading import Reading
from detente.model.round_trip import plain, typed
from detente.model.sections import SECTIONS
from detente.model.words import Words
from detente.record.history import Past, history
from detente.record.ids import Found
from detente.record.passage import Passage, paragraph
from detente.record.readings import reading_of
from detente.record.schema import current, report


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item as it is now, or, where ``is_current`` is false, as the last reading had it that did."""

    section: str
    item: Any
    reading: Reading
    passage: Passage  #: its paragraph, with its evidence marked
    past: list[Past]
    is_current: bool

    def plain(self) -> dict[str, Any]:
        """It as values for JSON."""
        report, front = self.reading.report, self.reading.front
        return {
            "id": self.item.id,
            "section": self.section,
            "is_current": self.is_current,
            "item": plain(self.item),
            "paragraph": {"start": self.passage.start, "end": self.passage.end, "text": self.passage.text},
            "report": {
                "id": report.id,
                "key": report.key,
                "source": report.source,
                "publisher": report.publisher,
                "published": plain(front.published.date),
                "headline": front.headline.text if front.headline else None,
            },
            "readings": [asdict(past) for past in self.past],
        }


def passage_of(text: str, words: Words) -> Passage:
    """The paragraph around words of a text, with each stretch of them marked."""
    start, end = paragraph(text, words.start, words.end)
    return Passage(start, end, text[start:end], tuple(_joined(text, words.spans or ((words.start, words.end),))))


def _joined(text: str, spans: tuple[tuple[int, int], ...]) -> Iterator[tuple[int, int]]:
    """Stretches with nothing but space between them as one."""
    start, end = spans[0]
    for next_start, next_end in spans[1:]:
        if next_start > end and text[end:next_start].strip():
            yield start, end
            start = next_start
        end = max(end, next_end)
    yield start, end


def item_view(connection: Connection, found: Found) -> ItemView:
    """What the record has on an item that :func:`detente.record.ids.find` found."""
    past = history(connection, found.key, str(found.item))
    last = past[-1]
    now = connection.execute(select(current).where(current.c.key == found.key)).one()
    is_current = last.reading_n == now.reading_n
    version = connection.scalar(select(report.c.n).where(report.c.id == last.report))
    read = reading_of(connection, int(version or 0), last.reading_n)
    item = typed(last.item, SECTIONS[last.section].item, str(found.item))
    return ItemView(last.section, item, read, passage_of(read.report.text, item.evidence), past, is_current)
