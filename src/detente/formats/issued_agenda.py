"""An agenda -> how each entry goes out as a calendar: under the UID that the record keeps for it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection

from detente.dossier.agenda import Due
from detente.record.calendars import Entry, Issued, issue


def issued(connection: Connection, dispute: str, given: Sequence[Due]) -> dict[str, Issued]:
    """For each entry by its id; what is new gets a UID, which is kept. The connection must be one that may write."""
    entries = [
        Entry(tuple(dict.fromkeys(step.item for step in due.history)), f"{due.status} {due.date or ''}")
        for due in given
    ]
    return dict(zip((due.id for due in given), issue(connection, dispute, entries), strict=True))
