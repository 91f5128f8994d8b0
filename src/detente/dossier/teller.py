"""A reading and an event in it -> who says it there."""

from __future__ import annotations

from bisect import bisect_right

from detente.model.items import Event, Statement
from detente.model.reading import Reading

_NEAR = 4  # statements before a place that may still go on there


def teller(reading: Reading, event: Event) -> str | None:
    """Who says it in this report; null where the report does."""
    if event.by is not None:
        return event.by.name
    statements = reading.statements or ()
    place = bisect_right(statements, event.what.start, key=lambda one: one.evidence.start)
    for statement in reversed(statements[max(0, place - _NEAR) : place]):
        said = statement.content
        if said is not None and said.start <= event.what.start and event.what.end <= said.end:
            return _named(statement)
    return None


def _named(statement: Statement) -> str | None:
    if statement.speaker is not None:
        return statement.speaker.name
    return " ".join(statement.source.text.split()) if statement.source else None
