"""What a dossier tells, or a search finds -> an Atom feed (RFC 4287), the newest first.

The same gives the same bytes: an entry is as new as the report that first told it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element, SubElement, tostring

from detente.controls import harmless, harmless_xml
from detente.dossier.days import day, span
from detente.dossier.event import DossierEvent
from detente.dossier.page.happenings import event_line
from detente.dossier.wording import cut
from detente.model.date import Date, NotADate
from detente.model.sections import SECTIONS
from detente.record.search import Hit

_MOST = 50
_UNKNOWN = "1970-01-01T00:00:00Z"  # a feed must date its entries; what no report dates comes last


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry: its address, which is its id for good, its title, the day it is of, and what it tells."""

    address: str
    title: str
    published: Date | None
    summary: str


def atom(title: str, address: str, entries: Iterable[Entry]) -> bytes:
    """The feed at an address, of the newest entries."""
    newest = sorted(entries, key=lambda one: (_updated(one.published), one.address), reverse=True)[:_MOST]
    feed = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    _text(feed, "id", address)
    _text(feed, "title", title)
    _text(feed, "updated", _updated(newest[0].published) if newest else _UNKNOWN)
    SubElement(feed, "link", href=address)
    _text(SubElement(feed, "author"), "name", "Detente")
    for one in newest:
        entry = SubElement(feed, "entry")
        _text(entry, "id", one.address)
        _text(entry, "title", one.title)
        _text(entry, "updated", _updated(one.published))
        SubElement(entry, "link", href=one.address)
        _text(entry, "summary", one.summary)
    body: str = tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{harmless_xml(body)}\n'.encode()


def entries_of_events(events: Iterable[DossierEvent], item: Callable[[str], str]) -> Iterator[Entry]:
    """Events of a dossier, each with the reports that tell it; ``item`` gives the address of one by its id."""
    for one in events:
        line = event_line(one)
        told = "; ".join(f"{each.outlet or each.headline}, {each.published or 'undated'}" for each in one.sources)
        summary = " ".join((one.clause, *(f"[{mark}]" for mark in line.marks), f"({told})"))
        yield Entry(item(one.id), f"{line.date}: {cut(one.line, 120)}", one.voice.first.published, summary)


def entries_of_hits(hits: Iterable[Hit], item: Callable[[Hit], str]) -> Iterator[Entry]:
    """What was found, each in its sentence; ``item`` gives the address of a hit."""
    for hit in hits:
        kind = SECTIONS[hit.section].title if hit.section else "Text"
        source = hit.report.publisher or hit.report.headline or hit.report.source
        summary = f"{' '.join(hit.passage.text.split())} ({source}, {hit.report.published or 'undated'})"
        yield Entry(item(hit), f"{kind}: {cut(hit.passage.text, 120)}", _date(hit.report.published), summary)


def _date(published: str | None) -> Date | None:
    try:
        return Date.parse(published) if published else None
    except NotADate:
        return None


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = harmless(text)


def _updated(when: Date | None) -> str:
    days = span(when)
    return f"{day(days[1])}T00:00:00Z" if days else _UNKNOWN
