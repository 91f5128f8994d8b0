"""The reports of a dispute, by the numbers under which its lines cite them."""

from __future__ import annotations

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.site import Site
from detente.desk.views.asked import number_asked, told_of

_A_PAGE = 200
_COLUMNS = ("number", "id", "published", "outlet", "headline", "counts_with")


def sources(site: Site, request: Request) -> Answer:
    """The reports, a page at a time; as JSON and CSV all of them."""
    name, told = told_of(site, request)
    every = told.made.sources
    size = len(every) if request.query_params.get("every") else _A_PAGE
    page = number_asked(request, "page", 1, 1_000_000)
    rows = [
        (one.number, one.id, str(one.published) if one.published else None, one.outlet, one.headline, one.origin)
        for one in every
    ]
    shown = {
        "name": name,
        "found": every[(page - 1) * size : page * size],
        "numbers": {one.id: one.number for one in every},
        "count": len(every),
        "page": page,
        "more": len(every) > page * size,
    }
    return Answer(
        "sources.html", shown,
        lambda: [dict(zip(_COLUMNS, row, strict=True)) for row in rows], lambda: (_COLUMNS, rows),
    )  # fmt: skip
