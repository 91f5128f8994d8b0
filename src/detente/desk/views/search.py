"""Search: words and what narrows them -> sentences with what was read out of them, and what to narrow them to."""

from __future__ import annotations

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.site import Site
from detente.desk.views.asked import date_asked, text_asked
from detente.errors import BadSearch, UnknownDispute, UnknownSection
from detente.formats.hit_rows import COLUMNS, hit_json, hit_row
from detente.formats.printed_items import lines_of
from detente.model.sections import SECTIONS
from detente.record.belonging import keys_of
from detente.record.disputes import names
from detente.record.facets import facets
from detente.record.filters import Filters
from detente.record.item_rows import days
from detente.record.search import Hit, search
from detente.record.search_query import search_query, widened
from detente.record.sentences import reports_of, sentences

_MOST = 100  # hits, of which the facets are counted
_REPORTS = 30  # that are listed
_ASKED = ("q", "section", "speaker", "party", "from", "to", "publisher", "dispute")


def search_page(site: Site, request: Request) -> Answer:
    """What fits, best first, or by day; without words always by day."""
    fault = ""
    by_day = request.query_params.get("order") == "day"
    try:
        asked, hits = hits_asked(site, request)
    except BadSearch as bad:
        asked, hits, fault = _asked(request), [], str(bad)
    with site.store.reading() as connection:
        known = names(connection)
    found = sentences(hits, by_day=by_day)
    shown = {
        "asked": {name: asked.get(name) for name in _ASKED} | {"order": "day" if by_day else None},
        "given": bool(asked),
        "hits": hits,
        "found": found,
        "reports": reports_of(found),
        "wider": widened(asked["q"]) if "q" in asked and not fault else None,
        "facets": facets(hits),
        "fault": fault,
        "disputes": known,
        "limit": _MOST,
        "most": _REPORTS,
        "within": asked.get("dispute"),
        "lines_of": lines_of,
    }
    return Answer(
        "search.html",
        shown,
        lambda: {"search": asked, "hits": [hit_json(hit) for hit in hits]},
        lambda: (COLUMNS, map(hit_row, hits)),
        400 if fault else 200,
        {"Feed": site.to.page("search.atom", **asked), "Calendar": site.to.page("search.ics", **asked)} if hits else {},
    )


def hits_asked(site: Site, request: Request, only: str | None = None) -> tuple[dict[str, str], list[Hit]]:
    """What an address asks for by name, and what fits, ``only`` of a section.

    Raises BadSearch, UnknownSection, UnknownDispute, BadDate.
    """
    asked = _asked(request)
    query = search_query(asked["q"]) if "q" in asked else None
    section = only or asked.get("section")
    if section is not None and section not in SECTIONS:
        raise UnknownSection(section, SECTIONS)
    if not asked:
        return asked, []
    with site.store.reading() as connection:
        dispute = asked.get("dispute")
        if dispute is not None and dispute not in (known := names(connection)):
            raise UnknownDispute(dispute, known)
        wanted = Filters(
            section, asked.get("speaker"), asked.get("party"), days(date_asked(request, "from"))[0],
            days(date_asked(request, "to"))[1], asked.get("publisher"),
            keys_of(connection, dispute) if dispute is not None else None,
        )  # fmt: skip
        return asked, search(connection, query, wanted, _MOST)


def _asked(request: Request) -> dict[str, str]:
    return {name: value for name in _ASKED if (value := text_asked(request, name))}
