"""A report: its text with what was read out of it marked, and beside it every item with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from rich.text import Text
from starlette.requests import Request

from detente.desk.answers import Answer
from detente.desk.marking import MARKED, asked_for, paragraphs
from detente.desk.site import Site
from detente.desk.views.asked import named, text_asked
from detente.errors import UnknownId
from detente.formats.printed_items import lines_of
from detente.formats.printed_relations import relation_lines
from detente.formats.report_rows import report_rows
from detente.model.reading import Reading
from detente.model.round_trip import plain, reading_json
from detente.model.sections import SECTIONS
from detente.record.filters import Filters
from detente.record.ids import KINDS, find, short
from detente.record.present import present
from detente.record.readings import is_newest, reading_of
from detente.record.relations import related
from detente.record.report_list import reports
from detente.record.search_query import search_query
from detente.record.settable import required

_NOT_BY_HAND = frozenset({"times", "figures"})  # a number is no words
_MOST = 60  # reports on a page
_COLUMNS = ("section", "id", "told", "words", "start", "end")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item in the margin: its lines, each in cells, and whether its id is its own alone."""

    id: str
    section: str
    lines: tuple[tuple[Text, ...], ...]
    own: bool


def report(site: Site, request: Request) -> Answer:
    """One report; ``item`` or ``at`` (``start-end``) marks what is asked for in its text."""
    given = named(request, "id")
    with site.store.reading() as connection:
        found = find(connection, given)
        if found.item is not None:
            raise UnknownId(given, reason="is an item, and no report")
        newest = is_newest(connection, found.report_n)
        reading = present(connection, found.key).reading if newest else reading_of(connection, found.report_n)
        others = related(connection, found.report_n)
        beside = list(relation_lines(others, partial(short, connection), copies=True))
    item = text_asked(request, "item")
    asked = asked_for(reading, item, text_asked(request, "at"))
    shown = {
        "reading": reading,
        "front": reading.front,
        "newest": newest,
        "related": list(zip(beside, others, strict=False)),
        "paragraphs": paragraphs(reading, asked),
        "margin": {name: list(_entries(name, reading)) for name in reading.items},
        "marked": MARKED,
        "item": item,
        "required": {name: list(required(name)) for name in SECTIONS if name not in _NOT_BY_HAND},
    }
    return Answer(
        "report.html", shown, lambda: reading_json(reading) | ({"related": plain(others)} if others else {}),
        lambda: (_COLUMNS, _rows(reading)),
    )  # fmt: skip


def _rows(reading: Reading) -> Iterator[tuple[object, ...]]:
    """Every item with the words that it rests on."""
    for section, items in reading.items.items():
        for one in items:
            told = " · ".join(cell.plain for cells, _ in lines_of(section, one) for cell in cells)
            yield section, one.id, told, one.evidence.text, one.evidence.start, one.evidence.end


def _entries(section: str, reading: Reading) -> Iterator[Entry]:
    for one in reading.items.get(section, ()):
        if section == "events" and (not one.line or (one.statement is not None and reading.statements is not None)):
            continue  # a statement or another's line tells it
        own = (section in KINDS and section != "times") or ("-" in one.id and section != "times")
        yield Entry(one.id, section, tuple(cells for cells, _ in lines_of(section, one)), own)


def report_list(site: Site, request: Request) -> Answer:
    """The reports of the record by day; ``q`` narrows them to those with some words."""
    words = text_asked(request, "q")
    query = search_query(words) if words else None
    with site.store.reading() as connection:
        found = reports(connection, Filters(publisher=text_asked(request, "publisher")), query, _MOST + 1)
    listed: list[Any] = found[:_MOST]
    return Answer(
        "reports.html",
        {"found": listed, "more": len(found) > _MOST, "words": words or "", "sections": SECTIONS},
        lambda: [plain(one) for one in listed],
        lambda: report_rows(listed),
    )
