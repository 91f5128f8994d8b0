"""States, organisations and groups in a report: by name, adjective, people, capital or seat of government."""

from __future__ import annotations

from detente.reading.parties.component import Parties
from detente.reading.parties.lookup import party_of

__all__ = ["Parties", "party_of"]
