"""A reading -> its digest: what a dossier needs to know of its text, found once.

It follows from the reading alone, so it can be kept with it (:mod:`detente.dossier.kept_digests`).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from msgspec import Struct

from detente.dossier.content import every_stem, subject_of
from detente.dossier.layout import Layout
from detente.dossier.phases import phases
from detente.dossier.traits import Traits, traits_of
from detente.model.reading import Reading

PlanStatus = Literal["scheduled", "postponed", "cancelled"]
_STATUS: dict[str, PlanStatus] = {  # codes: states of what is ahead
    "due": "scheduled", "postponed": "postponed", "cancelled": "cancelled",
}  # fmt: skip


class Plan(Struct, frozen=True, array_like=True):
    """Of what is due, by its id: what is said of it, and where."""

    item: str
    status: PlanStatus
    subject: str | None
    sentence: tuple[int, int]


class Digest(Struct, frozen=True, array_like=True):
    """The traits of a reading's events, and what it says of what is due."""

    mentions: tuple[Traits, ...]
    plans: tuple[Plan, ...]


def digest_of(reading: Reading) -> Digest:
    """The digest of a reading."""
    layout = Layout(reading)
    return Digest(tuple(traits_of(reading, layout)), tuple(_plans(reading, layout)))


def _plans(reading: Reading, layout: Layout) -> Iterator[Plan]:
    for item in reading.ahead or ():
        stems = every_stem(item.what.text)
        status = _STATUS[item.status]
        named = {phase.name for phase in phases(stems)} if status == "scheduled" else set()
        if "postpone" in named or "cancel" in named:
            status = "cancelled" if "cancel" in named else "postponed"
        yield Plan(item.id, status, subject_of(stems), layout.sentence_at(item.what.start, item.what.end))
