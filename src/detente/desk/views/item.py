"""An item by its id: its words in their paragraph, what its fields rest on, and what every report tells of the same."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import Any

from sqlalchemy import Connection
from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.cited import Cited
from detente.desk.site import Site
from detente.desk.views.asked import named
from detente.dossier.account import Dossier
from detente.dossier.agenda import Due
from detente.dossier.agreements import DossierAgreement
from detente.dossier.event import DossierEvent
from detente.dossier.lookup import Entry, Lookup
from detente.dossier.near import near
from detente.dossier.people import Somebody
from detente.dossier.source import Source
from detente.dossier.territories import DossierTerritory
from detente.errors import BadDispute
from detente.formats.printed_corrections import correction_words
from detente.formats.printed_item import FieldTold, fields_told
from detente.formats.printed_items import lines_of
from detente.model.words import Words
from detente.record import same
from detente.record.disputes import names
from detente.record.ids import Found, find_item, short
from detente.record.item_view import item_view, passage_of
from detente.record.passage import Passage
from detente.record.settable import settable

_MOST = 40  # reports whose words are shown, unless all are asked for
_FIRST = 6  # reports that may share being the first
_COLUMNS = ("field", "value", "rests_on", "correction")


@dataclass(frozen=True, slots=True)
class Told:
    """What one report tells: its words in their paragraph, and what of it differs, as short facts."""

    source: Source
    passage: Passage
    place: tuple[int, int]
    facts: tuple[str, ...]
    item: str | None


def item(site: Site, request: Request) -> Answer:
    """The page of an item; whatever dispute has it tells the same across reports."""
    given = named(request, "id")
    if "report" in request.path_params:
        given = f"{named(request, 'report')}/{given}"
    with site.store.reading() as connection:
        found = find_item(connection, given)
        view = item_view(connection, found)
        lookups = list(_lookups(site, connection, found))
        changed = (*view.corrections, *same.told_of(connection, _items(view.item.id, lookups)))
        words = {one.n: correction_words(one, partial(short, connection)) for one in changed}
    most = sys.maxsize if request.query_params.get("every") else _MOST
    across = list(_across(site, lookups, view.item.id, most))
    shown = {
        "view": view,
        "lines": [cells for cells, _ in lines_of(view.section, view.item)],
        "fields": list(fields_told(view)),
        "across": across,
        "fields_to_set": list(settable(view.section, view.item)),
        "may_change": "report" not in request.path_params and view.standing in ("current", "by hand"),
        "changed": changed,
        "words_of": lambda one: words[one.n],
        "in_disputes": [name for name, _ in lookups],
        "within": lookups[0][0] if lookups else None,
    }
    return Answer("item.html", shown, view.plain, lambda: (_COLUMNS, map(_row, fields_told(view))))


def _row(told: FieldTold) -> tuple[object, ...]:
    return told.name, told.value, "; ".join(told.rests), told.correction


_KINDS: dict[type[Any], str] = {
    DossierEvent: "event",
    Due: "date",
    DossierAgreement: "agreement",
    Somebody: "person",
    DossierTerritory: "territory",
}


def _lookups(site: Site, connection: Connection, found: Found) -> Iterator[tuple[str, Lookup]]:
    """The disputes that the item's report belongs to."""
    for name in names(connection) if site.only is None else [site.only]:
        try:
            told = site.dossiers.of(connection, name)
        except BadDispute:
            continue
        if found.key in told.keys:
            yield name, told


def _items(identity: str, lookups: list[tuple[str, Lookup]]) -> set[str]:
    """The item, and those that are one event with it."""
    entries = (told.entry(identity) for _, told in lookups)
    events = (entry for entry in entries if isinstance(entry, DossierEvent))
    return {identity, *(mention.item for event in events for mention in event.mentions)}


def _across(site: Site, lookups: list[tuple[str, Lookup]], identity: str, most: int) -> Iterator[dict[str, Any]]:
    """What each dispute has of it; of those that tell the same the first."""
    seen: set[tuple[tuple[str, tuple[int, int]], ...]] = set()
    for name, told in lookups:
        entry = told.entry(identity)
        if entry is None:
            continue
        words = list(islice(_told(entry), most))
        places = tuple((one.source.id, one.place) for one in words)
        if places not in seen:
            seen.add(places)
            yield {
                "name": name, "made": told.made, "entry": entry, "kind": _KINDS[type(entry)], "told": words,
                "more": max(_count(entry) - most, 0), "cited": Cited(told.made, site.to),
                "said": site.kept.of(("said", told, identity), partial(_said, told, entry)),
                "tenures": _tenures(told.made, entry),
                "firsts": _firsts(entry) if isinstance(entry, DossierEvent) else [],
                "near": site.kept.of(("near", told, identity), partial(_near, told, entry)) if site.by else [],
            }  # fmt: skip


def _told(entry: Entry) -> Iterator[Told]:
    """Each report's word on it, in the order of the reports; of several in one paragraph the first."""
    seen: set[tuple[int, int]] = set()
    for source, words, facts, identity in _words(entry):
        passage = passage_of(source.text, words)
        if (source.number, passage.start) not in seen:
            seen.add((source.number, passage.start))
            yield Told(source, passage, (words.start, words.end), tuple(fact for fact in facts if fact), identity)


def _words(entry: Entry) -> Iterator[tuple[Source, Words, tuple[str | None, ...], str | None]]:
    if isinstance(entry, DossierEvent):
        differing = {(one.mention.item, one.field) for one in entry.disagreements}
        for mention in entry.mentions:
            said = str(mention.date) if mention.date else "no date"
            mark = "dates it otherwise: " if (mention.item, "date") in differing else ""
            status = mention.status if mention.status != entry.status else None
            yield mention.source, mention.what, (f"{mark}{said}", mention.place, status), mention.item
    elif isinstance(entry, Due):
        for step in entry.history:
            yield step.source, step.words, (step.status, str(step.date) if step.date else None), step.item
    elif isinstance(entry, DossierAgreement):
        for one in entry.history:
            yield one.source, one.words, (one.status, str(one.date) if one.date else None), None
    elif isinstance(entry, Somebody):
        for seen in entry.seen:
            yield seen.source, seen.person.evidence, (seen.person.office, seen.person.party), seen.person.id
    else:
        for told in entry.told:
            place = told.territory
            claimed = ", ".join(who.name for who in place.claimed_by)
            held = place.held_by.name if place.held_by else None
            facts = (f"claimed by {claimed}" if claimed else None, f"held by {held}" if held else None)
            yield told.source, place.evidence, (place.name, *facts), place.id


def _firsts(event: DossierEvent) -> list[Source]:
    """Who told it first: of a day all, for no report says at which hour."""
    first = event.voice.first
    same = {one.source.id: one.source for one in event.mentions if one.source.published == first.published}
    return list({one.id: one for one in (first, *same.values())}.values())[:_FIRST]


def _count(entry: Entry) -> int:
    """How many words of reports tell it."""
    if isinstance(entry, DossierEvent):
        return len(entry.mentions)
    if isinstance(entry, (Due, DossierAgreement)):
        return len(entry.history)
    return len(entry.seen if isinstance(entry, Somebody) else entry.told)


def _near(told: Lookup, entry: Entry) -> list[tuple[str, DossierEvent]]:
    return near(told.made, entry) if isinstance(entry, DossierEvent) else []


def _said(told: Lookup, entry: Entry) -> list[tuple[Source, Any]]:
    return list(told.statements(entry)) if isinstance(entry, Somebody) else []


def _tenures(made: Dossier, entry: Entry) -> list[Any]:
    return [one for one in made.tenures if one.person is entry]
