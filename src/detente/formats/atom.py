"""A dossier -> an Atom feed (RFC 4287) of its newest events, each with the reports that tell it.

The same dossier gives the same bytes: an entry is as new as the report that first told it.
"""

from __future__ import annotations

from collections.abc import Callable
from xml.etree.ElementTree import Element, SubElement, tostring

from detente.controls import harmless, harmless_xml
from detente.dossier.account import Dossier
from detente.dossier.choice import chosen
from detente.dossier.days import day, span
from detente.dossier.event import DossierEvent
from detente.dossier.page.happenings import event_line
from detente.dossier.wording import cut
from detente.model.date import Date

_MOST = 50
_UNKNOWN = "1970-01-01T00:00:00Z"  # a feed must date its entries; what no report dates comes last


def atom(made: Dossier, address: str, item: Callable[[str], str]) -> bytes:
    """The feed of a dossier at an address; ``item`` gives the address of an event by its id."""
    feed = Element("feed", xmlns="http://www.w3.org/2005/Atom")
    newest = sorted(chosen(made), key=lambda one: (_updated(one.voice.first.published), one.id), reverse=True)[:_MOST]
    _text(feed, "id", address)
    _text(feed, "title", made.about.name)
    _text(feed, "updated", _updated(newest[0].voice.first.published) if newest else _UNKNOWN)
    SubElement(feed, "link", href=address)
    _text(SubElement(feed, "author"), "name", "Detente")
    for one in newest:
        _entry(SubElement(feed, "entry"), one, item(one.id))
    body: str = tostring(feed, encoding="unicode")
    return f'<?xml version="1.0" encoding="utf-8"?>\n{harmless_xml(body)}\n'.encode()


def _entry(entry: Element, one: DossierEvent, address: str) -> None:
    line = event_line(one)
    _text(entry, "id", address)
    _text(entry, "title", f"{line.date}: {cut(one.line, 120)}")
    _text(entry, "updated", _updated(one.voice.first.published))
    SubElement(entry, "link", href=address)
    told = "; ".join(f"{source.outlet or source.headline}, {source.published or 'undated'}" for source in one.sources)
    _text(entry, "summary", " ".join((one.clause, *(f"[{mark}]" for mark in line.marks), f"({told})")))


def _text(parent: Element, name: str, text: str) -> None:
    SubElement(parent, name).text = harmless(text)


def _updated(when: Date | None) -> str:
    days = span(when)
    return f"{day(days[1])}T00:00:00Z" if days else _UNKNOWN
