"""What other programs take: a dispute as a calendar, a feed and Markdown, a search as a feed."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from detente.desk.site import Site
from detente.desk.views.asked import told_of
from detente.desk.views.search import hits_asked
from detente.dossier.brief import Length, brief
from detente.formats.atom import Entry, atom, entries_of_dossier, entries_of_hits
from detente.formats.brief_markdown import brief_markdown
from detente.formats.icalendar_agenda import agenda_ics
from detente.record.search import Hit


def calendar(site: Site, request: Request) -> Response:
    """The agenda, what is past included, so that what was called off leaves the reader's calendar."""
    name, told = told_of(site, request)
    due = [one for one in told.made.agenda if one.was_due]
    return Response(agenda_ics(name, due), media_type="text/calendar")


def feed(site: Site, request: Request) -> Response:
    """What the newest reports tell, as Atom."""
    name, told = told_of(site, request)
    root = _root(request)
    entries = entries_of_dossier(told.made, lambda event: f"{root}{site.to.item(event)}")
    return _atom(name, f"{root}{site.to.dispute(name)}", entries)


def found(site: Site, request: Request) -> Response:
    """What a search finds, the newest first, as Atom: whoever follows it is told when something new fits."""
    root = _root(request)
    asked, hits = hits_asked(site, request)
    query = f"?{request.url.query}" if request.url.query else ""
    title = " ".join(("Search", *(f"{name}: {value}" if name != "q" else value for name, value in asked.items())))

    def address(hit: Hit) -> str:
        if hit.item is None:
            return f"{root}{site.to.report(hit.report.id, (hit.passage.start, hit.passage.end))}"
        return f"{root}{site.to.item(hit.item.id, None if '-' in hit.item.id else hit.report.id)}"

    return _atom(title, f"{root}{site.to.page('search')}{query}", entries_of_hits(hits, address))


def _root(request: Request) -> str:
    return f"http://{request.headers['host']}"


def _atom(title: str, address: str, entries: Iterable[Entry]) -> Response:
    return Response(atom(title, address, entries), media_type="application/atom+xml")


def markdown(site: Site, request: Request) -> Response:
    """The brief, to be pasted."""
    _, told = told_of(site, request)
    text = brief_markdown(brief(told.made, Length.FULL))
    return Response(text.encode("utf-8", "backslashreplace"), media_type="text/markdown")
