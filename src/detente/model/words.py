"""Words of a report: what every item of the record rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Words:
    """A passage of a report.

    ``start`` and ``end`` count code points of the report's text, half open, and ``text`` is exactly what stands there.
    A passage in several pieces lists them in ``spans``; ``start`` and ``end`` are then the outermost.
    """

    start: int
    end: int
    text: str
    spans: tuple[tuple[int, int], ...] | None = None

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Words:
        """The words at ``[start, end)`` of a report's text."""
        return cls(start, end, text[start:end])

    @classmethod
    def pieces(cls, text: str, spans: list[tuple[int, int]]) -> Words:
        """The words of several stretches; ``text`` is everything from the first to the last."""
        ordered = tuple(sorted(spans))
        start, end = ordered[0][0], max(end for _, end in ordered)
        return cls(start, end, text[start:end], ordered if len(ordered) > 1 else None)

    @property
    def parts(self) -> tuple[str, ...]:
        """The text of each piece: one for a passage that stands in one."""
        spans = self.spans or ((self.start, self.end),)
        return tuple(self.text[start - self.start : end - self.start] for start, end in spans)
