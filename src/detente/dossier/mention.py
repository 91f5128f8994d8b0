"""A source -> the mentions of events in it, each with what it can be known again by."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec.structs import astuple

from detente.dossier.days import Span, span
from detente.dossier.source import Source
from detente.dossier.traits import Traits
from detente.knowledge.dossier import families
from detente.model.items import Event


class Mention(Traits, frozen=True, array_like=True, eq=False, gc=False):
    """An event as one report tells it, with its traits."""

    source: Source
    family: str  #: of its type; of an event without one, its subject
    parties: frozenset[str]  #: the ids of those that act or are acted on
    span: Span | None  #: the days that it may be of
    published: int | None  #: the day of publication, counted; the last that it may be

    @property
    def key(self) -> tuple[int, int, str]:
        """Its place among all mentions of the dossier: sorts by publication, then by the text."""
        return self.source.number, self.what.start, self.item

    @property
    def is_done(self) -> bool:
        """Whether it is told as done or going on."""
        return self.status in ("occurred", "ongoing") and not self.is_off

    @property
    def event(self) -> Event:
        """It as the reading has it."""
        return self.source.event(self)


def mentions(source: Source) -> Iterator[Mention]:
    """The mentions of one source, in the order of its text."""
    told, kinds = span(source.published), families().of
    published = told[1] if told else None
    for one in source.digest.mentions:
        parties = frozenset(who.id for who in (*one.actors, *one.targets) if who.kind == "party" and who.id)
        family = kinds.get(one.type or "", one.subject or "other")
        yield Mention(*astuple(one), source, family, parties, span(one.date), published)  # type: ignore[call-arg]
