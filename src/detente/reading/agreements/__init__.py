"""Agreements: treaties, declarations, accords and understandings; their parties, date, standing and provisions."""

from __future__ import annotations

from detente.reading.agreements.component import Agreements

__all__ = ["Agreements"]
