"""A report's text as the dossier looks at it: its prose, the sentences of it, and the words, each found once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Literal

from detente.dossier.content import Tokens
from detente.model.reading import Reading
from detente.model.report import Zone, ZoneSpan

_LEAD = 2  # paragraphs that tell the news
_SENTENCE = re.compile(r"(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9])|\n\s*\n")


class Layout:
    """The headline and paragraphs of a reading's report, with their sentences; offsets are those of the text."""

    def __init__(self, reading: Reading) -> None:
        self.text = reading.report.text
        self.zones = [zone for zone in reading.front.zones if zone.zone in (Zone.HEADLINE, Zone.BODY)]
        self._starts = [zone.start for zone in self.zones]
        self._body = [zone.start for zone in self.zones if zone.zone == Zone.BODY]
        self._sentences: dict[tuple[int, int], tuple[list[int], list[int]]] = {}

    @cached_property
    def tokens(self) -> Tokens:
        """The words of the text."""
        return Tokens.of(self.text)

    def zone_at(self, start: int) -> ZoneSpan | None:
        """The last stretch of prose that begins by there."""
        place = bisect_right(self._starts, start) - 1
        return self.zones[place] if place >= 0 else None

    def place_of(self, start: int) -> tuple[Literal["headline", "lead", "body"], int]:
        """How prominent a place is, and in which paragraph of the body, from 0; a headline is in the first."""
        zone, paragraph = self.zone_at(start), max(0, bisect_right(self._body, start) - 1)
        if zone is not None and zone.zone == Zone.HEADLINE:
            return "headline", paragraph
        return ("lead" if zone is not None and zone.start in self._body[:_LEAD] else "body"), paragraph

    def sentences(self) -> Iterator[tuple[int, int]]:
        """Every sentence of the prose, in order."""
        for zone in self.zones:
            yield from zip(*self._of((zone.start, zone.end)), strict=True)

    def sentence_at(self, start: int, end: int) -> tuple[int, int]:
        """The sentence around ``[start, end)``, within its stretch of prose; outside of prose within the text."""
        zone = self.zone_at(start)
        inside = zone is not None and zone.end >= end
        starts, ends = self._of((zone.start, zone.end) if zone is not None and inside else (0, len(self.text)))
        return starts[max(0, bisect_right(starts, start) - 1)], ends[min(bisect_left(ends, end), len(ends) - 1)]

    def _of(self, bounds: tuple[int, int]) -> tuple[list[int], list[int]]:
        """Where the sentences of a stretch begin and end, as the marks of their ends tell."""
        if bounds not in self._sentences:
            gaps = [match.span() for match in _SENTENCE.finditer(self.text, *bounds)]
            starts, ends = [bounds[0], *(end for _, end in gaps)], [*(start for start, _ in gaps), bounds[1]]
            self._sentences[bounds] = starts, ends
        return self._sentences[bounds]
