"""What a report and its items are known by: Report -> key and version; a place in the text -> an item's id.

An item's id comes from its report's key, its section, the words of its sentence and one word in it (see
:mod:`detente.model.ids`). Sentences are cut here by punctuation alone, so that another parser leaves the ids as they
are; only headline and body are counted through, so that another menu does, too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.model.ids import Ids, hashed, normal
from detente.model.report import Front, Report, Zone, ZoneSpan

_PROSE = frozenset({Zone.HEADLINE, Zone.BODY})
_END = re.compile(r"[.!?…][\"'”’»)\]]*\s+|\n\s*\n\s*")
_WORD = re.compile(r"\w+(?:['’-]\w+)*")


def identified(report: Report, front: Front) -> Report:
    """The report with its key and version; a key that the source gave stays."""
    prose = normal(" ".join(_stretches(report.text, front.zones)))
    version = hashed(prose)
    return replace(report, key=report.key or f"text:{version}", version=version)


def _stretches(text: str, zones: Sequence[ZoneSpan]) -> list[str]:
    found = [text[zone.start : zone.end] for zone in zones if zone.zone in _PROSE]
    return found or [text]


class Sentences:
    """The sentences of a report as ids see them. ``zones`` are those of its text, or none."""

    def __init__(self, text: str, zones: Sequence[ZoneSpan] | None) -> None:
        self._text = text
        self._starts = _sentence_starts(text, zones or ())
        self._found: list[tuple[str, int]] | None = None
        self._words: dict[int, dict[int, tuple[str, int]]] = {}
        self._counted = [(zone.start, zone.end) for zone in zones or () if zone.zone in _PROSE] or [(0, len(text))]

    def at(self, char: int) -> tuple[str, int, str, int]:
        """The sentence and the word at a character, each with the number of its equals that stand before it."""
        number = max(bisect_right(self._starts, char) - 1, 0)
        return (*self._sentence(number), *self._word(number, char))

    def _sentence(self, number: int) -> tuple[str, int]:
        """A sentence's words, and how many equal ones of headline and body stand before it."""
        if self._found is None:
            seen: Counter[str] = Counter()
            self._found = []
            for start, end in zip(self._starts, [*self._starts[1:], len(self._text)], strict=True):
                words = normal(self._text[start:end])
                self._found.append((words, seen[words]))
                seen[words] += self._counts(start)
        return self._found[number]

    def _counts(self, char: int) -> bool:
        at = bisect_right(self._counted, (char, len(self._text))) - 1
        return at >= 0 and char < self._counted[at][1]

    def _word(self, number: int, char: int) -> tuple[str, int]:
        """The word at a character, and how many equal ones its sentence has before it."""
        if number not in self._words:
            end = self._starts[number + 1] if number + 1 < len(self._starts) else len(self._text)
            self._words[number] = dict(self._counted_words(self._starts[number], end))
        words = self._words[number]
        known = words.get(char)
        if known is None:  # within a word, or before one: "t-" of "they're", an opening mark
            known = next((word for start, word in words.items() if start + len(word[0]) > char), ("", 0))
        return known

    def _counted_words(self, start: int, end: int) -> Iterator[tuple[int, tuple[str, int]]]:
        seen: Counter[str] = Counter()
        for match in _WORD.finditer(self._text, start, end):
            word = match[0].casefold()
            yield match.start(), (word, seen[word])
            seen[word] += 1


class Anchors:
    """Gives the items of one section of one report their ids. ``key`` is the report's."""

    def __init__(self, key: str, sentences: Sentences) -> None:
        self._ids = Ids(key)
        self._sentences = sentences

    def at(self, kind: str, char: int) -> str:
        """The id of an item that hangs on the word at a character of the text."""
        return self._ids.item(kind, *self._sentences.at(char))

    def named(self, kind: str, name: str) -> str:
        """The id of an item that is known by its name, wherever the report has it."""
        return self._ids.item(kind, normal(name))


def _sentence_starts(text: str, zones: Sequence[ZoneSpan]) -> list[int]:
    """Where sentences begin: after an end mark, a blank line, or at a zone."""
    starts = {0, *(zone.start for zone in zones)}
    starts.update(match.end() for match in _END.finditer(text) if match.end() < len(text))
    return sorted(starts)
