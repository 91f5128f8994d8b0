"""An item's id -> all that the record has on it: the item, its paragraph, its readings and its corrections."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from typing import Any, Literal

from sqlalchemy import Connection, select

from detente.model.reading import Reading
from detente.model.round_trip import plain, typed
from detente.model.sections import SECTIONS
from detente.model.words import Words
from detente.record.corrections import Correction, log
from detente.record.history import Past, history
from detente.record.ids import Found
from detente.record.passage import Passage, paragraph
from detente.record.present import present
from detente.record.readings import reading_of
from detente.record.schema import report

Standing = Literal["current", "by hand", "hidden", "read no more"]


@dataclass(frozen=True, slots=True)
class ItemView:
    """An item as it is told now; one that is hidden as it would be, one that is read no more as it was read last."""

    section: str
    item: Any
    reading: Reading
    passage: Passage  #: its paragraph, with its evidence marked
    past: list[Past]
    standing: Standing
    corrections: tuple[Correction, ...] = ()  #: that hold

    def plain(self) -> dict[str, Any]:
        """It as values for JSON."""
        report, front = self.reading.report, self.reading.front
        return {
            "id": self.item.id,
            "section": self.section,
            "standing": self.standing,
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
            "corrections": [plain(one) for one in self.corrections],
        }


def item_view(connection: Connection, found: Found) -> ItemView:
    """What the record has on an item that :func:`detente.record.ids.find` found."""
    identity = str(found.item)
    past = history(connection, found.key, identity)
    now = present(connection, found.key)
    applied = now.applied.get(identity, ())
    for section, items in now.reading.items.items():
        for item in items:
            if item.id == identity:
                standing: Standing = "by hand" if applied and applied[0].kind == "mark" else "current"
                return _view(section, item, now.reading, past, standing, applied)
    if identity in now.hidden:
        section = applied[0].payload["section"]
        return _view(section, now.hidden[identity], now.reading, past, "hidden", applied)
    if not past:  # a mark that was taken back, or whose words are gone
        lost = next(one for one in log(connection, found.key) if one.kind == "mark" and one.target == identity)
        section = lost.payload["section"]
        item = typed(lost.payload["item"], SECTIONS[section].item, identity)
        return _view(section, item, now.reading, past, "read no more", ())
    last = past[-1]
    version = connection.scalar(select(report.c.n).where(report.c.id == last.report))
    read = reading_of(connection, int(version or 0), last.reading_n)
    item = typed(last.item, SECTIONS[last.section].item, identity)
    return _view(last.section, item, read, past, "read no more", applied)


def _view(
    section: str, item: Any, read: Reading, past: list[Past], standing: Standing, applied: tuple[Correction, ...]
) -> ItemView:
    return ItemView(section, item, read, passage_of(read.report.text, item.evidence), past, standing, applied)


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
