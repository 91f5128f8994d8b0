"""Ids of items -> the words that they rest on, with their report and day; null for what the record does not have."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Connection

from detente.errors import UnknownId
from detente.record.ids import find_item
from detente.record.item_view import item_view


@dataclass(frozen=True, slots=True)
class Evidence:
    """The words of an item, who published them and when; ``standing`` says whether it is still read so."""

    id: str
    words: str
    outlet: str
    published: str | None
    standing: str

    @property
    def line(self) -> str:
        """It on one line."""
        told = ", ".join(part for part in (self.outlet, self.published) if part)
        gone = "" if self.standing in ("current", "by hand") else f" ({self.standing})"
        return f"“{self.words}” ({told}){gone}"


def evidence(connection: Connection, ids: Iterable[str]) -> dict[str, Evidence | None]:
    """What each id stands for, in the order given; an id may be as much of one as is unique."""
    return {identity: _evidence(connection, identity) for identity in dict.fromkeys(ids)}


def _evidence(connection: Connection, identity: str) -> Evidence | None:
    try:
        view = item_view(connection, find_item(connection, identity))
    except UnknownId:
        return None
    report, date = view.reading.report, view.reading.front.published.date
    words = " ".join(view.item.evidence.text.split())
    return Evidence(identity, words, report.publisher or report.source, str(date) if date else None, view.standing)
