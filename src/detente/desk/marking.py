"""A report's text and what was read out of it -> paragraphs in stretches, each with the items whose words it is."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from detente.model.reading import Reading
from detente.model.words import Words

#: Whose words are shown in the text: by section, the words that tell the item best.
MARKED = (
    "statements", "positions", "events", "ahead", "times", "agreements", "territories", "figures", "pressures",
    "people",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Stretch:
    """Characters of the text, the ids and sections of the items that they belong to; ``now`` of what was asked for."""

    start: int
    text: str
    items: tuple[str, ...]
    sections: tuple[str, ...]
    now: bool
    first: bool  #: whether it is the first of what was asked for


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A zone of the text: what it is, and its stretches."""

    zone: str
    stretches: tuple[Stretch, ...]


def paragraphs(reading: Reading, asked: Iterable[tuple[int, int]] = ()) -> list[Paragraph]:
    """The whole text, zone by zone; what no zone has stands between them as it is."""
    text = reading.report.text
    wanted = sorted(asked)
    spans = sorted(
        (start, end, one.id, section) for section, one in _items(reading) for start, end in _spans(_words(one))
    )
    longest = max((end - start for start, end, *_ in spans), default=0)
    found, at, met = [], 0, False
    for zone in (*reading.front.zones, None):
        start, end = (zone.start, zone.end) if zone is not None else (len(text), len(text))
        if text[at:start].strip():
            found.append(("", at, start))
        if zone is not None and text[start:end].strip():
            found.append((str(zone.zone.value), start, end))
        at = max(at, end)
    made = []
    for name, start, end in found:
        stretches = tuple(_stretches(text, start, end, spans, wanted, met=met, longest=longest))
        met = met or any(one.first for one in stretches)
        made.append(Paragraph(name, stretches))
    return made


def asked_for(reading: Reading, item: str | None, place: str | None) -> list[tuple[int, int]]:
    """The characters that an address asks to see: of an item by its id, or ``start-end``; else none."""
    for _, one in _items(reading, every=True):
        if one.id == item:
            return list(_spans(one.evidence))
    start, _, end = (place or "").partition("-")
    if start.isdecimal() and end.isdecimal() and int(start) < int(end) <= len(reading.report.text):
        return [(int(start), int(end))]
    return []


def _items(reading: Reading, *, every: bool = False) -> Iterator[tuple[str, Any]]:
    for section in reading.items if every else MARKED:
        for one in reading.items.get(section, ()):
            yield section, one


def _words(one: Any) -> Words:
    """Of an event its deed, of everything else the words that it rests on."""
    found: Words = getattr(one, "clause", None) or one.evidence
    return found


def _spans(words: Words) -> Iterator[tuple[int, int]]:
    yield from words.spans or ((words.start, words.end),)


def _stretches(
    text: str, start: int, end: int, spans: list[tuple[int, int, str, str]], asked: list[tuple[int, int]],
    *, met: bool, longest: int,
) -> Iterator[Stretch]:  # fmt: skip
    first = bisect_left(spans, (start - longest,))  # some begin in an earlier paragraph and end in this one
    within = [span for span in spans[first : bisect_left(spans, (end,))] if start < span[1]]
    now = [span for span in asked if span[0] < end and start < span[1]]
    opening: defaultdict[int, list[int]] = defaultdict(list)
    closing: defaultdict[int, list[int]] = defaultdict(list)
    for number, (first, last, *_) in enumerate(within):
        opening[max(first, start)].append(number)
        closing[min(last, end)].append(number)
    bounds = sorted({start, end, *opening, *closing, *(min(max(p, start), end) for span in now for p in span)})
    live: dict[int, None] = {}
    for begin, finish in pairwise(bounds):
        for number in closing[begin]:
            live.pop(number, None)
        for number in opening[begin]:
            live[number] = None
        is_now = any(first <= begin and finish <= last for first, last in now)
        ids = tuple(dict.fromkeys(within[number][2] for number in live))
        sections = tuple(dict.fromkeys(within[number][3] for number in live))
        yield Stretch(begin, text[begin:finish], ids, sections, is_now, is_now and not met)
        met = met or is_now
