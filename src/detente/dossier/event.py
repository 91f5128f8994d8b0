"""A cluster of mentions -> one event of the dossier, told once, with every report that tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from detente.dossier.dating import dated
from detente.dossier.days import span
from detente.dossier.echoes import is_echo
from detente.dossier.joining import Join
from detente.dossier.mention import Mention
from detente.dossier.plans import is_plan
from detente.dossier.source import Source
from detente.dossier.voice import Voice, voice
from detente.dossier.weight import Weight
from detente.dossier.wording import WIDE, in_pieces, line_of
from detente.knowledge.dossier import families
from detente.model.date import Date
from detente.model.items import Status
from detente.model.references import Reference

_AHEAD = 1  # days by which a date line may come before what the report tells as done


@dataclass(frozen=True, slots=True)
class Disagreement:
    """That reports say otherwise: in which field, what, and where."""

    field: str
    value: str
    mention: Mention


@dataclass(frozen=True)
class DossierEvent:
    """One happening. ``id`` is that of its earliest mention that is no echo; every mention's id leads to it."""

    id: str
    told: Mention  #: the mention that tells it best
    type: str | None
    source: tuple[Reference, ...]
    target: tuple[Reference, ...]
    date: Date | None
    date_inferred: bool
    place: str | None
    status: Status
    voice: Voice
    disagreements: tuple[Disagreement, ...]
    mentions: tuple[Mention, ...]
    weight: Weight
    joins: tuple[Join, ...]  #: why its mentions are one
    refused: tuple[Join, ...]  #: what was not joined to it, and why

    @property
    def clause(self) -> str:
        """It in the words of the report that tells it best, on one line."""
        return " ".join(self.told.says.split())

    @property
    def line(self) -> str:
        """Likewise, cut where the sentence is long: around the event's words, or what its clause says."""
        return self.cut_to(WIDE)

    def cut_to(self, most: int) -> str:
        """Likewise, to so many characters."""
        told, (start, end) = self.told, self.told.sentence
        if told.what.end - start > most and told.clause is not None:
            words = in_pieces(told.clause)
            if len(words) <= most:  # who does it and what, without what stands between
                return words + (" …" if told.clause.end < end - 1 else "")
        return line_of(told.says, start, told.what, most)

    @property
    def parties(self) -> frozenset[str]:
        """The parties that act or are acted on, by any report."""
        return frozenset(party for one in self.mentions for party in one.parties)

    @property
    def is_deed(self) -> bool:
        """Whether it is something done, and not something said."""
        return self.type in families().deeds

    @property
    def sources(self) -> tuple[Source, ...]:
        """The reports that tell it, each once, in order."""
        return tuple({one.source.number: one.source for one in self.mentions}.values())


def best_told(found: Sequence[Mention]) -> Mention:
    """The mention that tells it best."""
    return found[0] if len(found) == 1 else min(found, key=_telling)


def event_of(
    found: Sequence[Mention], core: Sequence[Mention], told: Mention, weighed: Weight, joins: tuple[Join, ...],
    refused: tuple[Join, ...],
) -> DossierEvent:  # fmt: skip
    """The event of a cluster's mentions; ``core`` are those that are not told in passing, ``told`` tells it best."""
    date, inferred, others = dated(core if any(one.date for one in core) else found)
    status = told.status
    if told.is_off:
        status = "scheduled"
    done = [one for one in core if one.status == "occurred" and one.is_done]
    if any(_may_know(one, date) for one in done):
        if status in ("scheduled", "hypothetical", "ongoing"):
            status = "occurred"
    elif done and status == "occurred":
        status = "scheduled"
    places = Counter(one.place for one in found if one.place)
    return DossierEvent(
        _identity(found),
        told,
        _type(core, told),
        _first(one.actors for one in (told, *found)),
        _first(one.targets for one in (told, *found)),
        date,
        inferred,
        told.place or (min(places, key=lambda place: (-places[place], place)) if places else None),
        status,
        voice(found),
        tuple(Disagreement("date", str(other), one) for other, one in others),
        tuple(found),
        weighed,
        joins,
        refused,
    )


def _may_know(one: Mention, date: Date | None) -> bool:
    """Whether its report came out when it could be known that something of this date was done."""
    days = span(date)
    return days is None or one.published is None or one.published >= days[0] - _AHEAD


def _identity(found: Sequence[Mention]) -> str:
    """The id of the earliest mention that is an event of a reading; else of what is due; else of an echo."""
    ids = [one.item for one in found]
    return min(ids, key=lambda one: (is_echo(one), is_plan(one), ids.index(one)))


def _telling(one: Mention) -> tuple[object, ...]:
    """Best told: as done, so that it says by itself what it is about, in a headline or lead, dated, with who did it."""
    status = 0 if one.is_done else 1 if one.status == "scheduled" or one.is_off else 2
    place = {"headline": 0, "lead": 1}.get(one.prominence, 2)
    typed = 0 if one.type else 1
    return (
        status,
        typed,
        one.what.start - one.sentence[0] > WIDE,
        one.leans,
        0 if one.own or not one.subject else 1,
        place,
        0 if one.date else 1,
        0 if one.actors else 1,
        one.key,
    )


def _type(found: Sequence[Mention], told: Mention) -> str | None:
    """The type that most mentions give it; of two equally often given, that of the one that tells it best."""
    counts = Counter(one.type for one in found if one.type)
    best = told.type
    return min(counts, key=lambda kind: (-counts[kind], kind != best, str(kind))) if counts else None


def _first(given: Iterable[tuple[Reference, ...]]) -> tuple[Reference, ...]:
    return next((references for references in given if references), ())
