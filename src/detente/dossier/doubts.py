"""A dossier -> what of it is doubtful and nobody has settled yet, weightiest first: what an analyst looks at.

Three kinds: *contradicted*, where reports differ; *merged*, where several reports' words were taken for one event;
*inferred*, where a line of the account rests on what the report does not plainly say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from detente.dossier.account import Dossier
from detente.dossier.choice import chosen
from detente.dossier.echoes import is_echo
from detente.dossier.event import DossierEvent
from detente.dossier.source import Source
from detente.model.items import Statement
from detente.model.words import Words

DoubtKind = Literal["contradicted", "merged", "inferred"]
_SPEAKING = ("speaker", "party", "date")  # codes: fields of a statement on which a position rests
_TELLING = ("source", "target", "date", "place", "status")  # codes: fields of an event that a timeline shows


@dataclass(frozen=True, slots=True)
class Doubt:
    """An item that may be wrong, in which report and words, and why; ``other`` is what it was taken for one with."""

    kind: DoubtKind
    item: str
    source: Source
    words: Words
    why: str
    other: str | None = None
    beside: tuple[Source, Words] | None = None  #: the words of that


def doubts(made: Dossier, settled: Collection[str] = ()) -> list[Doubt]:
    """The doubts of the weightiest events and of the last word on each position; none on what people have settled."""
    events = chosen(made)
    found = [
        *(doubt for event in events for doubt in _contradicted(event)),
        *(doubt for event in events for doubt in _merged(event)),
        *(doubt for event in events for doubt in _inferred(event)),
        *_positions(made),
    ]
    first = {(one.kind, one.item, one.other): one for one in reversed(found)}
    return [one for one in found if first[one.kind, one.item, one.other] is one and not _settled(one, settled)]


def _settled(one: Doubt, settled: Collection[str]) -> bool:
    return is_echo(one.item) or one.item in settled


def _contradicted(event: DossierEvent) -> Iterator[Doubt]:
    for one in event.disagreements:
        why = f"{one.field}: {one.value} here, {event.date} in the account"
        yield Doubt("contradicted", one.mention.item, one.mention.source, one.mention.what, why)


def _merged(event: DossierEvent) -> Iterator[Doubt]:
    """Joins by likeness alone, of which the later report's words are the ones to look at."""
    at = {one.item: one for one in event.mentions}
    for join in event.joins:
        if join.by == "likeness" and join.one in at and join.other in at and not is_echo(join.one):
            later, first = sorted((at[join.one], at[join.other]), key=lambda one: one.key, reverse=True)
            if later.source is not first.source:
                beside = first.source, first.what
                yield Doubt("merged", later.item, later.source, later.what, join.why, first.item, beside)


def _inferred(event: DossierEvent) -> Iterator[Doubt]:
    told = event.told
    fields = [one for one in told.event.inferred if one.field in _TELLING]
    if fields:
        yield Doubt("inferred", told.item, told.source, told.what, _because(told.event))


def _positions(made: Dossier) -> Iterator[Doubt]:
    for line in made.positions:
        source = line.stances[-1].source
        statements = {one.id: one for one in source.reading.statements or ()}
        behind = (statements[one] for one in line.stances[-1].rests_on if one in statements)
        statement = next(behind, None)
        if statement is not None and any(one.field in _SPEAKING for one in statement.inferred):
            words = statement.content or statement.evidence
            yield Doubt("inferred", statement.id, source, words, _because(statement))


def _because(item: object) -> str:
    """Which fields are inferred, and from what."""
    wanted = _SPEAKING if isinstance(item, Statement) else _TELLING
    inferred = [one for one in getattr(item, "inferred", ()) if one.field in wanted]
    return "; ".join(f"{one.field}: {one.basis}" + (f" “{one.words.text}”" if one.words else "") for one in inferred)
