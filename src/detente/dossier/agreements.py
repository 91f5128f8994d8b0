"""Sources and mentions -> each agreement once, with the steps that reports tell of it.

One with a name is known by it; one without by its kind (truce, treaty, deal …) and by when reports speak of it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from msgspec import Struct

from detente.dossier.days import span
from detente.dossier.extract.agreements import NAME, proper
from detente.dossier.mention import Mention
from detente.dossier.source import Source
from detente.model.date import Date
from detente.model.items import Agreement, Provision
from detente.model.references import Reference
from detente.model.words import Words

_APART = 60  # days without a word on an agreement without a name, after which another is meant
_OF_PHASE = {  # codes: phases and states
    "begin": "in force", "hold": "in force", "end": "ended", "cancel": "ended", "postpone": "postponed",
}  # fmt: skip
_OF_TYPE = {"REJECT": "broken or refused", "AGREE": "agreed", "RETREAT": "in force"}


class AgreementStep(Struct, frozen=True, gc=False):
    """What one report says of an agreement; ``status`` null where it only names it."""

    status: str | None
    date: Date | None
    source: Source
    words: Words


@dataclass(frozen=True, slots=True)
class DossierAgreement:
    """An agreement; ``id`` is that of its earliest-published item."""

    id: str
    name: str
    names: tuple[str, ...]
    known: str | None
    parties: tuple[Reference, ...]
    date: Date | None
    status: str | None  #: the last that a report gives it
    provisions: tuple[tuple[Source, Provision], ...]
    history: tuple[AgreementStep, ...]

    @property
    def is_named(self) -> bool:
        """Whether it goes by a name of its own, and not only by what it is."""
        return self.known is not None or any(len(proper(name)) >= NAME for name in self.names)


def agreements(given: Iterable[Source], mentions: Iterable[Mention]) -> list[DossierAgreement]:
    """The agreements, those of most reports first."""
    groups: defaultdict[str, list[tuple[Source, Agreement]]] = defaultdict(list)
    for source in given:
        for told in source.digest.agreements:
            groups[told.key].append((source, told.agreement))
    by_event: defaultdict[str, list[Mention]] = defaultdict(list)
    for one in mentions:
        if one.agreement is not None:
            by_event[one.agreement].append(one)
    found = [_agreement(group, by_event.get(key, ())) for key in sorted(groups) for group in _spells(groups[key])]
    return sorted(found, key=lambda one: (-len({step.source.number for step in one.history}), one.name, one.id))


def _spells(group: list[tuple[Source, Agreement]]) -> Iterator[list[tuple[Source, Agreement]]]:
    """Stretches of time in which reports speak of it."""
    run: list[tuple[Source, Agreement]] = []
    for source, item in group:
        last = span(run[-1][0].published) if run else None
        now = span(source.published)
        if last and now and now[0] - last[1] > _APART and not item.known:
            yield run
            run = []
        run.append((source, item))
    if run:
        yield run


def _agreement(group: list[tuple[Source, Agreement]], told: Sequence[Mention]) -> DossierAgreement:
    names = Counter(" ".join(item.name.split()) for _, item in group)
    first, last = group[0][0].number, group[-1][0].number
    steps = [
        AgreementStep(
            item.status if words is item.mentions[0] or item.status_cue is None else None, item.date, source, words
        )
        for source, item in group
        for words in (item.mentions or (item.evidence,))
    ]
    steps += [
        AgreementStep(status, one.date, one.source, one.what)
        for one in told
        if first <= one.source.number <= last and (status := _status(one))
    ]
    steps.sort(key=lambda step: (step.source.number, step.words.start, step.words.end, str(step.status)))
    dates = Counter(item.date for _, item in group if item.date)
    known = next((item.known for _, item in group if item.known), None)
    stated = [step.status for step in steps if step.status]
    return DossierAgreement(
        group[0][1].id,
        min(names, key=lambda name: (-names[name], -len(name), name)),
        tuple(sorted(names)),
        known,
        tuple({one.id or one.name: one for _, item in group for one in item.parties}.values()),
        min(dates, key=lambda date: (-dates[date], date)) if dates else None,
        stated[-1] if stated else None,
        tuple((source, provision) for source, item in group for provision in item.provisions),
        tuple(steps),
    )


def _status(one: Mention) -> str | None:
    if one.status == "scheduled" or one.status == "hypothetical":
        return "proposed" if one.type in ("AGREE", "REQUEST") else None
    if one.status == "denied":
        return None
    if one.phase is not None and one.phase in _OF_PHASE:
        return _OF_PHASE[one.phase]
    return _OF_TYPE.get(one.type or "")
