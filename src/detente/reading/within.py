"""What other sections have found within a sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Any

from spacy.tokens import Doc, Span

from detente.model.items import Event, Statement, Time
from detente.model.references import Reference
from detente.reading.extensions import report_text


class Within:
    """Times, events and statements of a Doc by the sentence that they stand in, each list sorted once."""

    def __init__(self, doc: Doc) -> None:
        self.text = report_text(doc)
        self._times = _Sorted([(time.evidence.start, time) for time in doc._.detente_times or ()])
        self._events = _Sorted([(event.what.start, event) for event in doc._.detente_events or ()])
        sources = ((each.source.start, each.source.end) for each in doc._.detente_statements if each.source is not None)
        self._speaking = _Sorted([(start, (start, end)) for start, end in sources])
        said = [(each.content.start, each) for each in doc._.detente_statements if each.content is not None]
        said.sort(key=lambda item: item[0])
        self._starts = [start for start, _ in said]
        self._statements: list[Statement] = [each for _, each in said]

    def times(self, sentence: Span) -> Sequence[Time]:
        """The time expressions of a sentence, in order."""
        return self._times.between(sentence)

    def events(self, sentence: Span) -> Sequence[Event]:
        """The events of a sentence, in order."""
        return self._events.between(sentence)

    def statements(self, sentence: Span) -> Sequence[Statement]:
        """The statements whose content reaches into a sentence; what is said innermost comes first."""
        start, end = sentence.start_char, sentence.end_char
        before = self._statements[: bisect_left(self._starts, end)]
        found = [each for each in before if each.content is not None and each.content.end > start]
        return sorted(found, key=lambda each: each.content.end - each.content.start if each.content else 0)

    def speaks(self, sentence: Span, char: int) -> bool:
        """Whether a character stands within the words that name a speaker: "two of the envoys said"."""
        return any(start <= char < end for start, end in self._speaking.between(sentence))

    def said_by(self, sentence: Span, char: int) -> Reference | None:
        """Who is quoted or reported with the words at a character; none where the report tells them itself."""
        for statement in self.statements(sentence):
            content = statement.content
            if content is None or statement.polarity == "negated":
                continue
            spans = content.spans or ((content.start, content.end),)
            if any(start <= char < end for start, end in spans):
                source = statement.source.text if statement.source is not None else None
                return statement.speaker or (Reference.described(source) if source else None)
        return None


class _Sorted:
    def __init__(self, items: list[tuple[int, Any]]) -> None:
        items.sort(key=lambda item: item[0])
        self._starts = [start for start, _ in items]
        self._items = [item for _, item in items]

    def between(self, sentence: Span) -> list[Any]:
        first = bisect_left(self._starts, sentence.start_char)
        return self._items[first : bisect_left(self._starts, sentence.end_char)]
