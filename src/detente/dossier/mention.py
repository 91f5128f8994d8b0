"""A source -> the mentions of events in it, each with what it can be known again by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from functools import cached_property
from sys import intern

from detente.dossier.days import Span, span
from detente.dossier.source import Source
from detente.dossier.traits import DateBasis, Prominence, Traits, events_of
from detente.knowledge.dossier import families
from detente.model.date import Date
from detente.model.items import Event


@dataclass(frozen=True, eq=False)
class Mention:
    """An event as one report tells it, with its traits (:class:`~detente.dossier.traits.Traits`)."""

    source: Source
    event: Event
    prominence: Prominence
    paragraph: int
    sentence: tuple[int, int]
    date: Date | None
    date_basis: DateBasis
    due: Date | None
    words: frozenset[str] = field(repr=False)
    subject: str | None
    phase: str | None
    own: bool
    head: str
    is_off: bool
    is_question: bool
    by: str | None

    @property
    def key(self) -> tuple[int, int, str]:
        """Its place among all mentions of the dossier: sorts by publication, then by the text."""
        return self.source.number, self.event.what.start, self.event.id

    @property
    def is_done(self) -> bool:
        """Whether it is told as done or going on."""
        return self.event.status in ("occurred", "ongoing") and not self.is_off

    @cached_property
    def family(self) -> str:
        """The family of its type; of an event without one, its subject."""
        return families().of.get(self.event.type or "", self.subject or "other")

    @cached_property
    def parties(self) -> frozenset[str]:
        """The ids of the parties that act or are acted on."""
        both = (*self.event.source, *self.event.target)
        return frozenset(one.id for one in both if one.kind == "party" and one.id)

    @cached_property
    def span(self) -> Span | None:
        """The days that it may be of."""
        return span(self.date)

    @cached_property
    def published(self) -> int | None:
        """The day of publication, counted; the last that it may be."""
        found = span(self.source.published)
        return found[1] if found else None


_TRAITS = tuple(one.name for one in fields(Mention))[2:]
_WORDS = _TRAITS.index("words")


def mentions(source: Source) -> Iterator[Mention]:
    """The mentions of one source, in the order of its text."""
    told = source.digest.mentions
    for one, event in zip(told, events_of(source.reading, told), strict=True):
        yield mention_of(source, event, one)


def mention_of(source: Source, event: Event, traits: Traits) -> Mention:
    """An event of a source by its traits."""
    values = [getattr(traits, name) for name in _TRAITS]
    values[_WORDS] = frozenset(map(intern, traits.words))  # each word once, for thousands of mentions have it
    return Mention(source, event, *values)
