"""The timeline of a dispute, narrowed as the address says: deeds, words and what is to come, drawn and listed."""

from __future__ import annotations

from collections import Counter
from functools import partial
from itertools import groupby
from typing import Any

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.charts.timeline import extent, reported, timeline_chart
from detente.desk.cited import Cited
from detente.desk.periods import outer, periods
from detente.desk.site import Site
from detente.desk.views.asked import narrowed_asked, told_of
from detente.dossier.account import Dossier
from detente.dossier.choice import MOST, chosen
from detente.dossier.echoes import is_echo
from detente.dossier.event import DossierEvent
from detente.dossier.page.happenings import event_line
from detente.dossier.timeline import timeline
from detente.formats.dossier_json import event_json
from detente.formats.printed_timeline import TITLES, timeline_rows

_LISTED = 120  # events of a part that the page lists
_WHEN = frozenset({"from", "to", "whole"})
_PARTS = ("deeds", "words", "coming")


def timeline_page(site: Site, request: Request) -> Answer:
    """What happened when; ``all`` for everything that was read and not the weightiest events."""
    name, told = told_of(site, request)
    made = told.made
    every = request.query_params.get("all") == "1"
    narrowed = narrowed_asked(request)
    found = timeline(made, made.events if every else chosen(made), narrowed)
    parts = (found.deeds, found.words, found.coming)
    lanes = list(zip(TITLES, parts, strict=True))
    begin, end = (None, None) if request.query_params.get("whole") == "1" else reported(made)
    drawn = extent(lanes, narrowed.since or begin, narrowed.until or end)
    asked = {key: value for key, value in request.query_params.items() if value and key not in _WHEN}
    shown = {
        "name": name,
        "made": made,
        "narrowed": narrowed,
        "every": every,
        "count": sum(map(len, parts)),
        "most": MOST,
        "parts": [
            (key, title, _months(part[:_LISTED]), max(len(part) - _LISTED, 0))
            for key, title, part in zip(_PARTS, TITLES, parts, strict=True) if part
        ],
        "drawn": drawn,
        "periods": periods((one for part in parts for one in part), narrowed.since, narrowed.until),
        "outer": outer(narrowed.since) if narrowed.since == narrowed.until else [],
        "asked": asked,
        "parties": site.kept.of(("parties", told), lambda: _parties(made)),
        "event_line": event_line,
        "cited": Cited(made, site.to),
    }  # fmt: skip
    return Answer(
        "timeline.html",
        shown,
        lambda: {"dispute": name, **{key: [*map(event_json, part)] for key, part in zip(_PARTS, parts, strict=True)}},
        lambda: timeline_rows(found),
        links=_links(site, name, asked),
        chart=partial(timeline_chart, lanes, drawn, partial(_address, site)) if drawn else None,
    )


def _links(site: Site, name: str, asked: dict[str, str]) -> dict[str, str]:
    """The feed of what is asked for; a calendar knows parties alone."""
    narrowed = {key: value for key, value in asked.items() if key != "all"}
    found = {"Feed": site.to.dispute(name, "feed.atom", **narrowed)}
    if narrowed.keys() <= {"party"}:
        found["Calendar"] = site.to.dispute(name, "agenda.ics", **narrowed)
    return found


def _address(site: Site, event: DossierEvent) -> str | None:
    return None if is_echo(event.id) else site.to.item(event.id)


def _months(events: tuple[DossierEvent, ...]) -> list[tuple[str, list[DossierEvent]]]:
    """The events under the year and month of their dates; under what is known of these."""
    return [(month, list(found)) for month, found in groupby(events, key=_month)]


def _month(event: DossierEvent) -> str:
    when: Any = event.date or event.voice.first.published
    return str(when)[:7].rstrip("-/") if when else "Without a date"


def _parties(made: Dossier) -> list[tuple[str, str]]:
    """The parties that most events have, each with its name."""
    counts = Counter(party for found in made.events.parties() for party in found if party in made.parties)
    return [(party, made.parties[party]) for party in sorted(counts, key=lambda each: (-counts[each], each))[:20]]
