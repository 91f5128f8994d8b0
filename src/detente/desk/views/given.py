"""What other programs take from a dispute: its agenda as a calendar, what is new as a feed, the brief as Markdown."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import Response

from detente.desk.site import Site
from detente.desk.views.asked import told_of
from detente.dossier.brief import Length, brief
from detente.formats.atom import atom
from detente.formats.brief_markdown import brief_markdown
from detente.formats.icalendar_agenda import agenda_ics


def calendar(site: Site, request: Request) -> Response:
    """The agenda, what is past included, so that what was called off leaves the reader's calendar."""
    name, told = told_of(site, request)
    due = [one for one in told.made.agenda if one.was_due]
    return Response(agenda_ics(name, due), media_type="text/calendar")


def feed(site: Site, request: Request) -> Response:
    """What the newest reports tell, as Atom."""
    name, told = told_of(site, request)
    root = f"http://{request.headers['host']}"
    return Response(atom(told.made, f"{root}{site.to.dispute(name)}", lambda event: f"{root}{site.to.item(event)}"),
                    media_type="application/atom+xml")  # fmt: skip


def markdown(site: Site, request: Request) -> Response:
    """The brief, to be pasted."""
    _, told = told_of(site, request)
    text = brief_markdown(brief(told.made, Length.FULL))
    return Response(text.encode("utf-8", "backslashreplace"), media_type="text/markdown")
