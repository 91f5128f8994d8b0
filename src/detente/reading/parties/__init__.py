"""States, organisations and groups in a report: by name, adjective, people, capital or seat of government."""

from __future__ import annotations

from detente.reading.parties.component import Parties

__all__ = ["Parties"]
