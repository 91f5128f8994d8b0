"""Two dossiers of one dispute, an earlier and a later -> what changed between them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from detente.dossier.account import Dossier
from detente.dossier.agenda import PLANNED
from detente.dossier.brief import stance_line, stance_text
from detente.dossier.doubt import Rests, in_doubt
from detente.dossier.page.happenings import event_line
from detente.dossier.page.line import BriefLine, BriefSection, kept, places_of
from detente.dossier.source import Source
from detente.dossier.wording import cut, shown_date
from detente.record.copies import CopyKind


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed, under titles; the sources are numbered as in the later dossier."""

    reports: tuple[Source, ...]  #: new ones
    sections: tuple[BriefSection, ...]


def changes(before: Dossier, after: Dossier, wants: Iterable[Rests] = ()) -> Changes:
    """What the later dossier has that the earlier one has not, or has otherwise; and which wants that puts in doubt."""
    known = {source.id for source in before.sources}
    new = tuple(source for source in after.sources if source.id not in known)
    sections = (
        BriefSection("New events", tuple(_events(before, after))),
        BriefSection("Positions that moved", tuple(_moved(after, known))),
        BriefSection("New statements of position", tuple(_stances(after, known))),
        BriefSection("Agenda", tuple(_agenda(before, after))),
        BriefSection("In and out of office", tuple(_offices(before, after))),
        BriefSection("Agreements", tuple(_agreements(before, after))),
        BriefSection("Wants in doubt", tuple(_doubts(after, known, wants))),
        BriefSection("Reports superseded", tuple(_superseded(after, known))),
    )
    return Changes(new, tuple(section for section in sections if section.lines))


def _events(before: Dossier, after: Dossier) -> Iterator[BriefLine]:
    known = before.events.ids()
    for event in after.chosen:
        if event.status in ("occurred", "ongoing") and not any(one.item in known for one in event.mentions):
            yield event_line(event)


def _moved(after: Dossier, known: set[str]) -> Iterator[BriefLine]:
    for line in after.positions:
        for stance in line.moved:
            if stance.source.id not in known and line.party in after.parties:
                name = f"{after.parties[line.party]} on {line.issue}"
                text = stance_text(stance)
                yield stance_line(name, text, (), stance)


def _stances(after: Dossier, known: set[str]) -> Iterator[BriefLine]:
    for line in after.positions:
        for stance in line.stances:
            if stance.change == "new" and stance.source.id not in known and line.party in after.parties:
                name = f"{after.parties[line.party]} on {line.issue}"
                text = stance_text(stance)
                yield stance_line(name, text, (), stance)


def _agenda(before: Dossier, after: Dossier) -> Iterator[BriefLine]:
    was = {step.item: due for due in before.agenda for step in due.history}
    for due in after.agenda:
        old = next((was[step.item] for step in due.history if step.item in was), None)
        if old is not None and (old.status, old.date) == (due.status, due.date):
            continue
        if old is None and due.status not in PLANNED:
            continue
        told = f"was {old.status} {shown_date(old.date)}" if old else "new"
        numbers = tuple(sorted({step.source.number for step in due.history}))
        places = places_of((step.source, step.words) for step in due.history)
        yield BriefLine(shown_date(due.date), due.status, due.what, (told,), numbers, "", kept(due.id), places)


def _offices(before: Dossier, after: Dossier) -> Iterator[BriefLine]:
    was = {(tenure.person.id, tenure.office): tenure for tenure in before.tenures}
    held = {tenure.person.id for tenure in before.tenures}
    for tenure in after.tenures:
        old = was.get((tenure.person.id, tenure.office))
        numbers = tuple(seen.source.number for seen in tenure.seen)
        party = after.parties.get(tenure.party or "", tenure.party or "")
        text = ", ".join(part for part in (tenure.office, party) if part)
        if tenure.until is not None and (old is None or old.until is None) and not tenure.former:
            yield BriefLine(shown_date(tenure.until), tenure.person.name, text, ("out of office",), numbers)
        elif old is None and tenure.person.id not in held and not tenure.former:
            yield BriefLine(shown_date(tenure.since), tenure.person.name, text, ("first seen in office",), numbers)


def _agreements(before: Dossier, after: Dossier) -> Iterator[BriefLine]:
    was = {one.id: one.status for one in before.agreements}
    for one in after.agreements:
        if one.id in was and was[one.id] == one.status:
            continue
        numbers = tuple(sorted({step.source.number for step in one.history}))
        told = f"was {was[one.id] or 'without a state'}" if one.id in was else "new"
        places = places_of((step.source, step.words) for step in one.history)
        yield BriefLine(
            shown_date(one.date), one.name, one.status or "only named", (told,), numbers, "", one.id, places
        )


def _doubts(after: Dossier, known: set[str], wants: Iterable[Rests]) -> Iterator[BriefLine]:
    for doubt in in_doubt(after, known, wants):
        lead = f"{doubt.rests.party}: {doubt.rests.want}"
        if doubt.by is None:
            yield BriefLine("", lead, f"its evidence {doubt.gone} is not read any more", (), ())
        else:
            yield stance_line(lead, stance_text(doubt.by), (doubt.by.change,), doubt.by)


def _superseded(after: Dossier, known: set[str]) -> Iterator[BriefLine]:
    numbers = {source.id: source for source in after.sources}
    for copy in after.copies:
        if copy.kind is not CopyKind.NEAR_COPY and copy.by not in known:
            old, new = numbers[copy.of], numbers[copy.by]
            text = f"[{old.number}] {cut(old.headline)}"
            yield BriefLine(shown_date(new.published), copy.kind.value, text, (), (new.number,))
