"""Which candidates an officer would file: events with what they rest on -> those that are kept.

The decision is a sum of weights, one for each trait that a candidate has (see :mod:`detente.reading.events.traits`);
they were learned from annotated reports (``training/events/filing.py``) and stand in ``filing.tsv``. Besides,
somebody must be known, or at least described, who does it or suffers it.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from detente.reading.events.traits import traits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from detente.model.items import Event
    from detente.reading.events.same import Mentioned

_THRESHOLD = 0.0  # of the sum; even odds


@cache
def weights() -> dict[str, float]:
    """The weight of each trait; a trait that it lacks weighs nothing."""
    text = files(__package__).joinpath("filing.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return {trait: float(weight) for trait, weight in rows}


def filed(found: Iterable[Mentioned]) -> list[Mentioned]:
    """The candidates that belong in the record, in order."""
    known = weights()
    return [m for m, its in with_traits(found) if sum(known.get(each, 0.0) for each in its) > _THRESHOLD]


def with_traits(found: Iterable[Mentioned]) -> Iterator[tuple[Mentioned, list[str]]]:
    """Each candidate that somebody does or suffers, with its traits; what nobody is known to have part in is none."""
    seen: set[tuple[object, ...]] = set()
    somebodys = [m for m in found if m.event.source or m.event.target or m.event.people]
    odds: dict[int, list[float]] = {}
    for m in somebodys:
        odds.setdefault(m.sentence, []).append(m.trigger.odds)
    for m in somebodys:
        key = _key(m.event)
        better = sum(other > m.trigger.odds for other in odds[m.sentence])
        told = traits(m.event, m.trigger, repeated=key in seen, sentence=m.sentence, better=better, sides=m.odds)
        yield m, list(told)
        seen.add(key)


def _key(event: Event) -> tuple[object, ...]:
    return event.type, frozenset((*event.source, *event.target))
