"""A dispute: what changed, who moved, what is next; and everything that its dossier has, each line with its sources."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request

from detente.desk.addresses import decoded
from detente.desk.answers import Answer
from detente.desk.bars import bars
from detente.desk.cited import Cited
from detente.desk.site import Site
from detente.desk.views.asked import date_asked, told_of
from detente.dossier.account import Dossier
from detente.dossier.brief import Length, brief, stance_text
from detente.dossier.changes import Changes, changes
from detente.dossier.choice import chosen
from detente.dossier.conflicts import opposed
from detente.dossier.lookup import Lookup
from detente.dossier.matrix import matrix
from detente.errors import UnknownDispute
from detente.formats.dossier_json import dossier_json
from detente.formats.line_rows import COLUMNS, line_rows
from detente.formats.printed_changes import changes_json
from detente.record.disputes import names
from detente.record.last_seen import last_seen, saw

_MATRIX = 12  # issues that the page shows
_CHANGES = 60  # lines that a part of what changed shows
_LATEST = 60  # reports that the page shows


def dispute(site: Site, request: Request) -> Answer:
    """The page of a dispute; ``since`` narrows what is told as changed."""
    name, told = told_of(site, request)
    made = told.made
    if not made.sources:
        return Answer("empty_dispute.html", {"name": name}, lambda: dossier_json(made, []), lambda: (COLUMNS, ()))
    since = date_asked(request, "since")
    whole = site.kept.of(("brief", told, since), lambda: brief(made, Length.SHORT, since))
    found, seen = _since_seen(site, name, told)
    shown = {
        "name": name,
        "made": made,
        "brief": whole,
        "cited": Cited(made, site.to),
        "matrix": site.kept.of(("matrix", told), lambda: matrix(made)),
        "against": site.kept.of(("opposed", told), lambda: opposed(made.positions)),
        "most": _MATRIX,
        "stance_text": stance_text,
        "latest": made.sources[-_LATEST:],
        "numbers": {source.id: source.number for source in made.sources},
        "bars": bars(source.published for source in made.sources),
        "changes": found,
        "seen": seen,
    }
    links = {
        "Calendar": site.to.dispute(name, "agenda.ics"),
        "Feed": site.to.dispute(name, "feed.atom"),
        "Brief": site.to.dispute(name, "brief.md"),
    }
    return Answer(
        "dispute.html", shown, lambda: dossier_json(made, chosen(made)),
        lambda: (COLUMNS, line_rows(whole.sections, made.sources)), links=links,
    )  # fmt: skip


def what_changed(site: Site, request: Request) -> Answer:
    """What changed in a dispute since somebody looked last, or since the day that ``since`` gives."""
    from detente.dossier.from_record import from_record

    name, told = told_of(site, request)
    day = date_asked(request, "since")
    if day is None:
        found, seen = _since_seen(site, name, told)
        since = f"since {seen}, when {site.by} saw it last" if seen else f"all, for {site.by} has not marked it as seen"
        found = found or site.kept.of(("changes", None, told), lambda: changes(_nothing(told.made), told.made))
    else:
        with site.store.reading() as connection:
            found, since = changes(from_record(connection, name, day), told.made), f"since {day}"
    shown = {
        "name": name, "made": told.made, "found": found, "since": since, "cited": Cited(told.made, site.to),
        "most": _CHANGES,
    }  # fmt: skip
    return Answer(
        "changes.html", shown, lambda: changes_json(told.made, found, since),
        lambda: (COLUMNS, line_rows(found.sections, told.made.sources)),
    )  # fmt: skip


def saw_it(site: Site, request: Request, _: FormData) -> str:
    """Keep that whoever works here has seen the dispute as it is now."""
    name = decoded(str(request.path_params["name"])) or ""
    with site.store.writing() as connection:
        if name not in (known := names(connection)):
            raise UnknownDispute(name, known)
        saw(connection, site.by, f"changes {name}", site.now())
    return site.to.dispute(name)


def _since_seen(site: Site, name: str, told: Lookup) -> tuple[Changes | None, str | None]:
    """What changed since the dispute was last seen, and when that was; nothing where it never was."""
    with site.store.reading() as connection:
        seen = last_seen(connection, site.by, f"changes {name}")
        if seen is None:
            return None, None
        before = site.dossiers.of(connection, name, added_until=seen)
    return site.kept.of(("changes", before, told), lambda: changes(before.made, told.made)), seen


def _nothing(made: Dossier) -> Dossier:
    from detente.dossier.account import dossier

    return dossier([], made.about)
