"""What is due, as a reading has it and as no event of it -> events with the ids of those items.

"The licences are for the first of March" is nobody's deed, and yet it tells of what a later report has as done.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from detente.model.items import Ahead, Event
from detente.model.reading import Reading

_KIND = "ahead-"
_NEAR = 6  # events before a place that may still stand on it


def is_plan(identity: str) -> bool:
    """Whether an id is that of something due, and not of an event."""
    return identity.startswith(_KIND)


def planned(reading: Reading) -> Iterator[Event]:
    """What is due in a reading and is no event of it, as an event with the id of that item."""
    spans = sorted((event.what.start, event.what.end) for event in reading.events or ())
    for item in reading.ahead or ():
        own = item.status == "postponed" or not _stands_on(spans, item)  # the event there is the putting off
        if item.date is not None and own:
            yield Event(
                id=item.id, what=item.what, type=None, source=item.who, target=(), people=(), date=item.date,
                place=None, status="scheduled", evidence=item.evidence, clause=item.evidence, inferred=item.inferred,
            )  # fmt: skip


def _stands_on(spans: Sequence[tuple[int, int]], item: Ahead) -> bool:
    place = bisect_left(spans, (item.what.end, 0))
    return any(item.what.start < end for _, end in spans[max(0, place - _NEAR) : place])
