"""The people of a dispute: each office with who held it from when to when, and everybody whom reports name."""

from __future__ import annotations

from collections.abc import Iterator

from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.site import Site
from detente.desk.views.asked import told_of
from detente.dossier.account import Dossier
from detente.dossier.offices import Office, offices

_MOST = 100  # offices, and people, that the page lists
_COLUMNS = ("office", "party", "person", "id", "since", "until", "reports")


def people_page(site: Site, request: Request) -> Answer:
    """The offices with their holders, those of most reports first, then the people who hold none."""
    name, told = told_of(site, request)
    made = told.made
    held = site.kept.of(("offices", told), lambda: offices(made.tenures))
    holders = {one.person.id for office in held for one in office.held}
    others = [one for one in made.people if one.id not in holders]
    most = max(len(held), len(others)) if request.query_params.get("every") else _MOST
    shown = {
        "name": name, "made": made, "offices": held[:most], "others": others[:most],
        "more": max(len(held) - most, 0) + max(len(others) - most, 0),
    }  # fmt: skip
    return Answer(
        "people.html",
        shown,
        lambda: [dict(zip(_COLUMNS, row, strict=True)) for row in _rows(made, held)],
        lambda: (_COLUMNS, _rows(made, held)),
    )


def _rows(made: Dossier, held: list[Office]) -> Iterator[tuple[object, ...]]:
    for office in held:
        for one in office.held:
            yield (
                office.name, made.parties.get(one.party or "", one.party), one.person.name, one.person.id,
                one.since and str(one.since), one.until and str(one.until), len(one.seen),
            )  # fmt: skip
    holders = {one.person.id for office in held for one in office.held}
    for somebody in made.people:
        if somebody.id not in holders:
            party = made.parties.get(somebody.party or "", somebody.party)
            yield None, party, somebody.name, somebody.id, None, None, len(somebody.seen)
