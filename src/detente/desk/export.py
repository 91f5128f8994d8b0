"""A dispute -> a folder of pages that open from a disk or any web host: no server, no request, scripts only for search.

The pages are the desk's own, by the same views and templates, with addresses that lead from file to file. What a page
leads to is written as well, until nothing new is met; what only a server can do is left out.
"""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterator
from dataclasses import replace
from importlib import resources
from pathlib import Path
from typing import Any

from starlette.requests import Request

from detente.desk.addresses import Addresses, coded
from detente.desk.charts import encoded
from detente.desk.charts.picture import KINDS, may_draw, picture
from detente.desk.pages import environment, rendered
from detente.desk.site import Site
from detente.desk.views import View
from detente.desk.views.agenda import agenda_page
from detente.desk.views.agreements import agreements_page
from detente.desk.views.dispute import dispute
from detente.desk.views.figures import figures_page
from detente.desk.views.item import item
from detente.desk.views.people import people_page
from detente.desk.views.positions import positions
from detente.desk.views.report import report
from detente.desk.views.sources import sources
from detente.desk.views.territories import territories
from detente.desk.views.timeline import timeline_page
from detente.dossier.lookup import Lookup
from detente.errors import UsageError
from detente.files import WholeFile
from detente.formats.icalendar_agenda import agenda_ics
from detente.formats.item_facts import date_of
from detente.model.sections import SECTIONS

_PARTS: dict[str, View] = {
    "": dispute, "agenda": agenda_page, "positions": positions, "agreements": agreements_page,
    "timeline": timeline_page, "people": people_page, "territories": territories, "figures": figures_page,
    "sources": sources,
}  # fmt: skip
_ASSETS = (
    "desk.css", "desk.js", "find.js", "icon.svg", "chart.js", "vega.min.js", "vega-LICENSES.txt",
    "countries-50m-LICENSE.txt",
)  # fmt: skip
_FOUND = ("statements", "events", "ahead", "agreements", "territories", "people")  # what the search goes through
_ALWAYS: dict[str, Any] = {
    "token": "", "by": "", "forms": {}, "chart": None, "words": "", "within": None, "static": True,
    "pictures": (),
}  # fmt: skip
_Job = tuple[str, View, dict[str, str]]  # file, view, what the path names


class Exported(Addresses):
    """Addresses within the folder; ``jobs`` are the files that they lead to, in the order in which they were met."""

    def __init__(self, name: str, told: Lookup) -> None:
        self.jobs: deque[_Job] = deque()
        self._name = name
        self._reports = {source.id for source in told.made.sources}
        self._met: set[str] = set()

    def dispute(self, name: str, part: str = "", **narrowed: object) -> str:
        """A page of the dispute; what narrows it is a place on the page."""
        if name != self._name or (part not in _PARTS and part != "agenda.ics"):
            return "#"
        if part == "agenda.ics":
            return part
        place = narrowed.get("issue") or narrowed.get("from_")
        return self._file(f"{part or 'index'}.html", _PARTS[part], name=coded(name)) + (
            f"#{coded(str(place))}" if place else ""
        )

    def report(self, identity: str, place: tuple[int, int] | None = None, item: str | None = None) -> str:
        """A report of the dispute, at words or at an item in its margin."""
        if identity not in self._reports:
            return "#"
        at = f"#at={place[0]}-{place[1]}" if place else f"#m-{item}" if item else ""
        return self._file(f"{coded(identity)}.html", report, id=coded(identity)) + at

    def item(self, identity: str, report: str | None = None) -> str:
        """An item's page; one whose id is its report's alone is shown in the report."""
        if report is not None:
            return self.report(report, item=identity)
        return self._file(f"{coded(identity)}.html", item, id=coded(identity))

    def page(self, name: str, **_: object) -> str:
        """The dispute for the list of them, and the search; there is no other."""
        return {"": "index.html", "search": "search.html"}.get(name, "#")

    def asset(self, name: str) -> str:
        """A style sheet, script or picture."""
        return name

    def _file(self, file: str, view: View, **named: str) -> str:
        if file not in self._met:
            self._met.add(file)
            self.jobs.append((file, view, named))
        return file


def export(site: Site, name: str, out: Path) -> int:
    """Write a dispute's pages into a folder that is new or empty, and say how many.

    Raises UnknownDispute, BadDispute; UsageError for a folder that holds anything; NotWritten.
    """
    with site.store.reading() as connection:
        told = site.dossiers.of(connection, name)
    _prepare(out)
    to = Exported(name, told)
    pages = environment(to, site.unread)
    own = replace(site, to=to, by="", only=name)
    to.dispute(name)
    written = 0
    while to.jobs:
        file, view, named = to.jobs.popleft()
        answer = view(own, _request(file, named))
        chart = file.removesuffix(".html") if answer.chart is not None else None
        if answer.chart is not None:  # from a disk nothing can be fetched, and so a script has the data
            made = answer.chart()
            _write(out / f"{chart}.chart.js", _script("charts", encoded({str(chart): made})))
            for kind in KINDS if may_draw() else ():
                _write(out / f"{chart}.{kind}", picture(made, kind))
        shown = _ALWAYS | {"at": file, "chart": chart, "pictures": KINDS if may_draw() else ()} | answer.shown
        _write(out / file, rendered(pages, answer.template, shown).encode("utf-8", "backslashreplace"))
        written += 1
    entries = json.dumps(list(_entries(told, to)), ensure_ascii=False)
    _write(out / "found.js", _script("found", entries.encode("utf-8", "backslashreplace")))
    shown = _ALWAYS | {"at": "search.html", "name": name}
    _write(out / "search.html", rendered(pages, "find.html", shown).encode())
    _write(out / "agenda.ics", agenda_ics(name, [due for due in told.made.agenda if due.was_due]))
    folder = resources.files("detente.desk") / "static"
    for asset in _ASSETS:
        _write(out / asset, (folder / asset).read_bytes())
    return written + 1


def _entries(told: Lookup, to: Exported) -> Iterator[dict[str, Any]]:
    """What the search of the folder goes through: each item's words, and where they stand."""
    for source in told.made.sources:
        for section in _FOUND:
            for one in source.reading.items.get(section, ()):
                words = getattr(one, "content", None) or getattr(one, "clause", None) or one.evidence
                when = date_of(one) or source.published
                yield {
                    "words": " ".join(words.text.split()), "at": to.report(source.id, item=one.id),
                    "section": SECTIONS[section].title, "date": str(when or ""),
                    "source": source.outlet or source.headline,
                }  # fmt: skip


def _script(name: str, values: bytes) -> bytes:
    """JSON as a script that gives it to the page."""
    return b"window.%s = %s;\n" % (name.encode(), values.replace(b"</", b"<\\/"))


def _request(file: str, named: dict[str, str]) -> Request:
    """What a view is asked with: nothing narrowed, everything told."""
    return Request(
        {"type": "http", "method": "GET", "path": f"/{file}", "query_string": b"every=1", "headers": [],
         "server": ("export", 80), "scheme": "http", "path_params": named}
    )  # fmt: skip


def _prepare(out: Path) -> None:
    try:
        out.mkdir(parents=True, exist_ok=True)
        held = next(out.iterdir(), None)
    except OSError as error:
        raise UsageError(f"cannot write into {out}: {(error.strerror or 'it fails').lower()}") from None
    if held is not None:
        raise UsageError(f"{out} holds {held.name} already; name a new or an empty folder")


def _write(path: Path, data: bytes) -> None:
    with WholeFile(str(path)) as file:
        file.write(data)
