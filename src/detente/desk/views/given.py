"""What other programs take: a dispute as a calendar, a feed and Markdown, a search as a feed and a calendar."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from starlette.requests import Request
from starlette.responses import Response

from detente.desk.site import Site
from detente.desk.views.asked import narrowed_asked, text_asked, told_of
from detente.desk.views.search import hits_asked
from detente.dossier.account import Dossier
from detente.dossier.agenda import Due
from detente.dossier.brief import Length, brief
from detente.dossier.choice import chosen
from detente.dossier.timeline import Narrowed, timeline
from detente.errors import BadDispute
from detente.formats.atom import Entry, atom, entries_of_events, entries_of_hits
from detente.formats.brief_markdown import brief_markdown
from detente.formats.icalendar_agenda import agenda_ics
from detente.formats.issued_agenda import issued
from detente.record.disputes import names
from detente.record.search import Hit


def calendar(site: Site, request: Request) -> Response:
    """The agenda, what is past included, so that what was called off leaves the reader's calendar; also of a party."""
    name, told = told_of(site, request)
    party = text_asked(request, "party")
    due = [one for one in told.made.agenda if one.was_due and _is_of(one, party, told.made)]
    return _calendar(site, name, _titled(name, party), due)


def feed(site: Site, request: Request) -> Response:
    """What the newest reports tell, as Atom, narrowed as a timeline is: by ``party``, ``person``, ``place``."""
    name, told = told_of(site, request)
    root = _root(request)
    narrowed = narrowed_asked(request)
    parts = timeline(told.made, chosen(told.made), narrowed)
    events = (*parts.deeds, *parts.words, *parts.coming) if narrowed != Narrowed() else chosen(told.made)
    entries = entries_of_events(events, lambda event: f"{root}{site.to.item(event)}")
    query = f"?{request.url.query}" if request.url.query else ""
    title = _titled(name, narrowed.party, narrowed.person, narrowed.place)
    return _atom(title, f"{root}{site.to.dispute(name)}{query}", entries)


def found_calendar(site: Site, request: Request) -> Response:
    """What a search finds of what lies ahead, with all that became of it in the disputes that tell of it."""
    asked, hits = hits_asked(site, request, "ahead")
    items = {hit.item.id for hit in hits if hit.item is not None}
    given: dict[str, Due] = {}
    with site.store.reading() as connection:
        for name in names(connection):
            with suppress(BadDispute):
                for due in site.dossiers.of(connection, name).made.agenda:
                    if due.was_due and not items.isdisjoint(step.item for step in due.history):
                        given.setdefault(due.id, due)
    return _calendar(site, f"search {request.url.query}", _searched(asked), list(given.values()))


def _calendar(site: Site, kept: str, title: str, due: Sequence[Due]) -> Response:
    """The calendar of some entries, whose UIDs the record keeps under a name."""
    with site.store.writing() as connection:
        given = issued(connection, kept, due)
    return Response(agenda_ics(title, due, given), media_type="text/calendar")


def _is_of(due: Due, party: str | None, made: Dossier) -> bool:
    """Whether a party is to take part: by its id or words of its name."""
    if party is None:
        return True
    words = party.casefold()
    return any(who.id and (who.id.casefold() == words or words in _called(who.id, made)) for who in due.who)


def _called(party: str, made: Dossier) -> str:
    return made.parties.get(party, "").casefold()


def _titled(name: str, *narrowed: str | None) -> str:
    return ": ".join((name, *(one for one in narrowed if one)))


def found(site: Site, request: Request) -> Response:
    """What a search finds, the newest first, as Atom: whoever follows it is told when something new fits."""
    root = _root(request)
    asked, hits = hits_asked(site, request)
    query = f"?{request.url.query}" if request.url.query else ""

    def address(hit: Hit) -> str:
        if hit.item is None:
            return f"{root}{site.to.report(hit.report.id, (hit.passage.start, hit.passage.end))}"
        return f"{root}{site.to.item(hit.item.id, None if '-' in hit.item.id else hit.report.id)}"

    return _atom(_searched(asked), f"{root}{site.to.page('search')}{query}", entries_of_hits(hits, address))


def _searched(asked: dict[str, str]) -> str:
    return " ".join(("Search", *(f"{name}: {value}" if name != "q" else value for name, value in asked.items())))


def _root(request: Request) -> str:
    return f"http://{request.headers['host']}"


def _atom(title: str, address: str, entries: Iterable[Entry]) -> Response:
    return Response(atom(title, address, entries), media_type="application/atom+xml")


def markdown(site: Site, request: Request) -> Response:
    """The brief, to be pasted."""
    _, told = told_of(site, request)
    text = brief_markdown(brief(told.made, Length.FULL))
    return Response(text.encode("utf-8", "backslashreplace"), media_type="text/markdown")
